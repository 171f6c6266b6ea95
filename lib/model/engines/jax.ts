import { defaultDevice, init, jit, numpy, tree } from "@jax-js/jax";
import type { Tensor } from "../arrays";
import type { Engine, EngineSession, EngineTrace } from "../engine";
import { type Cache, type Config, forward, type Params } from "../gpt";
import type { Device, TraceRequest } from "../protocol";
import type { StoredTensor } from "../safetensors";

/**
 * Runs `gpt.ts` with jax-js. Programs are compiled once per input length, so lengths are rounded up to one
 * of a few sizes: the padding stands behind the text, where a causal model cannot see it.
 */
export async function openJaxEngine(
  device: Device,
  config: Config,
  weights: Record<string, StoredTensor>,
): Promise<Engine> {
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

  /** Reads a whole text. `[N]` tokens, `[L, H]` gates → logits `[N, V]`, attention, residual stream, cache. */
  readonly read = jit((params: Params, tokens: Tensor, heads: Tensor) => ({
    ...forward(params, tokens, scalar(0), heads, this.config),
  }));

  /** Reads one more token. */
  readonly step = jit((params: Params, token: Tensor, position: Tensor, cache: Cache) => {
    const heads = numpy.ones([this.config.n_layer, this.config.n_head]);
    const { logits, cache: grown } = forward(params, token, position, heads, this.config, cache);
    return { logits, cache: grown };
  });

  async trace(tokens: readonly number[], want: TraceRequest = {}): Promise<EngineTrace> {
    const out = this.read(this.borrowed(), this.padded(tokens), this.gates(want.heads));
    tree.dispose(out.cache);
    if (!want.attention) tree.dispose(out.attention);
    if (!want.residual) tree.dispose(out.residual);
    const T = tokens.length;
    return {
      logits: (await toFloats(out.logits)).slice(0, T * this.config.n_vocab),
      attention: want.attention ? await cropped(out.attention, T) : undefined,
      residual: want.residual ? await firstRows(out.residual, T) : undefined,
    };
  }

  async start(tokens: readonly number[]): Promise<EngineSession> {
    const out = this.read(this.borrowed(), this.padded(tokens), this.gates());
    tree.dispose([out.attention, out.residual]);
    const { n_vocab } = this.config;
    const last = (tokens.length - 1) * n_vocab;
    const logits = (await toFloats(out.logits)).slice(last, last + n_vocab);
    const session = new JaxSession(this, out.cache, tokens.length, logits);
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

  dispose() {
    tree.dispose(this.params);
    this.read.dispose();
    this.step.dispose();
  }

  private gates(heads?: readonly (readonly number[])[]): Tensor {
    const { n_layer, n_head } = this.config;
    if (!heads) return numpy.ones([n_layer, n_head]);
    if (heads.length !== n_layer || heads.some((row) => row.length !== n_head))
      throw new RangeError(`This model has ${n_layer} layers of ${n_head} heads; give one number for each.`);
    return numpy.array(heads.map((row) => [...row]));
  }

  private padded(tokens: readonly number[]): Tensor {
    const { n_ctx } = this.config;
    if (tokens.length === 0 || tokens.length > n_ctx)
      throw new RangeError(`The model reads 1 to ${n_ctx} tokens at once, not ${tokens.length}.`);
    const padded = new Int32Array(this.size(tokens.length));
    padded.set(tokens);
    return numpy.array(padded);
  }
}

class JaxSession implements EngineSession {
  constructor(
    private readonly engine: JaxEngine,
    private cache: Cache,
    private length: number,
    readonly logits: Float32Array,
  ) {}

  async decode(token: number): Promise<Float32Array> {
    const { n_ctx } = this.engine.config;
    if (this.length >= n_ctx) throw new RangeError(`The context of ${n_ctx} tokens is full.`);
    this.makeRoom(1);
    const position = scalar(this.length++);
    const out = this.engine.step(
      this.engine.borrowed(),
      numpy.array(Int32Array.of(token)),
      position,
      this.cache,
    );
    this.cache = out.cache;
    return toFloats(out.logits);
  }

  dispose() {
    tree.dispose(this.cache);
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
