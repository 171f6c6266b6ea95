import dynamic from "next/dynamic";
import { memo, useState } from "react";
import type { Display } from "@/lib/notebook/display";
import { countDrawn, drawnAtOnce } from "@/lib/notebook/draw-budget";
import { joinLines } from "@/lib/notebook/join-lines";
import type { InputValue } from "@/lib/notebook/notebook-state";
import { BarsOutput } from "./outputs/BarsOutput";
import { ControlOutput } from "./outputs/ControlOutput";
import { ErrorOutput } from "./outputs/ErrorOutput";
import styles from "./outputs/outputs.module.css";
import { TableOutput } from "./outputs/TableOutput";
import { TextOutput } from "./outputs/TextOutput";
import { VerdictOutput } from "./outputs/VerdictOutput";

// Kinds that few pages show are loaded by those that do.
const ExpectationOutput = dynamic(() =>
  import("./outputs/ExpectationOutput").then((module) => module.ExpectationOutput),
);
const HeatmapOutput = dynamic(() => import("./outputs/HeatmapOutput").then((module) => module.HeatmapOutput));
const MarkupOutput = dynamic(() => import("./outputs/MarkupOutput").then((module) => module.MarkupOutput));
const PlotOutput = dynamic(() => import("./outputs/PlotOutput").then((module) => module.PlotOutput));
const SeriesOutput = dynamic(() => import("./outputs/SeriesOutput").then((module) => module.SeriesOutput));
const TensorOutput = dynamic(() => import("./outputs/TensorOutput").then((module) => module.TensorOutput));
const TokensOutput = dynamic(() => import("./outputs/TokensOutput").then((module) => module.TokensOutput));
const TreeOutput = dynamic(() => import("./outputs/TreeOutput").then((module) => module.TreeOutput));

interface OutputsProps {
  displays: readonly Display[];
  /** Takes the reader to a line of their code. */
  onGoTo?(line: number): void;
  /** The reader has moved a control of the cell. */
  onTurn?(control: number, value: InputValue): void;
}

/** What a cell shows, in a frame of ours. Every display is data; only what `sanitize.ts` made is set as HTML. */
export function Outputs({ displays, onGoTo, onTurn }: OutputsProps) {
  const [askings, setAskings] = useState(1);
  if (displays.length === 0) return null;
  const all = joinLines(displays);
  const drawn = countDrawn(all, askings * drawnAtOnce);
  const rest = all.slice(drawn);
  // Why a run ended stands last, and is told in any case.
  const end = rest.at(-1)?.kind === "error" ? rest.at(-1) : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    <div role="group" aria-label="Output" className={styles.frame}>
      <p className={styles.frameLabel} aria-hidden="true">
        Output
      </p>
      {all.slice(0, drawn).map((display, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: outputs only ever grow at the end
        <Output key={i} display={display} onGoTo={onGoTo} onTurn={onTurn} />
      ))}
      {rest.length > 0 && (
        <p className={styles.cut}>
          {rest.length.toLocaleString("en-US")} more{" "}
          <button type="button" className={styles.line} onClick={() => setAskings(askings + 1)}>
            show more
          </button>
        </p>
      )}
      {end && <Output display={end} onGoTo={onGoTo} />}
    </div>
  );
}

type OutputProps = Pick<OutputsProps, "onGoTo" | "onTurn"> & { display: Display };

const Output = memo(function Output({ display, onGoTo, onTurn }: OutputProps) {
  switch (display.kind) {
    case "text":
      return <TextOutput {...display} />;
    case "table":
      return <TableOutput {...display} />;
    case "bars":
      return <BarsOutput {...display} />;
    case "heatmap":
      return <HeatmapOutput {...display} />;
    case "series":
      return <SeriesOutput {...display} />;
    case "tensor":
      return <TensorOutput {...display} />;
    case "tree":
      return <TreeOutput {...display} />;
    case "tokens":
      return <TokensOutput {...display} />;
    case "plot":
      return <PlotOutput {...display} />;
    case "markup":
      return <MarkupOutput {...display} />;
    case "expectation":
      return <ExpectationOutput {...display} />;
    case "error":
      return <ErrorOutput {...display} onGoTo={onGoTo} />;
    case "verdict":
      return <VerdictOutput {...display} onGoTo={onGoTo} />;
    case "control":
      return <ControlOutput {...display} onTurn={onTurn} />;
  }
});
