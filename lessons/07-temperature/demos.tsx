// Server side: what the instruments show first is computed here, when the page is built.
import { predictAtBuild } from "@/lib/content/prediction";
import { servedAtBuild } from "@/lib/content/services";
import * as lazy from "./demos/lazy";
import type { DemoProps } from "./demos/useDemo";
import { readFacts } from "./facts";
import { comparedPrompts } from "./presets";
import { toEntropyCurve } from "./summary";

export { Compare, Sampler } from "./demos/lazy";

export async function TemperatureCurve(props: DemoProps) {
  const others = [];
  for (const prompt of comparedPrompts)
    others.push(toEntropyCurve(prompt, (await predictAtBuild(props.model, prompt)).logits));
  return <lazy.TemperatureCurve {...props} others={others} />;
}

export async function Facts(props: { on: string; id?: string; locale?: string }) {
  return <lazy.Facts {...props} prebuilt={await readFacts(undefined, await servedAtBuild(props.on))} />;
}
