/**
 * `gpt.ts` and `moe.ts` as ONNX graphs, operator by operator. Shapes are theirs: T tokens behind P that were read
 * before, N = P + T, d model width, H heads, V vocabulary, E experts. Names of inputs and outputs are those that
 * Hugging Face's exports of decoders have, so that other programs can run the graph too.
 */
import type * as gpt from "../gpt";
import type * as moe from "../moe";
import { isMoe } from "../networks";
import type { StoredTensor } from "../safetensors";
import { Graph } from "./graph";
import type { Bytes } from "./protobuf";

type Weights = Readonly<Record<string, StoredTensor>>;

/** What is let through, as values of the graph; left out of a plain decoder. */
interface Gates {
  heads: string; // [L, H]
  parts: string; // [L, 2]
  experts?: string; // [L, E]
  perToken?: string; // []
}

/**
 * The network with these weights, an adapter beside them included; they are not in the graph, each is a file of its
 * name. Inputs: `input_ids` [1, T], `past_key_values.<layer>.key` and `.value` [1, H, P, d / H], the gates `heads`,
 * `parts`, and of a mixture `experts` and `experts_per_token`. Outputs: `logits` [1, T, V], `present.<layer>.key` and
 * `.value` [1, H, N, d / H], `attentions.<layer>` [1, H, T, N], `hidden_states.<i>` [T, d], and of a mixture
 * `router.<layer>` and `gates.<layer>` [T, E].
 */
export function writeNetwork(config: gpt.Config, weights: Weights): Bytes {
  return new NetworkGraph(config, weights).network();
}

/** The same as a file by itself, as the hub has them: with its weights, and without gates and looks inside. */
export function writeDecoder(config: gpt.Config, weights: Weights): Bytes {
  return new NetworkGraph(config, weights, true).network();
}

/** What rows of the residual stream already predict: `rows` [n, d] → `logits` [n, V]. */
export function writeUnembedding(config: gpt.Config, weights: Weights): Bytes {
  const writer = new NetworkGraph(config, weights);
  const rows = writer.graph.input("rows", "float32", ["n", config.d_model]);
  writer.graph.output("logits", writer.unembed(rows), ["n", config.n_vocab]);
  return writer.graph.toBytes("unembedding");
}

class NetworkGraph {
  readonly graph = new Graph();

  constructor(
    private readonly config: gpt.Config,
    private readonly weights: Weights,
    private readonly plain = false,
  ) {}

  network(): Bytes {
    const { graph: g, config, plain } = this;
    const { n_layer, n_head, d_model, n_vocab } = config;
    const tokens = g.op("Reshape", [g.input("input_ids", "int64", [1, "T"]), g.ints(-1)]); // [T]
    const gates = plain ? undefined : this.gates();
    const past = Array.from({ length: n_layer }, (_, layer) =>
      ["key", "value"].map((of) =>
        g.input(`past_key_values.${layer}.${of}`, "float32", [1, n_head, "P", d_model / n_head]),
      ),
    );
    const [positions, seen] = this.positions(tokens, past[0][0]);
    let x = this.add(this.rows("wte.weight", tokens), this.rows("wpe.weight", positions)); // [T, d]
    const show = (name: string, value: string, shape: (number | string)[]) =>
      plain || g.output(name, value, shape);
    for (let layer = 0; layer < n_layer; layer++) {
      show(`hidden_states.${layer}`, x, ["T", d_model]);
      const under = `h.${layer}.`;
      const normed = this.layerNorm(x, `${under}ln_1.`);
      const mixed = this.attention(
        normed,
        `${under}attn.`,
        past[layer],
        seen,
        this.pick(gates?.heads, layer),
      );
      x = this.add(x, this.let(mixed.out, this.pick(gates?.parts, layer, 0)));
      const asked = this.layerNorm(x, `${under}ln_2.`);
      const thought = isMoe(config)
        ? this.experts(config, asked, `${under}moe.`, this.pick(gates?.experts, layer), gates?.perToken)
        : { out: this.mlp(asked, `${under}mlp.`) };
      x = this.add(x, this.let(thought.out, this.pick(gates?.parts, layer, 1)));
      show(`attentions.${layer}`, mixed.weights, [1, n_head, "T", "N"]);
      if ("gates" in thought && isMoe(config)) {
        show(`router.${layer}`, thought.router, ["T", config.n_expert]);
        show(`gates.${layer}`, thought.gates, ["T", config.n_expert]);
      }
      g.output(`present.${layer}.key`, mixed.k, [1, n_head, "N", d_model / n_head]);
      g.output(`present.${layer}.value`, mixed.v, [1, n_head, "N", d_model / n_head]);
    }
    show(`hidden_states.${n_layer}`, x, ["T", d_model]);
    g.output("logits", g.op("Unsqueeze", [this.unembed(x), g.ints(0)]), [1, "T", n_vocab]);
    return g.toBytes("network");
  }

