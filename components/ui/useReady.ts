import { useSyncExternalStore } from "react";

/** Whether the page has come alive: a button that cannot work yet, or ever without JavaScript, is disabled. */
export function useReady(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
