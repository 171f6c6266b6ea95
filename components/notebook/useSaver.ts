import { useEffect, useEffectEvent, useRef } from "react";

const saveAfter = 300;

interface Pending {
  save(): void;
  /** For a page that is being closed, which cannot wait for a database. */
  spill(): void;
}

/** Saves what was scheduled last after a short rest, or at once when flushed or when the page is left. */
export function useSaver() {
  const pending = useRef<Pending>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = () => {
    clearTimeout(timer.current);
    pending.current?.save();
    pending.current = undefined;
  };
  const leave = useEffectEvent(() => {
    pending.current?.spill();
    flush();
  });
  useEffect(() => {
    const onLeave = () => leave();
    window.addEventListener("pagehide", onLeave);
    return () => {
      window.removeEventListener("pagehide", onLeave);
      onLeave();
    };
  }, []);
  const schedule = (next: Pending) => {
    pending.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, saveAfter);
  };
  return { schedule, flush };
}
