"use client";

import { useId, useRef, useState } from "react";
import { Choice } from "@/components/controls/Choice";
import { useControls } from "@/components/controls/useControls";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { useEarlyTyping } from "@/components/ui/useEarlyTyping";
import { gpu as description } from "../controls";
import { type GpuKernel, type GpuKernelName, gpuKernels } from "../gpu/kernels";
import type { GpuPoint } from "../gpu/protocol";
import { stringsFor } from "../strings";
import { flops, rate } from "../units";
import styles from "./GpuLab.module.css";
import { LogBars } from "./LogBars";
import { useGpu, useHasGpu } from "./useGpu";

const kernels: Record<GpuKernelName, GpuKernel> = gpuKernels;

/** Kernels on the reader's own GPU, in code the reader may change. */
export function GpuLab({ locale = "en" }: { locale?: string }) {
  const { gpu: words } = stringsFor(locale);
  const has = useHasGpu();
  const { state, start, stop } = useGpu();
  const bound = useControls(description);
  const kernel = bound.values["gpu-kernel"] as GpuKernelName;
  const [edits, setEdits] = useState<Partial<Record<GpuKernelName, string>>>({});
  const code = edits[kernel] ?? kernels[kernel].wgsl;
  const edited = code !== kernels[kernel].wgsl;
  const editor = useRef<HTMLTextAreaElement>(null);
  useEarlyTyping(editor, code, (typed) => setEdits({ ...edits, [kernel]: typed }));
  const running = state.status === "running";
  const points =
    state.status === "running" ? state.points : state.status === "done" ? state.result.points : [];
  const id = useId();
  return (
    <Instrument
      id={description.id}
      bound={bound}
      title={words.title}
      provenance={state.status === "done" ? "measured" : undefined}
      status={state.status === "done" ? words.measured(state.result, state.edited) : words.nothing}
      data={{
        "data-state":
          has === undefined
            ? "prebuilt"
            : !has
              ? "absent"
              : state.status === "running" || state.status === "failed"
                ? state.status
                : "live",
        "data-kernel": state.status === "done" ? state.kernel : undefined,
      }}
      controls={
        <>
          <Choice
            legend={words.kernel}
            name="gpu-kernel"
            value={kernel}
            options={description.controls["gpu-kernel"].options}
            look="column"
            onChange={(value) => bound.set({ "gpu-kernel": value })}
          />
          <p className={demoStyles.note}>{words.kernels[kernel].does}</p>
          <div className={demoStyles.actions}>
            {running ? (
              <Button variant="primary" onClick={stop}>
                {words.stop}
              </Button>
            ) : (
              <Button
                variant="primary"
                disabled={!has}
                onClick={() => start(kernel, { wgsl: code, constant: kernels[kernel].constant }, edited)}
              >
                {words.run}
              </Button>
            )}
            <Button disabled={!edited} onClick={() => setEdits({ ...edits, [kernel]: undefined })}>
              {words.reset}
            </Button>
          </div>
          {has === false && <p className={demoStyles.note}>{words.absent}</p>}
        </>
      }
    >
      <div className={demoStyles.plate}>
        <div>
          <label className={styles.label} htmlFor={id}>
            {words.code(words.kernels[kernel].name)}
          </label>
          <textarea
            ref={editor}
            id={id}
            className={styles.code}
            rows={18}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            value={code}
            onChange={(event) => setEdits({ ...edits, [kernel]: event.target.value })}
          />
        </div>
        <p className={demoStyles.note} role="status">
          {running && words.running}
          {state.status === "stopped" && words.stopped}
        </p>
        {state.status === "failed" && (
          <p className={demoStyles.error} role="alert">
            {words.failed(state.message)}
          </p>
        )}
        {points.length > 0 && (state.status === "running" || state.status === "done") && (
          <div>
            <p className={demoStyles.caption}>{words.caption(words.kernels[state.kernel].name)}</p>
            <Bars
              label={words.caption(words.kernels[state.kernel].name)}
              points={points}
              name={words.point}
            />
          </div>
        )}
      </div>
    </Instrument>
  );
}

interface BarsProps {
  label: string;
  points: readonly GpuPoint[];
  name: (value: number | undefined, kind: "bandwidth" | "arithmetic") => string;
}

function Bars({ label, points, name }: BarsProps) {
  const rows = points.flatMap((point) =>
    (["bandwidth", "arithmetic"] as const).flatMap((kind) => {
      const found = point[kind];
      if (!found) return [];
      const words = kind === "bandwidth" ? rate : flops;
      return [
        {
          name: name(point.value, kind),
          value: found.median,
          low: found.low,
          high: found.high,
          text: words(found.median),
          kind: "measured" as const,
        },
      ];
    }),
  );
  return <LogBars label={label} rows={rows} from={1e8} to={1e14} tick={(value) => words10(value)} />;
}

/** The axis serves bytes and operations alike, so it has no unit. */
const words10 = (value: number) => flops(value).replace("FLOP/s", "").trim();