  /** `[n, d]` → `[n, V]` */
  unembed(x: string): string {
    const normed = this.layerNorm(x, "ln_f.");
    return this.graph.op("Gemm", [normed, this.weight("wte.weight")], { transB: 1 });
  }

  private gates(): Gates {
    const { graph: g, config } = this;
    return {
      heads: g.input("heads", "float32", [config.n_layer, config.n_head]),
      parts: g.input("parts", "float32", [config.n_layer, 2]),
      ...(isMoe(config) && {
        experts: g.input("experts", "float32", [config.n_layer, config.n_expert]),
        perToken: g.input("experts_per_token", "float32", []),
      }),
    };
  }

  /** Where the tokens stand, `[T]`, and which of the N each may see, `[T, N]`. */
  private positions(tokens: string, pastKey: string): [string, string] {
    const g = this.graph;
    const sizeOf = (x: string, axis: number) =>
      g.op("Squeeze", [g.op("Shape", [x], { start: axis, end: axis + 1 }), g.ints(0)]); // []
    const before = sizeOf(pastKey, 2);
    const all = g.op("Add", [before, sizeOf(tokens, 0)]);
    const positions = g.op("Range", [before, all, g.int(1)]); // [T]
    const keys = g.op("Range", [g.int(0), all, g.int(1)]); // [N]
    const seen = g.op("LessOrEqual", [keys, g.op("Unsqueeze", [positions, g.ints(1)])]); // [T, N]
    return [positions, seen];
  }

  /** softmax(q·kᵀ / √d_head)·v, each query seeing only keys at or before it. */
  private attention(x: string, p: string, [pastK, pastV]: string[], seen: string, gate?: string) {
    const { graph: g, config } = this;
    const { d_model: d, n_head: H } = config;
    const toHeads = (y: string) =>
      g.op("Transpose", [g.op("Reshape", [y, g.ints(1, -1, H, d / H)])], { perm: [0, 2, 1, 3] }); // [1, H, T, d / H]
    const [q, kNew, vNew] = g
      .ops(3, "Split", [this.linear(x, `${p}c_attn.`), g.ints(d, d, d)], { axis: 1 })
      .map(toHeads);
    const k = g.op("Concat", [pastK, kNew], { axis: 2 }); // [1, H, N, d / H]
    const v = g.op("Concat", [pastV, vNew], { axis: 2 });
    const likeness = g.op("MatMul", [q, g.op("Transpose", [k], { perm: [0, 1, 3, 2] })]);
    const scores = g.op("Div", [likeness, g.float(Math.sqrt(d / H))]); // [1, H, T, N]
    const weights = g.op("Softmax", [g.op("Where", [seen, scores, g.float(-Infinity)])], { axis: -1 });
    const mixed = g.op("MatMul", [weights, v]); // [1, H, T, d / H]
    const heads = this.let(mixed, gate && g.op("Reshape", [gate, g.ints(-1, 1, 1)]));
    const joined = g.op("Reshape", [g.op("Transpose", [heads], { perm: [0, 2, 1, 3] }), g.ints(-1, d)]); // [T, d]
    return { out: this.linear(joined, `${p}c_proj.`), weights, k, v };
  }

