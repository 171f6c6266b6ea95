import type { NumPy, Tensor } from "../arrays/api";
import { sample } from "../model/sampling";
import { seeded } from "./random";
import type { CellModel, CellTrace, Forward, GenerateOptions, TraceOptions } from "./stdlib";

/** Longest text for `trace` and `allLogits`, as for the shipped model. */
const longest = 64;

/**
 * A model whose forward pass is the reader's own, run where the cell runs, on the weights of the shipped one.
 * Without a cache: whoever changes the attention should not have to change two of them.
 */
export function changeModel(
  shipped: CellModel,
  forward: Forward,
  params: Record<string, Tensor>,
  np: NumPy,
): CellModel {
  const { config } = shipped;
  const gate = (given: number[][] | undefined, each: number) =>
    given ? np.array(given) : np.ones([config.n_layer, each]);

  const read = (tokens: readonly number[], { heads, parts }: TraceOptions = {}) => {
    const whole = { dtype: "int32" } as const;
    const gates = { heads: gate(heads, config.n_head), parts: gate(parts, 2) };
    const out = forward(params, np.array(tokens, whole), np.array(0, whole), gates, config);
    checkLogits(out?.logits, [tokens.length, config.n_vocab]);
    return out;
  };
  const trace = async (text: string, options: TraceOptions = {}): Promise<CellTrace> => {
    if (options.lens) throw new RangeError("trace: a changed model has no lens; ask the shipped one.");
    if (options.router || options.experts) throw noExperts("trace");
    const rest = await shipped.tokenize(text);
    if (rest.length > longest)
      throw new RangeError(`trace reads at most ${longest} tokens at once; this text has ${rest.length}.`);
    const tokens = [0, ...rest];
    const { logits, attention, residual } = read(tokens, options);
    return {
      tokens,
      logits: logits.js(),
      attention: options.attention ? attention.map((maps) => maps.js()) : undefined,
      residual: options.residual ? residual.map((stream) => stream.js()) : undefined,
    };
  };
  const startOf = async (text: string) => {
    const rest = await shipped.tokenize(text);
    const most = config.n_ctx - 1;
    if (rest.length > most)
      throw new RangeError(
        `This text has ${rest.length} tokens; the model reads at most ${most} at once. Shorten it by ${rest.length - most}.`,
      );
    return [0, ...rest];
  };
  const lastLogits = (tokens: readonly number[]): number[] => read(tokens).logits.slice(-1).js();

  const changed: CellModel = {
    ...shipped,
    name: `${shipped.name}, changed`,
    trace,
    logits: async (text) => lastLogits(await startOf(text)),
    allLogits: async (text) => (await trace(text)).logits,
    async *generate(
      text: string,
      { maxTokens = 40, seed = 1, stop = [], experts, ...sampling }: GenerateOptions = {},
    ) {
      if (experts) throw noExperts("generate");
      const random = seeded(seed);
      const tokens = await startOf(text);
      let written = "";
      for (let count = 0; count < maxTokens && tokens.length < config.n_ctx; count++) {
        const { token, probability } = sample(lastLogits(tokens), sampling, random.uniform());
        if (token === 0) return;
        tokens.push(token);
        const [piece] = await shipped.tokenTexts([token]);
        yield { id: token, text: piece, probability };
        written += piece;
        if (stop.some((end) => written.includes(end))) return;
      }
    },
  };
  readers.set(changed, { name: shipped.name, read });
  return changed;
}

/** A changed forward pass on the weights of a model of the page. */
export interface Reader {
  /** Of the shipped model. */
  name: string;
  read(tokens: readonly number[], options?: TraceOptions): ReturnType<Forward>;
}

const readers = new WeakMap<object, Reader>();

/** How a changed model reads; nothing for a shipped one. */
export function readerOf(model: CellModel): Reader | undefined {
  return readers.get(model);
}

/** A `Forward` is told nothing of experts; whoever writes one chooses them there. */
function noExperts(method: string): RangeError {
  return new RangeError(
    `${method}: which experts run is up to your forward; ask the shipped model for \`experts\` and \`router\`.`,
  );
}

function checkLogits(logits: Tensor | undefined, expected: readonly number[]): void {
  const show = (shape: readonly number[]) => `(${shape.join(", ")})`;
  if (!logits?.shape)
    throw new TypeError(
      "model: your forward returned no logits; it returns { logits, attention, residual }.",
    );
  if (show(logits.shape) !== show(expected))
    throw new RangeError(
      `model: your forward returned logits of shape ${show(logits.shape)}; they have one row a token and one column a vocabulary entry, ${show(expected)}.`,
    );
}
