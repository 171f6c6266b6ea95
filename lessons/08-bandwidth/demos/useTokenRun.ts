"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { sharedModel } from "@/components/model/shared-model";
import { figureStore } from "../measure/store";
import { type RunProgress, runTokens, type TokenRun } from "./run-tokens";

export type TokenState =
  | { status: "idle" | "stopped" | "waiting" }
  | { status: "running"; progress: RunProgress }
  | { status: "done"; run: TokenRun; device: string }
  | { status: "failed"; message: string };

/** Runs the page's model once, for its speed; what it finds goes into the page's figures too. */
export function useTokenRun(name: string, prompt: string) {
  const [state, setState] = useState<TokenState>({ status: "idle" });
  const aborter = useRef<AbortController>(undefined);
  useEffect(() => () => aborter.current?.abort(), []);

  const start = useCallback(async () => {
    aborter.current?.abort();
    aborter.current = new AbortController();
    const { signal } = aborter.current;
    setState({ status: "waiting" });
    try {
      const model = await sharedModel(name).ready(signal);
      const run = await runTokens(
        signal,
        model,
        prompt,
        (progress) => !signal.aborted && setState({ status: "running", progress }),
      );
      if (signal.aborted) return;
      figureStore.add({ tokens: run });
      setState({ status: "done", run, device: model.device });
    } catch (error) {
      if (!signal.aborted) setState({ status: "failed", message: (error as Error).message });
    }
  }, [name, prompt]);

  const stop = useCallback(() => {
    aborter.current?.abort();
    setState({ status: "stopped" });
  }, []);
  return { state, start, stop };
}
