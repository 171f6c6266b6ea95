"use client";

import { ModelStatus } from "@/components/model/ModelStatus";
import demoStyles from "@/components/ui/demo.module.css";
import type { LessonStrings } from "../strings";
import type { FactsReading } from "./useFacts";

/** How many passes were made, where and how long they took. */
export function FactsStatus({ reading, words }: { reading: FactsReading; words: LessonStrings }) {
  const { odds, milliseconds = 0, by, error, handle } = reading;
  return (
    <span className={demoStyles.status}>
      <span>{by ? words.facts.measured(odds.length, milliseconds, by.device) : words.facts.reference}</span>
      {error && <span role="alert">{words.facts.failed(error.message)}</span>}
      {handle.state.status !== "ready" && <ModelStatus handle={handle} />}
    </span>
  );
}
