import type { Display } from "./display";

/** Console lines that follow each other in one tone are drawn as one block. */
export function joinLines(displays: readonly Display[]): Display[] {
  const joined: Display[] = [];
  for (const display of displays) {
    const last = joined.at(-1);
    const joins =
      display.kind === "text" &&
      last?.kind === "text" &&
      last.tone === display.tone &&
      display.tone !== "value";
    if (joins) joined[joined.length - 1] = { ...last, text: `${last.text}\n${display.text}` };
    else joined.push(display);
  }
  return joined;
}
