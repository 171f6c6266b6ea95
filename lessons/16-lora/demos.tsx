// Server side: what the instruments show first is computed here, when the page is built.
import { servedAtBuild } from "@/lib/content/services";
import * as lazy from "./demos/lazy";
import { models, opening } from "./presets";
import { probes } from "./probes";
import { runsOfStudy } from "./results";
import { readMix } from "./view";

interface DemoProps {
  id?: string;
}

export function Train({ id }: DemoProps) {
  const ours = runsOfStudy.find(({ settings }) => settings.rank === 4)!;
  return <lazy.Train id={id} ours={ours.points} />;
}

export async function Mix({ id }: DemoProps) {
  const model = await servedAtBuild(models.mix);
  const { prompt, ...strengths } = opening.mix;
  const view = await readMix(new AbortController().signal, model, strengths, prompt, probes);
  return <lazy.Mix id={id} prebuilt={view} />;
}

export function Compare({ id }: DemoProps) {
  return <lazy.Compare id={id} runs={runsOfStudy} />;
}
