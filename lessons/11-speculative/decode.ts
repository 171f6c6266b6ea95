import type { TextModel } from "@/lib/model/generate";
import { type Chance, overlap, softmax, verify } from "./speculative";

export interface Settings {
  /** Tokens drafted in a round; 0 is plain decoding. */
  gamma: number;
  temperature: number;
  /** Most tokens to write. */
  limit: number;
}

/** A drafted token, and how the two models see it. */
export interface Drafted {
  token: number;
  /** Probability the target gives it, and the draft. */
  p: number;
  q: number;
  /** Σ min(p, q) over the vocabulary at its place: the chance that any draft is kept here. */
  overlap: number;
}

export interface Round {
  /** The first token, which came with reading the prompt. */
  opening: boolean;
  drafted: Drafted[];
  accepted: number;
  /** What the target added, and the probability it gives it. */
  token: number;
  p: number;
  /** What the round adds to the text. Ends with the end of the text, token 0, if that was drawn. */
  written: number[];
  /** Milliseconds of drafting and of checking, messages included. */
  draftTime: number;
  targetTime: number;
}

/** What rounds need of a model: sessions, and how long a text may become. */
export type Writer = Pick<TextModel, "start" | "contextLength">;

/**
 * Writes on after `tokens`, a round at a time. The first "round" has no drafts: reading the prompt gives the first
 * token. Ends after `limit` tokens, at the end-of-text token, when the context is full, or on abort.
 */
export async function* speculate(
  signal: AbortSignal,
  target: Writer,
  draft: Writer,
  tokens: readonly number[],
  { gamma, temperature, limit }: Settings,
  chance: Chance,
): AsyncGenerator<Round, void> {
  const context = Math.min(target.contextLength, draft.contextLength);
  const text = [...tokens];
  const end = Math.min(tokens.length + limit, context);
  if (end <= tokens.length) return;
  const big = await timed(() => target.start(signal, tokens));
  let small: Awaited<ReturnType<Writer["start"]>> | undefined;
  /** How many tokens of the text each model has read. */
  const read = { big: tokens.length, small: tokens.length };
  try {
    const opening = softmax(big.value.logits, temperature);
    const first = chance.draw(opening);
    text.push(first);
    yield {
      opening: true,
      drafted: [],
      accepted: 0,
      token: first,
      p: opening[first],
      written: [first],
      draftTime: 0,
      targetTime: big.milliseconds,
    };
    if (gamma > 0 && first !== 0) small = await draft.start(signal, tokens);
    while (text[text.length - 1] !== 0 && text.length < end) {
      signal.throwIfAborted();
      const most = Math.min(gamma, end - text.length - 1);
      const drafting = await timed(async () => {
        const q: number[][] = [];
        const proposed: number[] = [];
        while (small && proposed.length < most && proposed[proposed.length - 1] !== 0) {
          const unread = [...text, ...proposed].slice(read.small);
          const { logits } = await small.extend(signal, unread);
          read.small += unread.length;
          q.push(softmax(rows(logits, unread.length)[unread.length - 1], temperature)); // [V]
          proposed.push(chance.draw(q[q.length - 1]));
        }
        return { q, proposed };
      });
      const { q, proposed } = drafting.value;
      const checking = await timed(async () => {
        const unread = [...text.slice(read.big), ...proposed];
        const { logits } = await big.value.extend(signal, unread);
        read.big += unread.length;
        const judging = rows(logits, unread.length).slice(-1 - proposed.length);
        return judging.map((row) => softmax(row, temperature)); // [γ + 1, V]
      });
      const p = checking.value;
      const { accepted, token } = verify(p, q, proposed, chance);
      const written = untilEnd([...proposed.slice(0, accepted), token]);
      text.push(...written);
      const start = performance.now();
      // Neither model may have read more than what is certain; the newest token is read in the next round.
      for (const [session, name] of [[big.value, "big"] as const, [small, "small"] as const])
        if (session && read[name] > text.length - 1) {
          await session.rewind(signal, text.length - 1);
          read[name] = text.length - 1;
        }
      yield {
        opening: false,
        drafted: proposed.map((id, i) => ({
          token: id,
          p: p[i][id],
          q: q[i][id],
          overlap: overlap(p[i], q[i]),
        })),
        accepted,
        token,
        p: p[accepted][token],
        written,
        draftTime: drafting.milliseconds,
        targetTime: checking.milliseconds + performance.now() - start,
      };
    }
  } finally {
    big.value.close();
    small?.close();
  }
}

/** Tokens up to the end of the text, which stays. */
function untilEnd(tokens: number[]): number[] {
  const end = tokens.indexOf(0);
  return end < 0 ? tokens : tokens.slice(0, end + 1);
}

/** Row-major `[T, V]` → T rows. */
function rows(logits: Float32Array, count: number): Float32Array[] {
  const width = logits.length / count;
  return Array.from({ length: count }, (_, i) => logits.subarray(i * width, (i + 1) * width));
}

async function timed<Value>(run: () => Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  const start = performance.now();
  const value = await run();
  return { value, milliseconds: performance.now() - start };
}
