import { completeDisplay } from "./complete";
import type { Display, TextDisplay } from "./display";
import { displayLimit } from "./display-limit";
import { format } from "./format";
import { inspect } from "./inspect";
import { limitDisplay } from "./limit";

/** What the standard library makes, not yet complete. */
type Loose = { kind: string } & Record<string, unknown>;

export type Displays = ReturnType<typeof createDisplays>;

/** What one run shows. `post` takes each display with its place among those of the run. */
export function createDisplays(post: (display: Display, at: number) => void) {
  let made = 0;
  const emit = (make: () => Display) => {
    const at = made++;
    if (at < displayLimit) post(make(), at);
    return at;
  };
  const display = (value: unknown) => void emit(() => inspect(value));
  const write = (tone: TextDisplay["tone"], values: unknown[]) =>
    emit(() => limitDisplay({ kind: "text", text: values.map((value) => format(value)).join(" "), tone }));
  const log = (...values: unknown[]) => void write("log", values);
  return {
    display,
    /** Takes what the standard library made; the page checks it. */
    show: (made: Loose) => void emit(() => completeDisplay(made)),
    console: {
      log,
      info: log,
      debug: log,
      dir: log,
      trace: log,
      warn: (...values: unknown[]) => void write("warn", values),
      error: (...values: unknown[]) => void write("error", values),
      table: display,
    },
    /** A place under the cell where one value takes the place of the one before. */
    slot() {
      let at: number | undefined;
      return (value: unknown) => {
        if (at === undefined) at = emit(() => inspect(value));
        else if (at < displayLimit) post(inspect(value), at);
      };
    },
    /** Says what was left out; to be called when the run ends. */
    finish() {
      if (made <= displayLimit) return;
      const rest = (made - displayLimit).toLocaleString("en-US");
      post({ kind: "text", text: `… ${rest} more outputs were left out`, tone: "warn" }, displayLimit);
    },
  };
}