  private mlp(x: string, p: string): string {
    const hidden = this.graph.op("Gelu", [this.linear(x, `${p}c_fc.`)], { approximate: "tanh" });
    return this.linear(hidden, `${p}c_proj.`);
  }

  /** Every expert runs, as in `moe.ts`; where one was not chosen, its gate is 0. */
  private experts(config: moe.Config, x: string, p: string, on?: string, perToken?: string) {
    const g = this.graph;
    const scores = g.op("MatMul", [x, this.weight(`${p}router.weight`)]); // [T, E]
    const gates = this.route(
      config,
      scores,
      on ?? g.float(1),
      perToken ?? g.float(config.n_expert_per_token),
    );
    const weighed = g
      .ops(config.n_expert, "Split", [gates], { axis: 1, num_outputs: config.n_expert }) // E × [T, 1]
      .map((gate, e) => this.let(this.mlp(x, `${p}experts.${e}.`), gate)); // E × [T, d]
    return {
      out: weighed.reduce((sum, one) => this.add(sum, one)),
      gates,
      router: g.op("Softmax", [scores], { axis: -1 }),
    };
  }

  /** A softmax over the K best scores of the experts that are on, `[T, E]`. */
  private route({ n_expert: E }: moe.Config, scores: string, on: string, perToken: string): string {
    const g = this.graph;
    const others = g.op("Reshape", [scores, g.ints(-1, 1, E)]);
    const higher = g.op("Greater", [others, g.op("Reshape", [scores, g.ints(-1, E, 1)])]); // [T, E, other]
    const counted = g.op("Where", [higher, on, g.float(0)]);
    const rank = g.op("ReduceSum", [counted, g.ints(-1)], { keepdims: 0 }); // [T, E]
    const chosen = g.op("And", [g.op("Less", [rank, perToken]), g.op("Greater", [on, g.float(0)])]);
    return g.op("Softmax", [g.op("Where", [chosen, scores, g.float(-Infinity)])], { axis: -1 });
  }

  private layerNorm(x: string, p: string): string {
    const inputs = [x, this.weight(`${p}weight`), this.weight(`${p}bias`)];
    return this.graph.op("LayerNormalization", inputs, { epsilon: this.config.layer_norm_eps });
  }

  /** x·W + b, and x·A·B of an adapter beside W. */
  private linear(x: string, p: string): string {
    const g = this.graph;
    const out = g.op("Gemm", [x, this.weight(`${p}weight`), this.weight(`${p}bias`)]); // [T, out]
    if (!(`${p}weight.lora_A` in this.weights)) return out;
    const thin = g.op("MatMul", [x, this.weight(`${p}weight.lora_A`)]);
    return this.add(out, g.op("MatMul", [thin, this.weight(`${p}weight.lora_B`)]));
  }

  private rows(name: string, indices: string): string {
    return this.graph.op("Gather", [this.weight(name), indices]);
  }

  /** One entry of a table of gates. */
  private pick(table: string | undefined, ...indices: number[]): string | undefined {
    return indices.reduce<string | undefined>(
      (from, index) => from && this.graph.op("Gather", [from, this.graph.int(index)]),
      table,
    );
  }

  /** As much of `x` as a gate lets through; all of it without one. */
  private let(x: string, gate: string | undefined): string {
    return gate ? this.graph.op("Mul", [x, gate]) : x;
  }

  private add(a: string, b: string): string {
    return this.graph.op("Add", [a, b]);
  }

  private weight(name: string): string {
    const { shape, data } = this.weights[name];
    return this.graph.weight(name, shape, this.plain ? toBytes(data) : undefined);
  }
}

/** A tensor's numbers as they lie in memory. */
export function toBytes(data: StoredTensor["data"]): Bytes {
  return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
}
