import type { InferenceSession, Tensor } from "onnxruntime-web";
import type { Engine, EngineSession, EngineTrace } from "../engine";
import { toExpertGates } from "../experts";
import type { Config } from "../gpt";
import { isMoe } from "../networks";
import { toBytes, writeNetwork, writeUnembedding } from "../onnx/networks";
import type { Bytes } from "../onnx/protobuf";
import type { Device, Experts, TraceRequest } from "../protocol";
import type { StoredTensor } from "../safetensors";
import { checkGates, checkLength, checkRewind, checkRoom } from "./checks";

export type Ort = typeof import("onnxruntime-web");
type Weights = Record<string, StoredTensor>;
type Feeds = Record<string, Tensor>;

/**
 * Runs the same networks with ONNX Runtime. The graph is written here (`onnx/networks.ts`) and holds no weights: those
 * are handed over as external data, each tensor a file of its name, so that nothing but `weights.safetensors` is
 * fetched. Sizes are free, so nothing is padded. `ort` is the runtime, already set up for `device`.
 */
export async function openOnnxEngine(
  ort: Ort,
  device: Device,
  config: Config,
  weights: Weights,
): Promise<Engine> {
  const engine = new OnnxEngine(ort, device, config, weights);
  await engine.network();
  return engine;
}

class OnnxEngine implements Engine {
  constructor(
    readonly ort: Ort,
    readonly device: Device,
    readonly config: Config,
    private readonly weights: Weights,
  ) {}

  /** Made by the first who asks: of weights that the reader slides past, most are never asked. */
  readonly network = once(() => {
    const cache = Array.from({ length: this.config.n_layer }, (_, layer) => namesOf(layer, "present")).flat();
    return this.open(writeNetwork(this.config, this.weights), cache);
  });
  private readonly unembedding = once(() => this.open(writeUnembedding(this.config, this.weights), []));

  async trace(tokens: readonly number[], want: TraceRequest = {}): Promise<EngineTrace> {
    checkLength(this.config, tokens);
    const { n_layer } = this.config;
    const layers = (name: string, count = n_layer) => Array.from({ length: count }, (_, i) => `${name}.${i}`);
    const wanted = {
      attention: want.attention ? layers("attentions") : [],
      residual: want.residual || want.lens ? layers("hidden_states", n_layer + 1) : [],
      router: want.router ? layers("router") : [],
      gates: want.router ? layers("gates") : [],
    };
    const gates = this.gates(want);
    const session = await this.network();
    const names = ["logits", ...Object.values(wanted).flat()];
    const out = await session.run({ ...this.feed(tokens), ...this.emptyCache(), ...gates }, names);
    const read = (names: string[]) => (names.length > 0 ? concat(names.map((name) => out[name])) : undefined);
    const residual = read(wanted.residual);
    return {
      logits: floats(out.logits),
      attention: read(wanted.attention),
      residual: want.residual ? residual : undefined,
      lens: want.lens ? await this.lens(residual!, tokens.length) : undefined,
      router: read(wanted.router),
      gates: read(wanted.gates),
    };
  }

  /** Reads the last of T tokens off the residual stream `[L + 1, T, d]`. */
  private async lens(residual: Float32Array, T: number): Promise<Float32Array> {
    const { n_layer, d_model } = this.config;
    const last = Array.from({ length: n_layer + 1 }, (_, layer) => {
      const from = (layer * T + T - 1) * d_model;
      return residual.subarray(from, from + d_model);
    });
    const rows = this.tensor(join(last), [n_layer + 1, d_model]);
    const { logits } = await (await this.unembedding()).run({ rows });
    return floats(logits);
  }

  async start(tokens: readonly number[], experts?: Experts): Promise<EngineSession> {
    checkLength(this.config, tokens);
    const session = new OnnxSession(this, this.gates({ experts }), this.emptyCache());
    const { n_vocab } = this.config;
    session.logits = (await session.extend(tokens)).slice(-n_vocab);
    return session;
  }

  withWeights(weights: Weights): Engine {
    return new OnnxEngine(this.ort, this.device, this.config, { ...this.weights, ...weights });
  }

  dispose(): void {
    for (const session of [this.network, this.unembedding]) session.made?.then((made) => made.release());
  }

  feed(tokens: readonly number[]): Feeds {
    const ids = BigInt64Array.from(tokens, BigInt);
    return { input_ids: new this.ort.Tensor("int64", ids, [1, tokens.length]) };
  }

