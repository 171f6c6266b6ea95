/** What the shipped pair does: computed when the page is built, or measured before (`measure/run.ts`). */

import { modelAtBuild } from "@/lib/content/model-at-build";
import { servedAtBuild } from "@/lib/content/services";
import { multiplications } from "./cost";
import { type Kind, kindNames } from "./kinds";
import { acceptanceFigures, type Run, readFigures, speedFigures } from "./measure/figures";
import { opening, pair, writeLimit } from "./presets";
import { weights, writeRounds } from "./served";
import { overlap, softmax } from "./speculative";
import { speedUp } from "./speed";
import { tally } from "./view";

export const acceptance = await readFigures("acceptance.json", acceptanceFigures);
export const speed = await readFigures("speed.json", speedFigures);
for (const [file, measured] of Object.entries({ "acceptance.json": acceptance, "speed.json": speed }))
  if (JSON.stringify(measured.weights) !== JSON.stringify(weights))
    throw new Error(
      `lessons/11-speculative/measure/${file} was measured on other weights than those in public/models. Measure again: npx tsx lessons/11-speculative/measure/run.ts`,
    );

const { manifest: target } = await modelAtBuild(pair.target);
const { manifest: draft } = await modelAtBuild(pair.draft);
export const parameters = { target: target.parameters, draft: draft.parameters };
export const vocabulary = target.config.n_vocab;

/** A guess's cost by arithmetic alone, and by the clock. */
export const cost = {
  arithmetic: multiplications(draft.config) / multiplications(target.config),
  clock: speed.draft / speed.target,
};

/** Figures of all runs of a kind at a temperature, added up. */
export function acceptanceOf(
  kind: Kind | undefined,
  temperature: number,
): { rate: number; perRound: number } {
  const runs = acceptance.runs.filter(
    (run) => (kind === undefined || run.kind === kind) && run.temperature === temperature,
  );
  const sum = (of: (run: Run) => number) => runs.reduce((total, run) => total + of(run), 0);
  return {
    rate: sum((run) => run.accepted) / sum((run) => run.judged),
    perRound: sum((run) => run.tokens) / sum((run) => run.rounds),
  };
}

/** Kinds of text by their acceptance at temperature 1, easiest first. */
export const ranking = [...kindNames].sort((a, b) => acceptanceOf(b, 1).rate - acceptanceOf(a, 1).rate);

/** The first text of the instrument. */
export const firstRun = await writeRounds({ ...opening.rounds, limit: writeLimit });
export const firstTally = tally(firstRun);

const { gamma } = opening.rounds;
/** Milliseconds of one check of γ guesses. */
const checkTime = speed.check.find(({ tokens }) => tokens === gamma + 1)!.milliseconds;
const [plain, drafted] = [0, gamma].map((at) => speed.written.find((row) => row.gamma === at)!);
/** On the machine that measured: what the clock says of whole texts, and what the formula does, at the opening's γ. */
export const clock = {
  plain: plain.milliseconds,
  rounds: drafted.milliseconds,
  speedUp: plain.milliseconds / drafted.milliseconds,
  check: checkTime / speed.target,
  formula: speedUp(drafted.rate, gamma, cost.clock),
  ideal: speedUp(drafted.rate, gamma, cost.arithmetic),
  adjusted: speedUp(drafted.rate, gamma, cost.clock, checkTime / speed.target),
};

/** The pair as settings of the calculator, on the steps of its sliders. */
export const ours = {
  alpha: Number(drafted.rate.toFixed(2)),
  c: Math.min(1, Number(cost.clock.toFixed(2))),
  check: Math.min(8, Math.max(1, Number(clock.check.toFixed(1)))),
};

/** The prompt of the demonstration: what both models share of the next token. */
export const shared = await (async () => {
  const last = async (name: string) => {
    const model = await servedAtBuild(name);
    const tokens = [0, ...model.tokenizer.encode(opening.exact.prompt)];
    const { logits } = await model.trace(undefined, tokens);
    return softmax(logits.slice(-vocabulary));
  };
  return overlap(await last(pair.target), await last(pair.draft));
})();
