import { modelAtBuild } from "@/lib/content/model-at-build";
import { adaptedNames, countParameters, type Target, targets } from "@/lib/model/lora";
import { toShapes } from "@/lib/model/manifest";
import { Trainer, type TrainSettings } from "@/lib/model/train-lora";
import base from "./base.json" with { type: "json" };
import texts from "./texts.json" with { type: "json" };

/**
 * Several ways to teach story-1m one new kind of text, the same rows in the same order for each: what it learns, and
 * what it forgets of its own. Takes minutes, so `run.ts` keeps the result in `study.json`.
 */
export const model = "story-1m";
export const all = Object.keys(targets) as Target[];
const steps = 48;
const shared = { targets: all, steps, seed: 1 };

export interface Point {
  step: number;
  /** Nats a token: on the rows learned from, on texts of the same kind, on texts of the base's kind. */
  learned: number;
  heldOut: number;
  base: number;
}

export interface Run {
  name: string;
  settings: TrainSettings;
  /** Numbers trained. */
  parameters: number;
  points: Point[];
}

export const plan: Pick<Run, "name" | "settings">[] = [
  ...[1, 4, 16].map((rank) => ({
    name: `LoRA, rank ${rank}`,
    settings: { ...shared, method: "lora" as const, rank, alpha: 2 * rank, rate: 5e-3 },
  })),
  ...[1e-3, 3e-3].map((rate) => ({
    name: `all weights, rate ${rate}`,
    settings: { ...shared, method: "full" as const, rank: 1, alpha: 1, rate },
  })),
];

const checks = [0, 2, 6, 12, 18, 24, 30, 36, 42, steps];

/** Trains one of the plan and measures on the way; only the first `last` steps where that is enough. */
export async function study({ name, settings }: Pick<Run, "name" | "settings">, last = steps): Promise<Run> {
  const { manifest, weights, tokenizer } = await modelAtBuild(model);
  const shapes = toShapes(manifest);
  const encode = (text: string) => [0, ...tokenizer.encode(text)];
  const [learned, heldOut] = [encode(texts.learned), encode(texts.heldOut)];
  const own = base.flatMap(encode);
  const trainer = new Trainer(manifest.config, weights, settings);
  const points: Point[] = [];
  for (let step = 0; ; step++) {
    if (checks.includes(step))
      points.push({
        step,
        learned: await trainer.lossOn(learned),
        heldOut: await trainer.lossOn(heldOut),
        base: await trainer.lossOn(own),
      });
    if (step === last) break;
    await trainer.step(learned);
  }
  trainer.dispose();
  const parameters =
    settings.method === "full"
      ? manifest.parameters
      : countParameters(shapes, adaptedNames(shapes, settings.targets), settings.rank);
  return { name, settings, parameters, points };
}
