import { defaultDevice, init, jit, numpy, tree } from "@jax-js/jax";
import type { Tensor } from "../arrays";
import type { Engine, EngineSession, EngineTrace } from "../engine";
import { toExpertGates } from "../experts";
import { type Cache, type Config, type Params, unembed } from "../gpt";
import { forward, type Gates, isMoe } from "../networks";
import type { Device, Experts, TraceRequest } from "../protocol";
import type { StoredTensor } from "../safetensors";
import { checkGates, checkLength, checkRewind, checkRoom } from "./checks";
import { reuseKernelInstances } from "./kernel-instances";

/**
 * Runs `gpt.ts` and `moe.ts` with jax-js. Programs are compiled once per input length, so lengths are rounded up to one
 * of a few sizes: the padding stands behind the text, where a causal model cannot see it.
 */
export async function openJaxEngine(
  device: Device,
  config: Config,
  weights: Record<string, StoredTensor>,
): Promise<Engine> {
  reuseKernelInstances();
  const ready = await init(device);
  if (!ready.includes(device)) throw new Error(`${device} is not available in this browser.`);
  defaultDevice(device);
  const params: Params = Object.fromEntries(
    Object.entries(weights).map(([name, { data, shape }]) => [name, toTensor(data, shape)]),
  );
  return new JaxEngine(device, config, params);
}

class JaxEngine implements Engine {
  constructor(
    readonly device: Device,
    readonly config: Config,
    readonly params: Params,
  ) {}

  /** Reads a whole text. `[N]` tokens → logits `[N, V]`, attention, residual stream, cache. */
  readonly read = jit((params: Params, tokens: Tensor, gates: Gates) => ({
    ...forward(params, tokens, scalar(0), gates, this.config),
  }));

  /** What each layer's residual stream already predicts. `[L + 1, d]` → `[L + 1, V]` */
  readonly predict = jit((params: Params, rows: Tensor) => unembed(rows, params, this.config));

  /** Reads more tokens behind those in the cache. `[T]` → logits `[T, V]` */
  readonly step = jit((params: Params, tokens: Tensor, position: Tensor, gates: Gates, cache: Cache) => {
    const { logits, cache: grown } = forward(params, tokens, position, gates, this.config, cache);
    return { logits, cache: grown };
  });

  async trace(tokens: readonly number[], want: TraceRequest = {}): Promise<EngineTrace> {
    // What may be refused comes before what would have to be given back.
    const padded = this.padded(tokens);
    const gates = this.gates(want);
    const out = this.read(this.borrowed(), padded, gates);
    tree.dispose(out.cache);
    if (!want.router) tree.dispose([out.router, out.gates]);
    if (!want.attention) tree.dispose(out.attention);
    if (!want.residual && !want.lens) tree.dispose(out.residual);
    const T = tokens.length;
    const residual = want.residual || want.lens ? await firstRows(out.residual, T) : undefined;
    return {
      logits: (await toFloats(out.logits)).slice(0, T * this.config.n_vocab),
      attention: want.attention ? await cropped(out.attention, T) : undefined,
      residual: want.residual ? residual : undefined,
      lens: want.lens ? await this.lens(residual!, T) : undefined,
      router: want.router ? await firstRows(out.router, T) : undefined,
      gates: want.router ? await firstRows(out.gates, T) : undefined,
    };
  }

  /** Reads the last of T tokens off the residual stream `[L + 1, T, d]`. */
  private async lens(residual: Float32Array, T: number): Promise<Float32Array> {
    const { n_layer, d_model } = this.config;
    const rows = new Float32Array((n_layer + 1) * d_model);
    for (let layer = 0; layer <= n_layer; layer++) {
      const last = (layer * T + T - 1) * d_model;
      rows.set(residual.subarray(last, last + d_model), layer * d_model);
    }
    return toFloats(this.predict(this.borrowed(), toTensor(rows, [n_layer + 1, d_model])));
  }

  async start(tokens: readonly number[], experts?: Experts): Promise<EngineSession> {
    const padded = this.padded(tokens);
    const gates = this.gates({ experts });
    const out = this.read(this.borrowed(), padded, tree.ref(gates) as Gates);
    tree.dispose([out.attention, out.residual, out.router, out.gates]);
    const { n_vocab } = this.config;
    const last = (tokens.length - 1) * n_vocab;
    const logits = (await toFloats(out.logits)).slice(last, last + n_vocab);
    const session = new JaxSession(this, gates, out.cache, tokens.length, logits);
    session.makeRoom(64); // one size for most texts, so that the step is compiled once
    return session;
  }

  /** A second reference to every weight, for a function that consumes its arguments. */
  borrowed(): Params {
    return tree.ref(this.params) as Params;
  }

  /** Smallest compiled size that holds `length` tokens. */
  size(length: number): number {
    const sizes = [32, 64, 128, 256, 512, 1024].filter((size) => size < this.config.n_ctx);
    return [...sizes, this.config.n_ctx].find((size) => size >= length) ?? this.config.n_ctx;
  }

