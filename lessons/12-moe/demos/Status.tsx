"use client";

import { ModelStatus } from "@/components/model/ModelStatus";
import demoStyles from "@/components/ui/demo.module.css";
import { TooLong } from "@/lib/model/context";
import type { LessonStrings } from "../strings";
import type { Live } from "./useLive";

/** What was computed, where and how long it took; and how the model is doing. */
export function Status({
  live,
  words,
  note,
}: {
  live: Live<{ milliseconds: number }>;
  words: LessonStrings;
  note?: string;
}) {
  const { view, handle, model, error } = live;
  return (
    <span className={demoStyles.status}>
      <span>
        {live.live && model ? words.status.measured(view.milliseconds, model.device) : words.status.reference}
        {note && `; ${note}`}
      </span>
      {error && !(error instanceof TooLong) && (
        <span className={demoStyles.error} role="alert">
          {words.status.failed(error.message)}
        </span>
      )}
      <ModelStatus handle={handle} />
    </span>
  );
}
