"use client";

import { useEffect, useRef, useState } from "react";
import type { LanguageModel } from "@/lib/model/language-model";
import { type HeadAddress, readDamage } from "../view";

export interface Trial {
  text: string;
  each: { head: HeadAddress; divergence: number; rise: number }[];
}

/** Turns every head off once, one after the other; Stop keeps what is there. */
export function useTrial(prebuilt: Trial) {
  const [trial, setTrial] = useState({
    ...prebuilt,
    status: "done" as "done" | "running" | "stopped" | "failed",
  });
  const [error, setError] = useState("");
  const aborter = useRef<AbortController>(undefined);
  useEffect(() => () => aborter.current?.abort(), []);

  const start = async (model: LanguageModel, text: string) => {
    aborter.current?.abort();
    aborter.current = new AbortController();
    const { signal } = aborter.current;
    const each: Trial["each"] = [];
    setTrial({ text, each, status: "running" });
    try {
      for (let layer = 0; layer < model.config.n_layer; layer++)
        for (let head = 0; head < model.config.n_head; head++) {
          const { divergence, loss } = await readDamage(signal, model, text, [[layer, head]]);
          if (signal.aborted) return;
          each.push({ head: [layer, head], divergence, rise: loss.after - loss.before });
          setTrial({ text, each: [...each], status: "running" });
        }
      setTrial({ text, each, status: "done" });
    } catch (reason) {
      if (signal.aborted) return;
      setError(reason instanceof Error ? reason.message : String(reason));
      setTrial({ text, each, status: "failed" });
    }
  };
  const stop = () => {
    aborter.current?.abort();
    setTrial((now) => ({ ...now, status: "stopped" }));
  };
  return { trial, error, start, stop, running: trial.status === "running" };
}
