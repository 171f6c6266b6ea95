"use client";

import { ModelStatus } from "@/components/model/ModelStatus";
import demoStyles from "@/components/ui/demo.module.css";
import { TooLong } from "@/lib/model/context";
import type { LessonStrings } from "../strings";
import type { Live } from "./useLive";

interface StatusProps {
  live: Live<{ milliseconds?: number }>;
  words: LessonStrings;
  /** One more fact about what is shown. */
  note?: string;
  /** Leaves the model's own line out while all is well and as shipped: one demo a page shows it. */
  brief?: boolean;
}

/** What was computed, where and how long it took; and how the model is doing. */
export function Status({ live, words, note, brief }: StatusProps) {
  const { view, handle, model, error } = live;
  return (
    <span className={demoStyles.status}>
      <span>
        {live.live && model
          ? words.status.measured(view.milliseconds ?? 0, model.device)
          : words.status.reference}
        {note && `; ${note}`}
      </span>
      {error && !(error instanceof TooLong) && <span role="alert">{words.status.failed(error.message)}</span>}
      {!(brief && model && !model.changed) && <ModelStatus handle={handle} />}
    </span>
  );
}
