// Server side: what the instruments show first is computed here, when the page is built.
import { predictAtBuild } from "@/lib/content/prediction";
import * as lazy from "./demos/lazy";
import { ours } from "./measured";
import { opening, pair, writeLimit } from "./presets";
import { writeRounds } from "./served";

interface DemoTag {
  id?: string;
}

export async function Rounds(props: DemoTag) {
  const order = { ...opening.rounds, limit: writeLimit };
  return <lazy.Rounds {...props} prebuilt={{ order, status: "done", rounds: await writeRounds(order) }} />;
}

export async function Exact(props: DemoTag) {
  const { prompt } = opening.exact;
  const [target, draft] = await Promise.all([
    predictAtBuild(pair.target, prompt),
    predictAtBuild(pair.draft, prompt),
  ]);
  // Both models have one vocabulary, so that it need not be in the page twice.
  const prebuilt = { target, draft: { ...draft, vocabulary: target.vocabulary } };
  return <lazy.Exact {...props} prebuilt={prebuilt} />;
}

export function Payoff(props: DemoTag) {
  return <lazy.Payoff {...props} ours={ours} />;
}