  /** Everything but the weights is this engine's, its compiled programs too; it must outlive the other. */
  withWeights(weights: Record<string, StoredTensor>): Engine {
    const params = this.borrowed();
    for (const [name, { data, shape }] of Object.entries(weights)) {
      params[name]?.dispose();
      params[name] = toTensor(data, shape);
    }
    return Object.create(this, {
      params: { value: params },
      dispose: { value: () => tree.dispose(params) },
    });
  }

  /** Smallest compiled step for `tokens` more; near the end of the context as many as there are. */
  stepSize(tokens: number, length: number): number {
    return stepSizes.find((size) => size >= tokens && length + size <= this.config.n_ctx) ?? tokens;
  }

  dispose() {
    tree.dispose(this.params);
    this.read.dispose();
    this.predict.dispose();
    this.step.dispose();
  }

  private gates({ heads, parts, experts, router }: TraceRequest): Gates {
    const { n_layer, n_head } = this.config;
    const chosen = experts || router || isMoe(this.config) ? toExpertGates(this.config, experts) : undefined;
    return {
      heads: toGates(heads, [n_layer, n_head], "heads"),
      parts: toGates(parts, [n_layer, 2], "parts (attention and MLP)"),
      ...(chosen && { experts: numpy.array(chosen.on), perToken: scalar(chosen.perToken) }),
    };
  }

  private padded(tokens: readonly number[]): Tensor {
    checkLength(this.config, tokens);
    const padded = new Int32Array(this.size(tokens.length));
    padded.set(tokens);
    return numpy.array(padded);
  }
}

/** Numbers of tokens for which a step is compiled. */
const stepSizes = [1, 2, 4, 8, 16];
const largestStep = 16;

class JaxSession implements EngineSession {
  constructor(
    private readonly engine: JaxEngine,
    private readonly gates: Gates,
    private cache: Cache,
    private length: number,
    readonly logits: Float32Array,
  ) {}

  decode(token: number): Promise<Float32Array> {
    return this.extend([token]);
  }

  async extend(tokens: readonly number[]): Promise<Float32Array> {
    checkRoom(this.engine.config, this.length, tokens);
    const { n_vocab } = this.engine.config;
    const logits = new Float32Array(tokens.length * n_vocab);
    for (let read = 0; read < tokens.length; ) {
      const piece = tokens.slice(read, read + largestStep);
      logits.set((await this.read(piece)).subarray(0, piece.length * n_vocab), read * n_vocab);
      read += piece.length;
    }
    return logits;
  }

  rewind(length: number): void {
    checkRewind(this.length, length);
    this.length = length; // nothing is erased: no query sees what stands behind it, and the next tokens write over it
  }

  dispose() {
    tree.dispose([this.cache, this.gates]);
  }

  /** One step. Its padding stands behind the tokens, where it is masked and then written over. */
  private async read(tokens: readonly number[]): Promise<Float32Array> {
    this.makeRoom(tokens.length);
    const padded = new Int32Array(this.engine.stepSize(tokens.length, this.length));
    padded.set(tokens);
    const position = scalar(this.length);
    const gates = tree.ref(this.gates) as Gates;
    const out = this.engine.step(this.engine.borrowed(), numpy.array(padded), position, gates, this.cache);
    this.cache = out.cache;
    this.length += tokens.length;
    return toFloats(out.logits);
  }

  /** Moves keys and values into a larger cache unless `tokens` more fit into the present one. */
  makeRoom(tokens: number) {
    const room = this.cache[0].k.shape[1];
    const more = this.engine.size(this.length + tokens) - room;
    if (more <= 0) return;
    const grow = (x: Tensor) => numpy.pad(x, { 1: [0, more] });
    this.cache = this.cache.map(({ k, v }) => ({ k: grow(k), v: grow(v) }));
  }
}

function toGates(gates: TraceRequest["heads"], shape: [number, number], of: string): Tensor {
  return numpy.array(checkGates(gates, shape, of).map((row) => [...row]));
}

function toTensor(data: StoredTensor["data"], shape: number[]): Tensor {
  return numpy.array(data as Float32Array<ArrayBuffer>).reshape(shape);
}

const scalar = (value: number) => numpy.array(value, { dtype: numpy.int32 });

async function toFloats(x: Tensor): Promise<Float32Array> {
  return (await x.data()) as Float32Array;
}

/** L arrays `[H, N, N]` → one `[L, H, T, T]`, without the padding. */
async function cropped(layers: Tensor[], T: number): Promise<Float32Array> {
  const [H, N] = layers[0].shape;
  const out = new Float32Array(layers.length * H * T * T);
  let row = 0;
  for (const layer of layers) {
    const full = await toFloats(layer);
    for (let head = 0; head < H; head++)
      for (let query = 0; query < T; query++, row++) {
        const from = (head * N + query) * N;
        out.set(full.subarray(from, from + T), row * T);
      }
  }
  return out;
}

/** Arrays `[N, d]` → one `[layers, T, d]`, without the padding. */
async function firstRows(layers: Tensor[], T: number): Promise<Float32Array> {
  const size = T * layers[0].shape[1];
  const out = new Float32Array(layers.length * size);
  for (const [i, layer] of layers.entries()) out.set((await toFloats(layer)).subarray(0, size), i * size);
  return out;
}
