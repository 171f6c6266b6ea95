"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { sharedModel } from "@/components/model/shared-model";
import { pair } from "../presets";
import { type Race, race } from "../race";
import type { Order } from "../run";

/** Runs the pair on an order; waits for the models where they are not there yet. Stop keeps what is there. */
export function useRace(prebuilt: Race) {
  const [now, setNow] = useState<Race>(prebuilt);
  const [device, setDevice] = useState<string>();
  const aborter = useRef<AbortController>(undefined);
  useEffect(() => () => aborter.current?.abort(), []);

  const start = useCallback(async (order: Order) => {
    aborter.current?.abort();
    aborter.current = new AbortController();
    const { signal } = aborter.current;
    setNow({ order, status: "waiting", rounds: [] });
    try {
      const [target, draft] = await Promise.all(
        [pair.target, pair.draft].map((name) => sharedModel(name).ready(signal)),
      );
      setDevice(target.device);
      await race(signal, target, draft, order, setNow);
    } catch (error) {
      if (!signal.aborted) setNow({ order, status: "failed", rounds: [], error: (error as Error).message });
    }
  }, []);
  const stop = useCallback(() => {
    aborter.current?.abort();
    setNow((race) => ({ ...race, status: "stopped" }));
  }, []);
  const busy = ["waiting", "rounds", "plain", "clock"].includes(now.status);
  return { now, device, busy, start, stop };
}
