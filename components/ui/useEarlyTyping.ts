import { type RefObject, useEffect, useEffectEvent } from "react";
import type { EarlyField } from "@/lib/early-typing";

/**
 * Takes over what was typed into a field before the page came alive: React would put its own value back at once, or
 * at the next change. `take` is called once, if there is anything.
 */
export function useEarlyTyping(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null>,
  value: string,
  take: (typed: string) => void,
): void {
  const look = useEffectEvent(() => {
    const typed = (field.current as EarlyField | null)?.typedEarly ?? field.current?.value;
    if (!field.current || typed === undefined || typed === value) return;
    // React takes the field's value for the one it rendered, until it is set where React sees it: it would hold the
    // reader's way back to that value for no change.
    field.current.value = typed;
    take(typed);
  });
  useEffect(() => look(), []);
}

/**
 * The same for radio buttons and checkboxes: React leaves them as they are, and would show one and mean another. `take`
 * gets all of the place, once, if any is not as it was rendered.
 */
export function useEarlyChoice(
  place: RefObject<Element | null>,
  take: (inputs: HTMLInputElement[]) => void,
): void {
  const look = useEffectEvent(() => {
    const inputs = [...(place.current?.querySelectorAll("input") ?? [])];
    if (inputs.some(({ checked, defaultChecked }) => checked !== defaultChecked)) take(inputs);
  });
  useEffect(() => look(), []);
}

/** The same for a slider that was moved. The browser's rounding to whole steps is no move. */
export function useEarlyMove(
  range: RefObject<HTMLInputElement | null>,
  value: number,
  step: number,
  take: (moved: number) => void,
): void {
  useEarlyTyping(range, String(value), (moved) => {
    if (Math.abs(Number(moved) - value) > 0.51 * step) take(Number(moved));
  });
}
