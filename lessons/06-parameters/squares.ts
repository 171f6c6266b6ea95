import { type Config, type Part, sizeOf, weightsOf } from "./count";

/** A matrix of one layer as a rectangle one H high; its vectors as lines. All lengths in units of H. */
export interface Block {
  part: Part;
  wide: number;
  lines: number[];
  /** Experts a layer that have this matrix, and experts a token uses. */
  copies: number;
  used: number;
}

/** The rectangles of one layer, in the order a token meets them; LayerNorms are lines without a rectangle. */
export function blocksOf(config: Config): Block[] {
  const blocks = new Map<Part, Block>();
  for (const { part, shape, copies, used } of weightsOf({ ...config, layers: 1 })) {
    if (["embedding", "positions", "finalNorm", "output"].includes(part)) continue;
    const block = blocks.get(part) ?? { part, wide: 0, lines: [], copies, used };
    if (shape.length === 2) block.wide = sizeOf(shape) / config.width ** 2;
    else for (let i = 0; i < (part === "norms" ? copies : 1); i++) block.lines.push(shape[0] / config.width);
    blocks.set(part, { ...block, ...(part === "norms" ? { copies: 1, used: 1 } : {}) });
  }
  return [...blocks.values()];
}

/** A layer's parameters as squares·H² + lines·H. */
export interface Terms {
  squares: number;
  lines: number;
}

export function termsOf(blocks: readonly Block[], by: "copies" | "used" = "copies"): Terms {
  return {
    squares: blocks.reduce((sum, block) => sum + block.wide * block[by], 0),
    lines: blocks.reduce((sum, block) => sum + block.lines.reduce((a, b) => a + b, 0) * block[by], 0),
  };
}

/** The steps of the derivation, in order. */
export const steps = {
  qkv: ["query", "key", "value"],
  projection: ["projection"],
  ffn: ["router", "gate", "up", "down"],
  norms: ["norms"],
} satisfies Record<string, Part[]>;
export type Step = keyof typeof steps;
export const stepNames = Object.keys(steps) as Step[];

/** The blocks counted so far, when the derivation has come to `step`. */
export function upTo(blocks: readonly Block[], step: Step): Block[] {
  const counted: Part[] = stepNames.slice(0, stepNames.indexOf(step) + 1).flatMap((name) => steps[name]);
  return blocks.filter(({ part }) => counted.includes(part));
}
