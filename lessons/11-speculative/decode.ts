import type { TextModel } from "@/lib/model/generate";
import type { Session } from "@/lib/model/language-model";
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
  const end = Math.min(tokens.length + limit, target.contextLength, draft.contextLength);
  if (end <= tokens.length) return;
  const text = [...tokens];
  const opening = await timed(() => target.start(signal, tokens));
  const big = new Reader(opening.value, tokens.length, temperature);
  let small: Reader | undefined;
  try {
    const probs = softmax(opening.value.logits, temperature); // [V]
    text.push(chance.draw(probs));
    yield toOpening(text[tokens.length], probs, opening.milliseconds);
    if (gamma > 0) small = new Reader(await draft.start(signal, tokens), tokens.length, temperature);
    while (text[text.length - 1] !== 0 && text.length < end) {
      signal.throwIfAborted();
      const most = Math.min(gamma, end - text.length - 1); // the target adds one more
      const drafting = await timed(() => propose(signal, small, text, most, chance));
      const { drafted, q } = drafting.value;
      const checking = await timed(() => big.read(signal, [...text, ...drafted], drafted.length + 1));
      const p = checking.value; // [γ + 1, V]
      const { accepted, token } = verify(p, q, drafted, chance);
      const written = untilEnd([...drafted.slice(0, accepted), token]);
      text.push(...written);
      const back = await timed(async () => {
        await big.keep(signal, text.length - 1); // the newest token is read in the next round
        await small?.keep(signal, text.length - 1);
      });
      yield {
        opening: false,
        drafted: drafted.map((id, i) => ({
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
        targetTime: checking.milliseconds + back.milliseconds,
      };
    }
  } finally {
    big.session.close();
    small?.session.close();
  }
}

/** Drafts up to `most` tokens behind `text`, fewer where the text ends, and says from which distributions. */
async function propose(
  signal: AbortSignal,
  small: Reader | undefined,
  text: readonly number[],
  most: number,
  chance: Chance,
): Promise<{ drafted: number[]; q: number[][] }> {
  const drafted: number[] = [];
  const q: number[][] = []; // [γ, V]
  while (small && drafted.length < most && drafted[drafted.length - 1] !== 0) {
    const [probs] = await small.read(signal, [...text, ...drafted], 1);
    q.push(probs);
    drafted.push(chance.draw(probs));
  }
  return { drafted, q };
}

/** A model at work on a text, and how many of its tokens it has read. */
class Reader {
  constructor(
    readonly session: Session,
    private length: number,
    private readonly temperature: number,
  ) {}

  /** Reads what is new of `text`, in one pass; gives the distributions after each of its last tokens. `[count, V]` */
  async read(signal: AbortSignal, text: readonly number[], count: number): Promise<number[][]> {
    const unread = text.slice(this.length);
    const { logits } = await this.session.extend(signal, unread);
    this.length = text.length;
    const V = logits.length / unread.length;
    const first = unread.length - count;
    return Array.from({ length: count }, (_, i) =>
      softmax(logits.subarray((first + i) * V, (first + i + 1) * V), this.temperature),
    );
  }

  /** Takes back what it has read beyond the first `length` tokens. */
  async keep(signal: AbortSignal, length: number): Promise<void> {
    if (this.length <= length) return;
    await this.session.rewind(signal, length);
    this.length = length;
  }
}

function toOpening(token: number, probs: readonly number[], milliseconds: number): Round {
  return {
    opening: true,
    drafted: [],
    accepted: 0,
    token,
    p: probs[token],
    written: [token],
    draftTime: 0,
    targetTime: milliseconds,
  };
}

/** Tokens up to the end of the text, which stays. */
function untilEnd(tokens: number[]): number[] {
  const end = tokens.indexOf(0);
  return end < 0 ? tokens : tokens.slice(0, end + 1);
}

async function timed<Value>(run: () => Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  const start = performance.now();
  const value = await run();
  return { value, milliseconds: performance.now() - start };
}
