// Server side: what the instruments show first is computed here, when the page is built.
import { servedAtBuild } from "@/lib/content/services";
import type { ServedModel } from "@/lib/notebook/model-services";
import * as lazy from "./demos/lazy";
import { opening, widths } from "./presets";
import { uniform } from "./random";
import { experiment } from "./scale";
import { type HeadAddress, readDamage, readHeads, toLight } from "./view";

interface TextDemo {
  text: string;
  on: string;
  id?: string;
}

export async function Heads(props: TextDemo) {
  const view = await readHeads(undefined, await servedAtBuild(props.on), props.text);
  return <lazy.Heads {...props} prebuilt={toLight(view, opening.heads.head)} />;
}

export async function Ablate(props: TextDemo) {
  const model = await servedAtBuild(props.on);
  const prebuilt = await readDamage(undefined, model, props.text, opening.ablate.off);
  const each = [];
  for (const head of allHeads(model)) {
    const { divergence, loss } = await readDamage(undefined, model, props.text, [head]);
    each.push({ head, divergence, rise: loss.after - loss.before });
  }
  return <lazy.Ablate {...props} prebuilt={prebuilt} prebuiltTrial={{ text: props.text, each }} />;
}

export function Scale({ id }: { id?: string }) {
  const prebuilt = widths.map((d_k) => experiment(d_k, uniform(opening.scale.seed)));
  return <lazy.Scale id={id} prebuilt={prebuilt} />;
}

export { Kinds } from "./demos/Kinds";
export { Split } from "./demos/Split";

function allHeads({ config }: ServedModel): HeadAddress[] {
  return Array.from(
    { length: config.n_layer * config.n_head },
    (_, i) => [Math.floor(i / config.n_head), i % config.n_head] as const,
  );
}
