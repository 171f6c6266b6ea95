import { type RefObject, useEffect, useEffectEvent } from "react";

/**
 * Takes over what was typed into a field before the page came alive: React would put its own value back at the
 * next change. `take` is called once, if there is anything.
 */
export function useEarlyTyping(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  value: string,
  take: (typed: string) => void,
): void {
  const look = useEffectEvent(() => {
    const typed = field.current?.value;
    if (typed !== undefined && typed !== value) take(typed);
  });
  useEffect(() => look(), []);
}
