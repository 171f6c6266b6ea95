"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { runOnGpu } from "../gpu/client";
import type { GpuKernelName } from "../gpu/kernels";
import type { GpuOrder, GpuPoint, GpuResult } from "../gpu/protocol";
import { figureStore } from "../measure/store";

export type GpuState =
  | { status: "idle" | "stopped" }
  | { status: "running"; kernel: GpuKernelName; points: GpuPoint[] }
  | { status: "done"; kernel: GpuKernelName; result: GpuResult; edited: boolean }
  | { status: "failed"; message: string };

const never = () => () => {};

/** Does this browser have WebGPU? Undefined until we are in a browser. */
export const useHasGpu = () =>
  useSyncExternalStore<boolean | undefined>(
    never,
    () => "gpu" in navigator && navigator.gpu !== undefined,
    () => undefined,
  );

/** Runs kernels; the page's own copy, triad and arithmetic also become the GPU's roof in the roofline. */
export function useGpu() {
  const [state, setState] = useState<GpuState>({ status: "idle" });
  const aborter = useRef<AbortController>(undefined);
  useEffect(() => () => aborter.current?.abort(), []);

  const start = useCallback(async (kernel: GpuKernelName, order: GpuOrder, edited: boolean) => {
    aborter.current?.abort();
    aborter.current = new AbortController();
    const { signal } = aborter.current;
    setState({ status: "running", kernel, points: [] });
    try {
      const result = await runOnGpu(
        signal,
        order,
        (points) => !signal.aborted && setState({ status: "running", kernel, points }),
      );
      if (signal.aborted) return;
      if (!edited) keep(kernel, result);
      setState({ status: "done", kernel, result, edited });
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

function keep(kernel: GpuKernelName, { name, points }: GpuResult) {
  const [{ bandwidth, arithmetic }] = points;
  const found =
    kernel === "triad" || kernel === "copy"
      ? { bandwidth: bandwidth?.median }
      : kernel === "arithmetic"
        ? { peak: arithmetic?.median }
        : undefined;
  if (found) figureStore.add({ gpu: { ...figureStore.figures.gpu, name, ...found } });
}