  tensor(data: Float32Array, shape: readonly number[]): Tensor {
    return new this.ort.Tensor("float32", data, shape);
  }

  private emptyCache(): Feeds {
    const { n_layer, n_head, d_model } = this.config;
    const empty = () => this.tensor(new Float32Array(0), [1, n_head, 0, d_model / n_head]);
    const names = Array.from({ length: n_layer }, (_, layer) => namesOf(layer, "past_key_values")).flat();
    return Object.fromEntries(names.map((name) => [name, empty()]));
  }

  private gates({ heads, parts, experts, router }: TraceRequest): Feeds {
    const { n_layer, n_head } = this.config;
    const table = (rows: readonly (readonly number[])[]) =>
      this.tensor(Float32Array.from(rows.flat()), [rows.length, rows[0].length]);
    const chosen = experts || router || isMoe(this.config) ? toExpertGates(this.config, experts) : undefined;
    return {
      heads: table(checkGates(heads, [n_layer, n_head], "heads")),
      parts: table(checkGates(parts, [n_layer, 2], "parts (attention and MLP)")),
      ...(chosen && {
        experts: table(chosen.on),
        experts_per_token: this.tensor(Float32Array.of(chosen.perToken), []),
      }),
    };
  }

  private open(graph: Bytes, onDevice: readonly string[]): Promise<InferenceSession> {
    const externalData = Object.entries(this.weights).map(([path, { data }]) => ({
      path,
      data: toBytes(data),
    }));
    const place = this.device === "webgpu" ? "gpu-buffer" : "cpu";
    return this.ort.InferenceSession.create(graph, {
      executionProviders: [this.device],
      logSeverityLevel: 3, // errors: that small nodes of shapes stay on the CPU is as it should be
      externalData,
      preferredOutputLocation: Object.fromEntries(onDevice.map((name) => [name, place])),
    });
  }
}

class OnnxSession implements EngineSession {
  logits = new Float32Array();
  /** Tokens that hold; the cache may have more until the next step, when what was taken back is cut off. */
  private length = 0;

  constructor(
    private readonly engine: OnnxEngine,
    private readonly gates: Feeds,
    private cache: Feeds,
  ) {}

  decode(token: number): Promise<Float32Array> {
    return this.extend([token]);
  }

  async extend(tokens: readonly number[]): Promise<Float32Array> {
    checkRoom(this.engine.config, this.length, tokens);
    const session = await this.engine.network();
    await this.crop();
    const out = await session.run({ ...this.engine.feed(tokens), ...this.cache, ...this.gates });
    this.dispose();
    const grown = Object.entries(out).filter(([name]) => name.startsWith("present."));
    this.cache = Object.fromEntries(
      grown.map(([name, x]) => [name.replace("present", "past_key_values"), x]),
    );
    this.length += tokens.length;
    return floats(out.logits);
  }

  rewind(length: number): void {
    checkRewind(this.length, length);
    this.length = length;
  }

  dispose(): void {
    for (const tensor of Object.values(this.cache)) tensor.dispose();
  }

  /** Leaves keys and values of the first `length` tokens, where there are more: `[1, H, N, d / H]` each. */
  private async crop(): Promise<void> {
    for (const [name, tensor] of Object.entries(this.cache)) {
      const [, H, N, size] = tensor.dims;
      if (N === this.length) continue;
      const data = (await tensor.getData(true)) as Float32Array;
      const heads = Array.from({ length: H }, (_, head) =>
        data.subarray(head * N * size, (head * N + this.length) * size),
      );
      this.cache[name] = this.engine.tensor(join(heads), [1, H, this.length, size]);
    }
  }
}

function namesOf(layer: number, prefix: string): string[] {
  return [`${prefix}.${layer}.key`, `${prefix}.${layer}.value`];
}

const floats = (tensor: Tensor) => tensor.data as Float32Array;

const concat = (tensors: Tensor[]) => join(tensors.map(floats));

function join(parts: Float32Array[]): Float32Array<ArrayBuffer> {
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** What `make` makes, made on the first call; `made` is there from then on. */
function once<T>(make: () => Promise<T>) {
  const call = Object.assign(
    () => {
      call.made ??= make();
      return call.made;
    },
    { made: undefined as Promise<T> | undefined },
  );
  return call;
}
