import type { Config } from "./count";

/**
 * The same design at another width: head size stays, heads and feed-forward width grow with it. Always from the
 * design the reader began with, so that going there and back loses nothing to rounding.
 */
export function withWidth(design: Config, width: number): Config {
  if (width === design.width) return design;
  const scale = width / design.width;
  const heads = Math.max(1, Math.round(design.heads * scale));
  return {
    ...design,
    width,
    heads,
    kvHeads: Math.max(1, Math.round((design.kvHeads / design.heads) * heads)),
    ffn: Math.max(1, Math.round(design.ffn * scale)),
  };
}

/** Any other change; whole numbers only, and never more key/value heads than heads, or experts used than there. */
export function change(config: Config, by: Partial<Config>): Config {
  const next: Config = { ...config, ...by };
  for (const key of Object.keys(next) as (keyof Config)[])
    if (typeof next[key] === "number") Object.assign(next, { [key]: Math.round(next[key]) });
  return {
    ...next,
    kvHeads: Math.min(next.kvHeads, next.heads),
    active: Math.min(next.active, next.experts),
  };
}

export type Oddity = "groups" | "attention-width";

/** What would keep a model from being built, or make the rule of thumb's derivation fail. */
export function oddities({ heads, kvHeads, headSize, width }: Config): Oddity[] {
  const found: Oddity[] = [];
  if (heads % kvHeads !== 0) found.push("groups");
  if (heads * headSize !== width) found.push("attention-width");
  return found;
}
