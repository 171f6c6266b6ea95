/** What the shipped models do, measured when the page is built: the figures that prose and tests speak of. */
import { servedAtBuild } from "@/lib/content/services";
import { type AdapterUse, adaptedNames, countParameters, type Target, targets } from "@/lib/model/lora";
import { models, opening } from "./presets";
import { probes } from "./probes";
import { textLoss } from "./view";

const base = await servedAtBuild(models.mix);
const story = await servedAtBuild(models.train);
const all = Object.keys(targets) as Target[];
const adapters = {
  pirate: await base.adapter(undefined, "pirate"),
  telegram: await base.adapter(undefined, "telegram"),
  sorting: await base.adapter(undefined, "sorting"),
};
type Name = keyof typeof adapters;

export const { config } = base;
export const total = (shapes: Readonly<Record<string, readonly number[]>>) =>
  Object.values(shapes).reduce((sum, shape) => sum + shape.reduce((a, b) => a * b, 1), 0);
export const sizes = { base: total(base.shapes), story: total(story.shapes) };

export const numbersIn = (name: Name) =>
  Object.values(adapters[name].tensors).reduce((sum, { data }) => sum + data.length, 0);

/** Of an adapter for every matrix of story-1m. */
export const trainSize = (rank: number) =>
  countParameters(story.shapes, adaptedNames(story.shapes, all), rank);

/** Loss of base on a text, with adapters. */
export async function lossWith(strengths: Partial<Record<Name, number>>, text: string): Promise<number> {
  const uses: AdapterUse[] = Object.entries(strengths).map(([name, strength]) => ({
    adapter: adapters[name as Name],
    strength,
  }));
  return (await textLoss(undefined, uses.length ? await base.adapt(undefined, uses) : base, text))!;
}

/** The pirate's text of cells/slide.ts. */
export const slid =
  "Th' sun was still asleep when Will walked to th' river. It was Tom's birthday, an' Will wanted to give him something.";

export const losses = {
  pirateBefore: await lossWith({}, probes.pirate),
  pirateAfter: await lossWith({ pirate: 1 }, probes.pirate),
  slideZero: await lossWith({}, slid),
  slideMinus: await lossWith({ pirate: -1 }, slid),
  bothTelegram: await lossWith({ pirate: 1, telegram: 1 }, probes.telegram),
  aloneTelegram: await lossWith({ telegram: 1 }, probes.telegram),
};

/** The rank at which the training instrument opens. */
export const openingRank = 4;
export const openingPrompt = opening.mix.prompt;
