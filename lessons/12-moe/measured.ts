/** What the shipped models do: measured before (`measure/run.ts`), or read off their files when the page is built. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { modelAtBuild } from "@/lib/content/model-at-build";
import { z } from "@/lib/zod";
import { readFigures } from "./measure/figures";
import { models } from "./presets";
import { weights } from "./served";
import type { Design } from "./sizes";
import { meanLoss } from "./view";

export const figures = await readFigures(weights);

const heldOut = z.object({ nats_per_token: z.number() });
/** What its training left behind: losses on all held-out text, and how much it read. */
export const card = z
  .object({
    heldOut,
    twin: z.object({ heldOut }),
    training: z.object({ tokens: z.number() }),
  })
  .parse(
    JSON.parse(await readFile(path.join(process.cwd(), "public/models", models.moe, "card.json"), "utf8")),
  );

const { manifest } = await modelAtBuild(models.moe);
export const { config, parameters } = manifest;
export const twinParameters = (await modelAtBuild(models.twin)).manifest.parameters;

/** The shipped mixture, as `sizes.ts` counts. */
export const ours: Design = {
  ...{
    layers: config.n_layer,
    width: config.d_model,
    keys: config.d_model,
    hidden: config.d_ff,
    gated: false,
  },
  ...{ vocabulary: config.n_vocab, positions: config.n_ctx },
  ...{ experts: config.n_expert!, perToken: config.n_expert_per_token! },
};

/** Mean loss over the kinds with 1, 2, … experts a token. */
export const means = figures.perToken.map(meanLoss);
/** Rise of the mean loss with one expert off, `[L][E]`. */
export const rises = figures.off.map((layer) => layer.map(meanLoss));
