/** Parts of a lesson's page by what their elements carry; not all of them have an id. */
const marks = ["demo", "cell", "exercise", "predict"];

/** Shows the part of the page that is called `anchor`, and puts the keyboard there; false if there is none. */
export function goTo(anchor: string): boolean {
  const name = CSS.escape(anchor);
  const target =
    document.getElementById(anchor) ??
    document.querySelector<HTMLElement>(marks.map((mark) => `[data-${mark}="${name}"]`).join());
  if (!target) return false;
  target.scrollIntoView({ block: "start" });
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  return true;
}
