/** Counts down `limit` milliseconds from now, but not while paused; then calls `onEnd`. */
export function createClock(limit: number, onEnd: () => void) {
  let left = limit;
  let since = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(onEnd, left);
  return {
    pause() {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      left -= performance.now() - since;
    },
    resume() {
      if (timer !== undefined) return;
      since = performance.now();
      timer = setTimeout(onEnd, left);
    },
  };
}
