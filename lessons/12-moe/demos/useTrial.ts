"use client";

import { useEffect, useRef, useState } from "react";
import type { LanguageModel } from "@/lib/model/language-model";
import { shape } from "../presets";
import { lossesOn, meanLoss, type Texts } from "../view";

export interface Trial {
  status: "done" | "running" | "stopped" | "failed";
  /** By how much the mean loss over the kinds rises with one expert off, `[L][E]`; nothing where not measured. */
  rises: (number | undefined)[][];
  error?: string;
}

/** Switches every expert off once, one after the other; Stop keeps what is there. */
export function useTrial(prebuilt: number[][]) {
  const [trial, setTrial] = useState<Trial>({ status: "done", rises: prebuilt });
  const aborter = useRef<AbortController>(undefined);
  useEffect(() => () => aborter.current?.abort(), []);

  const start = async (model: LanguageModel, texts: Texts) => {
    aborter.current?.abort();
    aborter.current = new AbortController();
    const { signal } = aborter.current;
    const rises: Trial["rises"] = Array.from({ length: shape.layers }, () =>
      Array<number | undefined>(shape.experts).fill(undefined),
    );
    const tell = (status: Trial["status"], error?: string) =>
      setTrial({ status, rises: rises.map((layer) => [...layer]), error });
    tell("running");
    try {
      const whole = meanLoss(await lossesOn(signal, model, texts));
      for (let layer = 0; layer < shape.layers; layer++)
        for (let expert = 0; expert < shape.experts; expert++) {
          const off = [[layer, expert]] as const;
          const without = meanLoss(await lossesOn(signal, model, texts, { off }));
          if (signal.aborted) return;
          rises[layer][expert] = without - whole;
          tell("running");
        }
      tell("done");
    } catch (reason) {
      if (!signal.aborted) tell("failed", (reason as Error).message);
    }
  };
  const stop = () => {
    aborter.current?.abort();
    setTrial((now) => ({ ...now, status: "stopped" }));
  };
  return { trial, start, stop, measured: trial.rises !== prebuilt };
}
