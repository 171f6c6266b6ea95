import type { Display } from "./display";

/** A block that is as long as this takes no more lines: the page draws only so much at once, see `countDrawn`. */
const blockLength = 20_000;

/** Console lines that follow each other in one tone are drawn as one block. */
export function joinLines(displays: readonly Display[]): Display[] {
  const joined: Display[] = [];
  for (const display of displays) {
    const last = joined.at(-1);
    const joins =
      display.kind === "text" &&
      last?.kind === "text" &&
      last.tone === display.tone &&
      last.text.length < blockLength &&
      display.tone !== "value";
    if (joins) joined[joined.length - 1] = { ...last, text: `${last.text}\n${display.text}` };
    else joined.push(display);
  }
  return joined;
}
