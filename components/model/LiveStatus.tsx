"use client";

import demoStyles from "@/components/ui/demo.module.css";
import { TooLong } from "@/lib/model/context";
import type { Device } from "@/lib/model/protocol";
import { ModelStatus } from "./ModelStatus";
import type { Live } from "./useLive";

interface LiveStatusProps {
  live: Live<{ milliseconds?: number }>;
  words: {
    reference: string;
    measured(milliseconds: number, device: Device): string;
    failed(reason: string): string;
  };
  /** One more fact about what is shown. */
  note?: string;
  /** Leaves the model's own line out while all is well and as shipped: one demo a page shows it. */
  brief?: boolean;
}

/** What was computed, where and how long it took; and how the model is doing. */
export function LiveStatus({ live, words, note, brief }: LiveStatusProps) {
  const { view, handle, model, by, error } = live;
  return (
    <span className={demoStyles.status}>
      <span>
        {by ? words.measured(view.milliseconds ?? 0, by.device) : words.reference}
        {note && `; ${note}`}
      </span>
      {error && !(error instanceof TooLong) && (
        <span className={demoStyles.error} role="alert">
          {words.failed(error.message)}
        </span>
      )}
      {!(brief && model && !model.changed) && <ModelStatus handle={handle} />}
    </span>
  );
}
