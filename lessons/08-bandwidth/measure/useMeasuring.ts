"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { measureDevice } from "./client";
import type { Progress } from "./protocol";
import { figureStore } from "./store";

export type Measuring =
  | { status: "idle" | "done" | "stopped" }
  | { status: "running"; progress: Progress }
  | { status: "failed"; message: string };

/** Starts and stops the measurement of this device; what it finds goes into the page's figures. */
export function useMeasuring() {
  const [state, setState] = useState<Measuring>({ status: "idle" });
  const aborter = useRef<AbortController>(undefined);
  useEffect(() => () => aborter.current?.abort(), []);

  const start = useCallback(async () => {
    aborter.current?.abort();
    aborter.current = new AbortController();
    const { signal } = aborter.current;
    setState({ status: "running", progress: { share: 0, now: "read", sweep: [] } });
    try {
      const cpu = await measureDevice(
        signal,
        (progress) => !signal.aborted && setState({ status: "running", progress }),
      );
      figureStore.add({ cpu, own: true });
      setState({ status: "done" });
    } catch (error) {
      if (!signal.aborted) setState({ status: "failed", message: (error as Error).message });
    }
  }, []);

  const stop = useCallback(() => {
    aborter.current?.abort();
    setState({ status: "stopped" });
  }, []);
  return { state, start, stop };
}
