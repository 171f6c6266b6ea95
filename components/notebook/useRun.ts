import { useCallback, useEffect, useRef, useState } from "react";
import type { Display } from "@/lib/notebook/display";
import type { Program } from "@/lib/notebook/program";
import { type Ran, runProgram } from "./run-program";

/** After this long Stop is offered more loudly, in milliseconds. */
const slowAfter = 10_000;

export interface RunState {
  phase: "prebuilt" | "running" | Ran["outcome"];
  /** What is on show: of the last run, or of the one before it until the new one has something to show. */
  outputs: Display[];
  /** The reader's code that the outputs belong to. */
  source: string;
  milliseconds?: number;
  /** Running for longer than most cells ever do. */
  slow?: boolean;
}

/** Runs programs one at a time and keeps what they show. */
export function useRun(initial: Pick<RunState, "outputs" | "source">) {
  const [state, setState] = useState<RunState>({ phase: "prebuilt", ...initial });
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);

  const stop = useCallback(() => current.current?.abort(), []);

  const run = useCallback(async (program: Program, source: string) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    const isCurrent = () => current.current === controller;
    setState((old) => ({ ...old, phase: "running", slow: false }));
    const slow = setTimeout(() => isCurrent() && setState((old) => ({ ...old, slow: true })), slowAfter);
    const outputs = collectByFrame(
      (shown) => isCurrent() && setState((old) => ({ ...old, outputs: shown, source })),
    );
    const ran = await runProgram(controller.signal, program, outputs.add);
    clearTimeout(slow);
    outputs.end();
    if (isCurrent())
      setState({ phase: ran.outcome, outputs: outputs.all, source, milliseconds: ran.milliseconds });
  }, []);

  /** Shows something that was not run here, e.g. the author's outputs after a reset. */
  const show = useCallback((shown: RunState) => {
    current.current?.abort();
    current.current = undefined;
    setState(shown);
  }, []);

  return { state, run, stop, show };
}

/** Gathers displays and hands them on once a frame: a cell may show hundreds at once. */
function collectByFrame(onFrame: (shown: Display[]) => void) {
  const all: Display[] = [];
  let frame: number | undefined;
  return {
    all,
    add(display: Display) {
      all.push(display);
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        onFrame([...all]);
      });
    },
    end() {
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}
