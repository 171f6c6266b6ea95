import { count, fixed, percent } from "@/lib/plot/format";
import type { Oddity } from "./adjust";
import type { Config, Part } from "./count";
import type { Precision, Recipe } from "./memory";
import { bytes, duration, short, signed } from "./numbers";
import type { Step, Terms } from "./squares";

/** "12H² + 13H", with three figures where a layer does not come out even. */
const terms = ({ squares, lines }: Terms) => {
  const figure = (value: number) => count(Number(value.toFixed(2)));
  const times = (value: number, letter: string) =>
    value === 0 ? [] : [`${value === 1 ? "" : figure(value)}${letter}`];
  return [...times(squares, "H²"), ...times(lines, "H")].join(" + ");
};

const plural = (number: number, word: string) => `${count(number)} ${word}${number === 1 ? "" : "s"}`;

/** Words and sentences of this lesson's instruments. Other languages hold the same keys. */
const en = {
  preset: "Model",
  edited: "your own",
  parts: {
    embedding: "token embedding",
    positions: "position embedding",
    query: "queries",
    key: "keys",
    value: "values",
    projection: "attention output",
    router: "router",
    gate: "FFN gate",
    up: "FFN up",
    down: "FFN down",
    norms: "norms in the layers",
    finalNorm: "last norm",
    output: "output head",
  } satisfies Record<Part, string>,
  /** Narrow places. */
  letters: {
    embedding: "tokens",
    positions: "positions",
    query: "Q",
    key: "K",
    value: "V",
    projection: "out",
    router: "router",
    gate: "gate",
    up: "up",
    down: "down",
    norms: "norms",
    finalNorm: "last norm",
    output: "output",
  } satisfies Record<Part, string>,
  /** h query heads and k key/value heads of size d, F the feed-forward width, P positions, E experts. */
  symbols: {
    embedding: "V·H",
    positions: "P·H",
    query: "H·hd",
    key: "H·kd",
    value: "H·kd",
    projection: "hd·H",
    router: "H·E",
    gate: "H·F",
    up: "H·F",
    down: "F·H",
    norms: "H",
    finalNorm: "H",
    output: "H·V",
  } satisfies Record<Part, string>,

  squares: {
    title: "How many squares is a layer?",
    steps: "Count up to",
    names: {
      qkv: "queries, keys, values",
      projection: "+ attention output",
      ffn: "+ feed-forward",
      norms: "+ norms",
    } satisfies Record<Step, string>,
    attention: "attention",
    ffn: "feed-forward",
    norms: "norms",
    expert: (index: number, used: boolean) => `expert ${index}${used ? "" : ", idle"}`,
    square: (width: number) => `1 square = H² = ${count(width)}² = ${short(width ** 2)}`,
    line: "a line is a vector; as long as a square, it is 1H",
    terms,
    ledger: "The count, step by step",
    total: "one layer",
    soFar: "so far",
    sum: (name: string, all: Terms, width: number, layers: number, last: boolean) => {
      const layer = Math.round(all.squares * width ** 2 + all.lines * width);
      const whole = last ? ` Times ${plural(layers, "layer")}: ${count(layer * layers)}.` : "";
      return `${name}, H = ${count(width)}: ${terms(all)} = ${count(layer)} parameters in one layer${last ? "" : " so far"}.${whole}`;
    },
    used: (used: Terms) => `A token passes through ${terms(used)} of it.`,
    picture: (blocks: string) => `One layer as rectangles one H high. ${blocks}.`,
    block: (name: string, wide: number, lines: number, copies: number) =>
      `${name}: ${wide > 0 ? `${count(Number(wide.toFixed(3)))} H²` : "no matrix"}${lines > 0 ? `, ${count(Number(lines.toFixed(3)))} H` : ""}${copies > 1 ? `, in each of ${copies} experts` : ""}`,
    status: "shapes from the model’s published configuration",
  },

  calculator: {
    title: "Where do the parameters sit?",
    sliders: {
      layers: "layers L",
      width: "width H",
      heads: "query heads h",
      kvHeads: "key/value heads k",
      headSize: "head size d",
      ffn: "FFN width F",
      vocabulary: "vocabulary V",
      positions: "learned positions P",
      experts: "experts E",
      active: "experts a token uses",
    },
    none: { positions: "computed", experts: "dense" },
    asModel: "as in the model",
    follows: (label: string, value: number) => `${label} (${value}: as in the model)`,
    widthHint: "heads and FFN grow along",
    gated: { label: "FFN", options: { plain: "plain, 2 matrices", gated: "gated, 3 matrices" } },
    tied: { label: "Output head", options: { tied: "tied", untied: "own matrix" } },
    biases: { label: "Biases", options: { all: "all", qkv: "Q, K, V", none: "none" } },
    norm: { label: "Norm", options: { layer: "LayerNorm, 2H", rms: "RMSNorm, 1H" } },
    more: "Head size, positions, biases, norm",
    exact: "exact",
    active: "used by a token",
    rule: "12·L·H²",
    sentence: (config: Config, total: number, active: number, rule: number) => {
      const off = (rule - total) / total;
      const verdict =
        rule === total
          ? "exactly right"
          : `${signed(off).replace(/^[+−]/, "")} too ${off < 0 ? "low" : "high"}`;
      return (
        `${count(total)} parameters. 12 · ${config.layers} · ${count(config.width)}² = ${count(rule)}, ${verdict}.` +
        (active < total ? ` One token uses ${count(active)}, ${percent(active / total)}.` : "")
      );
    },
    map: "Parameters by part, in the order a token meets them; area is number",
    hint: "Left to right is the way of a token; each hairline is a layer; area is number of parameters. Point at a part, or walk with the arrow keys.",
    layers: (layers: number) => plural(layers, "layer"),
    part: (name: string, total: number, share: number) => `${name}, ${count(total)}, ${percent(share)}`,
    tiedNote: "The output head is tied: it reuses the token embedding and adds nothing.",
    readout: {
      formula: "formula",
      each: "one",
      copies: "times",
      total: "in all",
      share: "share",
      used: "a token uses",
    },
    asTable: "Show as table",
    asMap: "Show as picture",
    table: "Parameters by part",
    columns: ["part", "formula", "parameters", "share", "used by a token"],
    sum: "sum",
    oddities: {
      groups: "The key/value heads do not divide the query heads evenly: this can be counted, not built.",
      "attention-width":
        "Heads times head size is not the width here, so attention is wider or narrower than the stream.",
    } satisfies Record<Oddity, string>,
    published: (total: number, exact: boolean) =>
      exact
        ? `published size ${count(total)}: the same, to the parameter`
        : `published size ${short(total)}, rounded`,
    own: "a design of your own; counted in this page",
  },

  budget: {
    title: "What does it cost to hold, to run, to train?",
    context: "context, tokens",
    batch: "texts at once",
    tokens: "training tokens D",
    tokensAuto: "training tokens D (0: as published)",
    chips: "chips",
    chip: "Chip",
    utilization: "utilization",
    publishedTokens: (tokens: number) => `published: ${short(tokens)}`,
    chinchilla: "not published; set to 20 a parameter",
    memory: "Memory; each step of the ruler is ten times the one before",
    marks: (gigabytes: number, last: boolean) => (last ? `${gigabytes} GB` : String(gigabytes)),
    power: (value: number) => bytes(value).replace(".00", "").replace(".0", ""),
    rate: (peak: number) => `${fixed(peak / 1e12, 0)} TFLOP/s`,
    rows: {
      fp32: "hold, fp32",
      fp16: "hold, fp16",
      int8: "hold, int8",
      int4: "hold, int4",
      cache: "KV cache, fp16",
      run: "run: fp16 + cache",
      train: "train with Adam",
    } satisfies Record<Precision | "cache" | "run" | "train", string>,
    fits: (value: number, sizes: readonly number[]) => {
      const size = sizes.find((gigabytes) => value <= gigabytes * 1e9);
      return size ? `fits ${size} GB` : `${count(Math.ceil(value / 80e9))} × 80 GB`;
    },
    bytes,
    perParameter: "Sixteen bytes for each parameter in training",
    recipe: "Training in",
    recipes: { mixed: "mixed precision", fp32: "fp32" } satisfies Record<Recipe, string>,
    shares: {
      weights: "weights",
      gradients: "gradients",
      master: "fp32 master copy",
      mean: "Adam: mean",
      variance: "Adam: variance",
    },
    time: "Time to train, on as many of each chip",
    timeMarks: {
      60: "minute",
      3600: "hour",
      86400: "day",

      31557600: "year",
      3155760000: "century",
    },
    row: (label: string, value: string, fits: string) => `${label}: ${value}${fits ? `, ${fits}` : ""}`,
    duration,
    sentence: (
      name: string,
      n: number,
      d: number,
      compute: string,
      chips: number,
      chip: string,
      time: number,
    ) =>
      `${name}: 6 · ${short(n)} · ${short(d)} = ${compute} operations; ${plural(chips, "chip")} of type ${chip} need ${duration(time)}.`,
    cacheSentence: (perToken: number, context: number, batch: number, total: number) =>
      `One token of context takes ${bytes(perToken)} of KV cache; ${plural(context, "token")} in ${plural(batch, "text")}, ${bytes(total)}.`,
    status: "memory without activations; time assumes the utilization you set",
  },

  tensors: {
    title: "Can you see every parameter of story-1m?",
    picture: "Every weight tensor of story-1m, to one scale",
    letters: {
      "attn.c_attn": "Q K V",
      "attn.c_proj": "out",
      "mlp.c_fc": "up",
      "mlp.c_proj": "down",
    } as Record<string, string>,
    token: "token embedding",
    position: "position embedding",
    layer: (index: number) => `layer ${index}`,
    last: "last norm",
    vectors: (size: number) => `+ ${count(size)} in vectors`,
    tensor: (name: string, shape: readonly number[], size: number) =>
      `${name}, ${shape.join(" × ")} = ${count(size)}`,
    sum: (tensors: number, total: number, counted: number) =>
      `${count(tensors)} tensors, ${count(total)} parameters in the file; count(config) says ${count(counted)}: ` +
      (total === counted ? "equal." : "they differ."),
    asTable: (tensors: number) => `Show all ${tensors} tensors as a table`,
    asPicture: "Show as picture",
    table: "Tensors of story-1m",
    columns: ["tensor", "shape", "parameters"],
    status: {
      reference: "from the manifest as it was when this page was built",
      measured: "read just now from this site’s manifest.json",
      failed: (reason: string) => `The manifest could not be read, so the list is the build’s: ${reason}`,
    },
    again: "Try again",
  },
  number: count,
  share: percent,
  fixed,
};

export type LessonStrings = typeof en;

/** This lesson's strings in a language, in English until somebody has translated them. */
export function stringsFor(_locale: string): LessonStrings {
  return en;
}
