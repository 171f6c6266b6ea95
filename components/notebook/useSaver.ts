import { useEffect, useEffectEvent, useRef } from "react";

const saveAfter = 300;

/** Does the last thing scheduled after a short rest, or at once when flushed or when the page is left. */
export function useSaver() {
  const pending = useRef<() => void>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = () => {
    clearTimeout(timer.current);
    pending.current?.();
    pending.current = undefined;
  };
  const leave = useEffectEvent(flush);
  useEffect(() => {
    const onLeave = () => leave();
    window.addEventListener("pagehide", onLeave);
    return () => {
      window.removeEventListener("pagehide", onLeave);
      onLeave();
    };
  }, []);
  const schedule = (save: () => void) => {
    pending.current = save;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, saveAfter);
  };
  return { schedule, flush };
}
