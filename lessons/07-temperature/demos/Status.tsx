"use client";

import { memo } from "react";
import { ModelStatus } from "@/components/model/ModelStatus";
import demoStyles from "@/components/ui/demo.module.css";
import { TooLong } from "@/lib/model/context";
import type { LessonStrings } from "../strings";
import type { Demo } from "./useDemo";

interface StatusProps {
  demo: Demo;
  words: LessonStrings;
  /** Forward passes made for writing, on top of those for predictions. */
  passes?: number;
  /** Leaves the model's own line out while all is well: one demo a page shows it. */
  brief?: boolean;
}

/** What was computed, where and how long it took; and how the model is doing. */
export const Status = memo(function Status({ demo, words, passes = 0, brief }: StatusProps) {
  const { prediction, handle, error, forwardPasses } = demo;
  const measured = prediction.provenance === "measured" && prediction.device;
  return (
    <span className={demoStyles.status}>
      <span>
        {measured
          ? `${words.status.measured(prediction.milliseconds ?? 0, prediction.device!)}; ${words.status.passes(forwardPasses + passes)}`
          : words.status.reference}
      </span>
      {error && !(error instanceof TooLong) && <span role="alert">{words.status.failed(error.message)}</span>}
      {!(brief && handle.state.status === "ready") && <ModelStatus handle={handle} />}
    </span>
  );
});
