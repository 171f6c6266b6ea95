"use client";

import { useEffect } from "react";

/** Long enough not to open what the pointer only passes, in milliseconds. */
const delay = 150;

/** Opens the popover of a button also while the pointer rests on it, or the keyboard's focus. */
export function OpenOnHover({ selector }: { selector: string }) {
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown: HTMLElement | undefined;
    const later = (work: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(work, delay);
    };
    const hide = () => {
      if (shown?.matches(":popover-open")) shown.hidePopover();
      shown = undefined;
    };
    const show = (button: HTMLButtonElement) => {
      const popover = button.popoverTargetElement as HTMLElement | null;
      if (!popover || popover.matches(":popover-open")) return;
      popover.showPopover({ source: button });
      shown = popover;
    };
    const find = (target: EventTarget | null) =>
      (target as Element | null)?.closest?.<HTMLButtonElement>(`button${selector}`);

    const over = ({ target, pointerType }: PointerEvent) => {
      if (pointerType !== "mouse") return;
      const button = find(target);
      if (button) later(() => show(button));
      else if (shown?.contains(target as Node)) clearTimeout(timer);
      else if (shown) later(hide);
      else clearTimeout(timer);
    };
    const focus = ({ target }: FocusEvent) => {
      const button = find(target);
      if (button?.matches(":focus-visible")) show(button);
      else if (shown && !shown.contains(target as Node)) hide();
    };
    document.addEventListener("pointerover", over, { signal });
    document.addEventListener("focusin", focus, { signal });
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [selector]);
  return null;
}
