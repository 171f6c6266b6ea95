import { tokensWithin } from "../model/context";
import { generate, type TextModel } from "../model/generate";
import { sample } from "../model/sampling";
import { seeded } from "./random";
import type { TextArguments, WrittenToken } from "./services";

/** Texts being written at a time for all cells of a page; each holds a cache of keys and values. */
const most = 4;
/** Tokens, unless a cell wants fewer or more. */
const usual = 40;

type Stream = AsyncGenerator<WrittenToken, void>;

/** The texts that cells are having written, by number: a cell pulls them token by token. */
export class Writings {
  private readonly streams = new Map<number, Stream>();
  private count = 0;

  /** The oldest text makes room for one too many. */
  start(signal: AbortSignal, model: TextModel, args: TextArguments): number {
    const [oldest] = this.streams.keys();
    if (this.streams.size >= most) this.end(oldest);
    const writing = this.count++;
    this.streams.set(writing, write(signal, model, args));
    signal.addEventListener("abort", () => this.end(writing));
    return writing;
  }

  async next(writing: number): Promise<WrittenToken | null> {
    const stream = this.streams.get(writing);
    if (!stream)
      throw new RangeError(
        `This text was ended: at most ${most} are written at a time, and only as long as their cell runs.`,
      );
    const { value, done } = await stream.next();
    if (!done) return value;
    this.streams.delete(writing);
    return null;
  }

  end(writing: number): void {
    void this.streams
      .get(writing)
      ?.return()
      .catch(() => {});
    this.streams.delete(writing);
  }
}

async function* write(
  signal: AbortSignal,
  model: TextModel,
  { text, maxTokens = usual, seed = 1, stop = [], experts, ...sampling }: TextArguments,
): Stream {
  const random = seeded(seed);
  const tokens = [0, ...tokensWithin(model.tokenizer, text, model.contextLength - 1)];
  let written = "";
  const choose = (logits: Float32Array) => {
    const { token, probability } = sample(logits, sampling, random.uniform());
    return { token, extra: probability };
  };
  for await (const { token, text, extra } of generate(signal, model, tokens, maxTokens, choose, experts)) {
    yield { id: token, text, probability: extra };
    written += text;
    if (stop.some((end) => written.includes(end))) return;
  }
}
