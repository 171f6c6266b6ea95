"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ModelHandle } from "@/components/model/types";
import { type Order, type Writing, writeOut } from "./write-out";

/** Writes on after a prompt with the page's model; waits for the model where it is not there yet. */
export function useWriting(handle: ModelHandle) {
  const [writing, setWriting] = useState<Writing>();
  const [passes, setPasses] = useState(0);
  const aborter = useRef<AbortController>(undefined);
  const model = handle.state.status === "ready" ? handle.state.model : undefined;
  const failure = handle.state.status === "failed" ? handle.state.error.message : undefined;
  const waiting = writing?.status === "waiting" ? writing : undefined;

  useEffect(() => {
    if (!waiting) return;
    if (failure) setWriting({ ...waiting, status: "failed", error: failure });
    if (!model) return;
    const signal = aborter.current!.signal;
    void writeOut(signal, model, waiting, (next) => {
      if (aborter.current?.signal !== signal) return; // a newer order has taken over
      setWriting(next);
      // The prompt is one pass, and so is every token after the first.
      if (next.status === "running" && next.tokens.length > 0) setPasses((count) => count + 1);
    });
  }, [waiting, model, failure]);

  useEffect(() => () => aborter.current?.abort(), []);

  const start = useCallback(
    (order: Order) => {
      aborter.current?.abort();
      aborter.current = new AbortController();
      if (handle.state.status !== "ready") handle.load();
      setWriting({ order, status: "waiting", tokens: [], text: "", pace: 0 });
    },
    [handle],
  );
  const stop = useCallback(() => {
    aborter.current?.abort();
    setWriting((now) => now && { ...now, status: "stopped" });
  }, []);
  const busy = writing?.status === "waiting" || writing?.status === "running";
  return useMemo(() => ({ writing, busy, passes, start, stop }), [writing, busy, passes, start, stop]);
}
