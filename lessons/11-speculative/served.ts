import { modelAtBuild } from "@/lib/content/model-at-build";
import { servedAtBuild } from "@/lib/content/services";
import { pair } from "./presets";
import type { Order } from "./run";
import { runRounds } from "./run";
import type { RoundView } from "./view";

const never = new AbortController().signal;

/** The pair while pages are built and figures are measured. */
export const target = await servedAtBuild(pair.target);
export const draft = await servedAtBuild(pair.draft);

/** Which weights these are. */
export const weights = {
  target: await hashOf(pair.target),
  draft: await hashOf(pair.draft),
};

/** A whole text, written by the pair. */
export async function writeRounds(order: Order): Promise<RoundView[]> {
  const rounds = [];
  for await (const round of runRounds(never, target, draft, order)) rounds.push(round);
  return rounds;
}

async function hashOf(name: string): Promise<string> {
  const { manifest } = await modelAtBuild(name);
  return manifest.files["weights.safetensors"].sha256;
}
