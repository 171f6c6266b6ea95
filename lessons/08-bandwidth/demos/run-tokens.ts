import type { LanguageModel } from "@/lib/model/language-model";
import type { TokenFigures } from "../measure/store";
import { scale, spread } from "../statistics";

export const writeLimit = 60;
/** Lengths for which the engine compiles one program each. */
export const promptLengths = [32, 64, 128, 256];
/** Tokens and passes at the start that only warm up. */
const [warmTokens, warmPasses, passes] = [4, 2, 7];

export interface TokenRun extends TokenFigures {
  /** Medians of one written token, milliseconds: as the page sees it, and inside the model's worker. */
  outside: number;
  inside: number;
  written: number;
  text: string;
}

export interface RunProgress {
  now: "decode" | "prefill";
  written: number;
  text: string;
}

/** Writes tokens one after another, then reads whole prompts, and times both. */
export async function runTokens(
  signal: AbortSignal,
  model: LanguageModel,
  prompt: string,
  tell: (progress: RunProgress) => void,
): Promise<TokenRun> {
  const tokens = model.encode(prompt).slice(0, 64);
  const session = await model.start(signal, tokens);
  const [outside, inside]: number[][] = [[], []];
  const written: number[] = [];
  try {
    let { logits } = session;
    for (let i = 0; i < writeLimit && tokens.length + i < model.contextLength; i++) {
      const token = best(logits);
      written.push(token);
      const start = performance.now();
      const step = await session.decode(signal, token);
      outside.push(performance.now() - start);
      inside.push(step.milliseconds);
      logits = step.logits;
      if (i % 5 === 4)
        tell({ now: "decode", written: written.length, text: model.tokenizer.decode(written) });
    }
  } finally {
    session.close();
  }
  const text = model.tokenizer.decode(written);
  tell({ now: "prefill", written: written.length, text });
  const prefill = [];
  for (const length of promptLengths.filter((n) => n <= model.contextLength)) {
    const filler = Array.from({ length }, (_, i) =>
      i === 0 ? 0 : (tokens[1 + (i % (tokens.length - 1))] ?? 1),
    );
    const times: number[] = [];
    for (let i = 0; i < warmPasses + passes; i++)
      times.push((await model.trace(signal, filler)).milliseconds);
    prefill.push({ tokens: length, rate: perSecond(times.slice(warmPasses), length) });
  }
  const timed = outside.slice(warmTokens);
  return {
    decode: perSecond(timed, 1),
    context: tokens.length + Math.round(written.length / 2),
    prefill,
    outside: spread(timed).median,
    inside: spread(inside.slice(warmTokens)).median,
    written: written.length,
    text,
  };
}

/** Milliseconds a run → tokens a second. */
function perSecond(milliseconds: number[], tokens: number) {
  return scale(spread(milliseconds.map((ms) => 1 / Math.max(ms, 1e-3))), 1000 * tokens);
}

/** The likeliest token but the end of the text, so that the run has its full length. */
function best(logits: Float32Array): number {
  let winner = 1;
  for (let id = 2; id < logits.length; id++) if (logits[id] > logits[winner]) winner = id;
  return winner;
}
