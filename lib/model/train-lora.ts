/**
 * Fine-tuning in the page: gradients through `gpt.ts` by jax-js, Adam by hand. Trains an adapter beside frozen
 * weights or, for comparison, all weights. `training/adapters` does the same in JAX.
 *
 * Shapes: T tokens a row, V vocabulary, r rank. Rows are read one by one and their gradients averaged: jax-js is an
 * order of magnitude faster so than with `vmap`.
 */
import { jit, numpy, tree, valueAndGrad } from "@jax-js/jax";
import { seeded } from "../notebook/random";
import { nn, np, type Tensor } from "./arrays";
import { type Config, forward, type Params } from "./gpt";
import { adaptedNames, type Target } from "./lora";
import type { StoredTensor } from "./safetensors";

export interface TrainSettings {
  /** `full` trains every weight and has no use for rank, alpha and targets. */
  method: "lora" | "full";
  rank: number;
  alpha: number;
  targets: readonly Target[];
  steps: number;
  /** Highest learning rate. */
  rate: number;
  /** Of the adapter's first A and of the rows' places in the text. */
  seed: number;
}

/** Rows a step and tokens a row: as much as two slow cores read and learn from in a fraction of a second. */
export const batch = { rows: 4, width: 64 };

/** Adam's memory of slopes and of their squares, its guard against division by 0, and the longest gradient let through. */
const [beta1, beta2, epsilon, longest] = [0.9, 0.98, 1e-8, 1];

/** What is trained, and Adam's running means of its slopes and of their squares. */
type State = Record<"trained" | "mean" | "square", Params>;

/** Mean cross-entropy in nats of a row's tokens after the first. row: `[T + 1]`, int32. */
export function lossOf(params: Params, row: Tensor, config: Config): Tensor {
  const T = row.shape[0] - 1;
  const [given, wanted] = [np.take(row, np.arange(T), 0), np.take(row, np.add(np.arange(T), 1), 0)]; // [T] each
  const gates = { heads: np.ones([config.n_layer, config.n_head]), parts: np.ones([config.n_layer, 2]) };
  const start = np.array(0, { dtype: np.int32 });
  const logp = nn.logSoftmax(forward(params, given, start, gates, config).logits, -1); // [T, V]
  return np.negative(np.mean(np.sum(np.multiply(logp, nn.oneHot(wanted, config.n_vocab)), -1)));
}

/**
 * One run. Weights and state lie in the engine until `dispose`; call nothing afterwards. `init` of jax-js must have
 * chosen a device before.
 */
export class Trainer {
  /** Steps taken. */
  done = 0;
  private state: State;
  private readonly frozen: Params;
  private readonly random: ReturnType<typeof seeded>;
  private readonly scale: number;

  constructor(
    private readonly config: Config,
    weights: Readonly<Record<string, StoredTensor>>,
    readonly settings: TrainSettings,
  ) {
    this.random = seeded(settings.seed);
    const all = mapValues(weights, toTensor);
    const full = settings.method === "full";
    this.scale = full ? 1 : settings.alpha / settings.rank;
    const trained = full ? all : this.freshAdapter(weights);
    this.frozen = full ? {} : all;
    this.state = { trained, mean: mapValues(trained, zerosLike), square: mapValues(trained, zerosLike) };
  }

  /** A random, B zero: a fresh adapter changes nothing. A's rows have length about 1, as in `training/lora.py`. */
  private freshAdapter(weights: Readonly<Record<string, StoredTensor>>): Params {
    const shapes = mapValues(weights, ({ shape }) => shape);
    const { rank, targets } = this.settings;
    const adapter: Params = {};
    for (const name of adaptedNames(shapes, targets)) {
      const [n_in, n_out] = shapes[name];
      const a = Float32Array.from({ length: n_in * rank }, () => this.random.normal(1 / Math.sqrt(n_in)));
      adapter[`${name}.lora_A`] = toTensor({ data: a, shape: [n_in, rank] });
      adapter[`${name}.lora_B`] = numpy.zeros([rank, n_out]);
    }
    return adapter;
  }

  /** The weights as the network reads them: those that are trained beside or in place of the frozen ones. */
  private join(trained: Params, frozen: Params): Params {
    const scaled = (name: string, x: Tensor) => (name.endsWith(".lora_B") ? np.multiply(x, this.scale) : x);
    return { ...frozen, ...Object.fromEntries(Object.entries(trained).map(([k, x]) => [k, scaled(k, x)])) };
  }

  private readonly gradients = jit((trained: Params, frozen: Params, row: Tensor) =>
    valueAndGrad((inside: Params) => lossOf(this.join(inside, frozen), row, this.config))(trained),
  );

