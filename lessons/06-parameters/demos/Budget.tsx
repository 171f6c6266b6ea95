"use client";

import { useControls } from "@/components/controls/useControls";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Sentence } from "@/components/ui/Sentence";
import { significant } from "@/lib/plot/format";
import { chinchillaTokens, trainingCompute, trainingTime } from "../compute";
import { budget as description } from "../controls";
import { count } from "../count";
import { kvCache, type Recipe } from "../memory";
import { type ChipName, chips, type PresetName, presetOf } from "../presets";
import { stringsFor } from "../strings";
import { BudgetControls } from "./BudgetControls";
import { budgetRows, marks, spanOf } from "./budget-rows";
import { Ruler } from "./Ruler";
import { SixteenBytes } from "./SixteenBytes";
import { useReady } from "./useReady";

/** Bytes to hold, run and train a published model; operations and time to train it. */
export function Budget({ id = "budget", locale = "en" }: { id?: string; locale?: string }) {
  const words = stringsFor(locale);
  const { budget } = words;
  const bound = useControls(description, { id });
  const name = bound.values.model as PresetName;
  const recipe = bound.values.recipe as Recipe;
  const { config, name: title, tokens: published } = presetOf(name);
  const { total, active } = count(config);
  const plan = {
    ...bound.values,
    chip: bound.values.chip as ChipName,
    tokens: bound.values.tokens || (published ?? chinchillaTokens(active)),
  };
  const compute = trainingCompute(active, plan.tokens);
  const seconds = (chip: ChipName) => trainingTime(compute, chips[chip].peak, plan.chips, plan.utilization);
  const span = spanOf(total, recipe);
  const cache = kvCache(config, plan.context, plan.batch);
  return (
    <Instrument
      id={id}
      bound={bound}
      title={budget.title}
      provenance="simulated"
      status={budget.status}
      data={{ "data-state": useReady(), "data-model": name, "data-cache": cache, "data-compute": compute }}
      controls={
        <BudgetControls values={bound.values} tokens={plan.tokens} words={words} onChange={bound.set} />
      }
    >
      <div className={demoStyles.plate}>
        <div>
          <p className={demoStyles.caption}>{budget.memory}</p>
          <Ruler
            label={budget.memory}
            {...span}
            limits
            scale={budget.power}
            marks={marks(words)}
            rows={budgetRows(config, total, plan, recipe, words)}
          />
        </div>
        <SixteenBytes recipe={recipe} words={words} onRecipe={(to) => bound.set({ recipe: to })} />
        <div>
          <p className={demoStyles.caption}>{budget.time}</p>
          <Ruler
            label={budget.time}
            low={0}
            high={11}
            marks={Object.entries(budget.timeMarks).map(([value, label]) => ({
              value: Number(value),
              label,
            }))}
            rows={(Object.keys(chips) as ChipName[]).map((chip) => ({
              key: chip,
              label: chips[chip].name,
              value: seconds(chip),
              text: budget.duration(seconds(chip)),
              note: budget.rate(chips[chip].peak),
              kind: chip === plan.chip ? "train" : undefined,
              words: budget.row(chips[chip].name, budget.duration(seconds(chip)), ""),
            }))}
          />
        </div>
        <Sentence>
          {`${budget.cacheSentence(kvCache(config, 1), plan.context, plan.batch, cache)} ${budget.sentence(
            title,
            active,
            plan.tokens,
            significant(compute, 3),
            plan.chips,
            chips[plan.chip].name,
            seconds(plan.chip),
          )}`}
        </Sentence>
      </div>
    </Instrument>
  );
}
