import { tokensWithin } from "@/lib/model/context";
import { generate } from "@/lib/model/generate";
import type { LanguageModel } from "@/lib/model/language-model";
import { type Draw, draw } from "../draw";
import { uniform } from "../sampling";
import type { Settings } from "../settings";

export const writeLimit = 40;

export interface Order {
  prompt: string;
  settings: Settings;
  seed: number;
}

export interface Written extends Omit<Draw, "rows"> {
  id: number;
  text: string;
  rows: (Draw["rows"][number] & { text: string })[];
  /** Probability it was drawn with. */
  probability: number;
}

export interface Writing {
  order: Order;
  status: "waiting" | "running" | "done" | "ended" | "stopped" | "failed";
  tokens: Written[];
  /** The written text as a whole; single tokens may be parts of characters. */
  text: string;
  /** Milliseconds a token, the first aside. */
  pace: number;
  error?: string;
}

/**
 * Writes one text, telling `show` after every token; after a long prompt only until the context is full.
 * Never throws: a failure is an outcome.
 */
export async function writeOut(
  signal: AbortSignal,
  model: LanguageModel,
  begun: Writing,
  show: (writing: Writing) => void,
) {
  const { prompt, settings, seed } = begun.order;
  const next = uniform(seed);
  let ended = false;
  let now: Writing = { ...begun, status: "running" };
  show(now);
  const times: number[] = [];
  try {
    const tokens = [0, ...tokensWithin(model.tokenizer, prompt, model.contextLength - 1)];
    const stream = generate(signal, model, tokens, writeLimit, (logits, soFar) => {
      const choice = draw(Array.from(logits), soFar, settings, next());
      ended = choice.token === 0;
      return choice;
    });
    for await (const { token, text, extra, milliseconds } of stream) {
      signal.throwIfAborted();
      if (now.tokens.length > 0) times.push(milliseconds);
      const rows = extra.rows.map((row) => ({ ...row, text: model.tokenizer.text(row.id) }));
      const written = [
        ...now.tokens,
        { ...extra, id: token, text, rows, probability: rows[extra.drawn].after },
      ];
      now = {
        ...now,
        tokens: written,
        text: model.tokenizer.decode(written.map(({ id }) => id)),
        pace: times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length),
      };
      show(now);
    }
    show({ ...now, status: ended ? "ended" : "done" });
  } catch (error) {
    if (!signal.aborted) show({ ...now, status: "failed", error: (error as Error).message });
  }
}
