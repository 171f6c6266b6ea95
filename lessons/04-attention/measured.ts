/** What the shipped model does, measured when the page is built: the figures that prose and tests speak of. */
import { servedAtBuild } from "@/lib/content/services";
import { measureHead, type Place, places } from "./heads";
import { opening } from "./presets";
import { dot, mean, variance } from "./scale";
import { readDamage, readHeads, toWeights } from "./view";

export const model = "story-1m";
export const texts = {
  heads: "Lily found a red box. She opened the box",
  /** Also the text of cells/variance.ts. */
  variance:
    "Once upon a time, there was a little girl named Lily. One day, Lily went to the park with her mother.",
  ablate: "Once upon a time, there was a little girl named Lily. One day, Lily",
};

const served = await servedAtBuild(model);

export const { config } = served;
export const heads = await readHeads(undefined, served, texts.heads);
export const damage = await readDamage(undefined, served, texts.ablate, opening.ablate.off);

/** Turning off layer 3, head 1 instead: little happens to the last prediction, much to the text before it. */
export const elsewhere = await readDamage(undefined, served, texts.ablate, [[3, 1]]);

/** `[L][H]` */
export const measures = heads.dots.map((layer) =>
  layer.map((dots) => measureHead(toWeights(dots, heads.d_k), heads.tokens)),
);

/** Average over all heads of the share that each kind of key gets. */
export const meanShares = Object.fromEntries(
  places.map((place) => [place, mean(measures.flat().map(({ shares }) => shares[place]))]),
) as Record<Place, number>;

const longer = await readHeads(undefined, served, texts.variance);

/** What the start token would get if every query looked evenly at all it may see. */
export const evenStart = mean(heads.tokens.slice(1).map((_, t) => 1 / (t + 2)));

/** For each head: variance of the components of q and k, mean and variance of q·k over the pairs in sight. */
export const spreads = longer.vectors.flat().map((found) => {
  const { q, k } = found!;
  const dots = q.flatMap((query, t) => k.slice(0, t + 1).map((key) => dot(query, key)));
  return { q: variance(q.flat()), k: variance(k.flat()), mean: mean(dots), dots: variance(dots) };
});