  /** Kingma & Ba 2014, on the mean of the rows' gradients, cut to length 1. `step` counts from 1. */
  private readonly update = jit((state: State, rows: Params[], rate: Tensor, step: Tensor) => {
    const mean = (name: string) => np.divide(rows.map((row) => row[name]).reduce(plus), rows.length);
    const gradients = Object.fromEntries(Object.keys(state.trained).map((name) => [name, mean(name)]));
    const length = np.sqrt(
      Object.values(gradients)
        .map((g) => np.sum(np.square(g)))
        .reduce(plus),
    );
    const cut = np.minimum(1, np.divide(longest, np.add(length, 1e-6)));
    const next: State = { trained: {}, mean: {}, square: {} };
    for (const name of Object.keys(gradients)) {
      const g = np.multiply(gradients[name], cut);
      const mean = np.add(np.multiply(state.mean[name], beta1), np.multiply(g, 1 - beta1));
      const square = np.add(np.multiply(state.square[name], beta2), np.multiply(np.square(g), 1 - beta2));
      const fair = np.divide(mean, np.subtract(1, np.power(beta1, step))); // of a mean that began with 0
      const size = np.sqrt(np.divide(square, np.subtract(1, np.power(beta2, step))));
      const move = np.multiply(np.divide(fair, np.add(size, epsilon)), rate);
      next.trained[name] = np.subtract(state.trained[name], move);
      next.mean[name] = mean;
      next.square[name] = square;
    }
    return next;
  });

  private readonly measure = jit((trained: Params, frozen: Params, row: Tensor) =>
    lossOf(this.join(trained, frozen), row, this.config),
  );

  /** Learns from rows at random places of `tokens`; returns their mean loss before the step, in nats a token. */
  async step(tokens: readonly number[]): Promise<number> {
    const { steps, rate } = this.settings;
    const rows = toRows(tokens, batch.rows, () => this.random.uniform());
    const found = rows.map((row) =>
      this.gradients(this.borrow("trained"), tree.ref(this.frozen), toInts(row)),
    );
    const now = numpy.array(rateAt(this.done, steps, rate));
    this.done += 1;
    const step = numpy.array(this.done, { dtype: numpy.float32 });
    this.state = this.update(
      this.state,
      found.map(([, gradients]) => gradients),
      now,
      step,
    );
    return meanOf(found.map(([loss]) => loss));
  }

  /** Loss on `tokens`, in rows that are spread evenly over them; changes nothing. */
  async lossOn(tokens: readonly number[]): Promise<number> {
    let row = 0;
    const rows = toRows(tokens, batch.rows, () => row++ / (batch.rows - 1));
    return meanOf(
      rows.map((row) => this.measure(this.borrow("trained"), tree.ref(this.frozen), toInts(row))),
    );
  }

  /** What is trained, as it is now: A and B of an adapter, or all weights. */
  async tensors(): Promise<Record<string, StoredTensor>> {
    const out: Record<string, StoredTensor> = {};
    for (const [name, x] of Object.entries(this.state.trained))
      out[name] = { dtype: "F32", shape: [...x.shape], data: (await x.ref.data()) as Float32Array };
    return out;
  }

  dispose(): void {
    tree.dispose([this.state, this.frozen]);
    for (const program of [this.gradients, this.update, this.measure]) program.dispose();
  }

  private borrow(part: keyof State): Params {
    return tree.ref(this.state[part]) as Params;
  }
}

/** The rate of a step: rises over the first tenth, stays, and falls in a line over the last four tenths. */
export function rateAt(step: number, steps: number, peak: number): number {
  const rise = Math.max(1, Math.round(0.1 * steps));
  const fall = Math.max(1, Math.round(0.4 * steps));
  return peak * Math.min(1, (step + 1) / rise, (steps - step) / fall);
}

/** Rows of at most `width + 1` tokens that begin at `place()` (0 to 1) of the text. */
export function toRows(tokens: readonly number[], rows: number, place: () => number): number[][] {
  const width = Math.min(batch.width, tokens.length - 1);
  if (width < 1) throw new RangeError("There is nothing to learn from in fewer than two tokens.");
  const last = tokens.length - (width + 1);
  return Array.from({ length: rows }, () => {
    const start = Math.min(last, Math.floor(place() * (last + 1)));
    return tokens.slice(start, start + width + 1);
  });
}

async function meanOf(losses: Tensor[]): Promise<number> {
  let sum = 0;
  for (const loss of losses) sum += ((await loss.data()) as Float32Array)[0];
  return sum / losses.length;
}

const plus = (a: Tensor, b: Tensor) => np.add(a, b);
const toInts = (row: readonly number[]) => numpy.array(Int32Array.from(row));

function toTensor({ data, shape }: Pick<StoredTensor, "data" | "shape">): Tensor {
  return numpy.array(data as Float32Array<ArrayBuffer>).reshape([...shape]);
}

function zerosLike(x: Tensor): Tensor {
  return numpy.zeros([...x.shape]);
}

function mapValues<In, Out>(record: Readonly<Record<string, In>>, change: (value: In) => Out) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
