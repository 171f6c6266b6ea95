"use client";

import { useState } from "react";
import { Instrument } from "@/components/ui/Instrument";
import { significant } from "@/lib/plot/format";
import { trainingCompute, trainingTime } from "../compute";
import { count } from "../count";
import { kvCache, type Recipe } from "../memory";
import { type ChipName, chips, type PresetName, presetOf } from "../presets";
import { stringsFor } from "../strings";
import { BudgetControls, type Plan, planFor } from "./BudgetControls";
import { budgetRows, marks, spanOf } from "./budget-rows";
import styles from "./Demo.module.css";
import { Ruler } from "./Ruler";
import { Sentence } from "./Sentence";
import { SixteenBytes } from "./SixteenBytes";
import { useReady } from "./useReady";

/** Bytes to hold, run and train a published model; operations and time to train it. */
export function Budget({ id = "budget", locale = "en" }: { id?: string; locale?: string }) {
  const words = stringsFor(locale);
  const { budget } = words;
  const [name, setName] = useState<PresetName>("llama-7b");
  const [plan, setPlan] = useState<Plan>(() => planFor("llama-7b"));
  const [recipe, setRecipe] = useState<Recipe>("mixed");
  const { config, name: title } = presetOf(name);
  const { total, active } = count(config);
  const compute = trainingCompute(active, plan.tokens);
  const seconds = (chip: ChipName) => trainingTime(compute, chips[chip].peak, plan.chips, plan.utilization);
  const span = spanOf(total, recipe);
  const cache = kvCache(config, plan.context, plan.batch);
  return (
    <Instrument
      id={id}
      title={budget.title}
      provenance="simulated"
      status={budget.status}
      data={{ "data-state": useReady(), "data-model": name, "data-cache": cache, "data-compute": compute }}
      controls={
        <BudgetControls
          name={name}
          plan={plan}
          words={words}
          onName={(next) => {
            setName(next);
            setPlan({ ...plan, tokens: planFor(next).tokens });
          }}
          onPlan={setPlan}
        />
      }
    >
      <div className={styles.plate}>
        <div>
          <p className={styles.caption}>{budget.memory}</p>
          <Ruler
            label={budget.memory}
            {...span}
            limits
            scale={budget.power}
            marks={marks(words)}
            rows={budgetRows(config, total, plan, recipe, words)}
          />
        </div>
        <SixteenBytes recipe={recipe} words={words} onRecipe={setRecipe} />
        <div>
          <p className={styles.caption}>{budget.time}</p>
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
