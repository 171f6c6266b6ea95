import { type RefObject, useEffect, useEffectEvent } from "react";

/** Tells whenever an element comes into view, a little before it does, or leaves it. */
export function useVisible(ref: RefObject<Element | null>, onChange: (visible: boolean) => void): void {
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver((entries) => tell(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: "100px 0px",
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
}
