import { memo } from "react";
import type { Display } from "@/lib/notebook/display";
import { joinLines } from "@/lib/notebook/join-lines";
import { BarsOutput } from "./outputs/BarsOutput";
import { ErrorOutput } from "./outputs/ErrorOutput";
import { HeatmapOutput } from "./outputs/HeatmapOutput";
import { TableOutput } from "./outputs/TableOutput";
import { TextOutput } from "./outputs/TextOutput";
import { VerdictOutput } from "./outputs/VerdictOutput";

interface OutputsProps {
  displays: Display[];
  /** Takes the reader to a line of their code. */
  onGoTo?(line: number): void;
}

/** What a cell shows. Every display is data: nothing here is ever set as HTML. */
export function Outputs({ displays, onGoTo }: OutputsProps) {
  return joinLines(displays).map((display, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: outputs only ever grow at the end
    <Output key={i} display={display} onGoTo={onGoTo} />
  ));
}

const Output = memo(function Output({ display, onGoTo }: { display: Display; onGoTo?(line: number): void }) {
  switch (display.kind) {
    case "text":
      return <TextOutput {...display} />;
    case "table":
      return <TableOutput {...display} />;
    case "bars":
      return <BarsOutput {...display} />;
    case "heatmap":
      return <HeatmapOutput {...display} />;
    case "error":
      return <ErrorOutput {...display} onGoTo={onGoTo} />;
    case "verdict":
      return <VerdictOutput {...display} onGoTo={onGoTo} />;
  }
});
