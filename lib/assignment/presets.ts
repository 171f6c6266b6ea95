import type { Rules } from "@/lib/controls/rules";
import type { Assignment } from "./assignment";
import { type Catalog, findLesson } from "./catalog";

/** What an assignment decides about the demos of one lesson, by the demo's id. */
export function toRules(assignment: Assignment, lesson: string, catalog: Catalog): Record<string, Rules> {
  const rules: Record<string, Rules> = {};
  for (const part of findLesson(catalog, lesson)?.parts ?? []) {
    if (part.kind !== "demo") continue;
    const task = assignment.tasks.find(
      (one) => one.kind === "demo" && one.lesson === lesson && one.id === part.id,
    );
    const { values = {}, locked = [], hidden = [] } = (task?.kind === "demo" && task.preset) || {};
    const seed = assignment.seed !== undefined && part.controls?.seed ? assignment.seed : undefined;
    const its: Rules =
      seed === undefined
        ? { values, locked, hidden }
        : { values: { ...values, seed }, locked: [...locked, "seed"], hidden };
    if (Object.keys(its.values).length + its.locked.length + its.hidden.length > 0) rules[part.id] = its;
  }
  return rules;
}
