"use client";

import { useRef } from "react";
import { useControls } from "@/components/controls/useControls";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Sentence } from "@/components/ui/Sentence";
import { tensors as description } from "../controls";
import { count } from "../count";
import { presetOf } from "../presets";
import { stringsFor } from "../strings";
import { toShelves, weigh } from "../weigh";
import { Shelves } from "./Shelves";
import { TensorTable } from "./TensorTable";
import { useManifest } from "./useManifest";

/** The shipped model's own weights: every matrix to one scale, every tensor in a table, and their sum. */
export function Tensors({ id = "tensors", locale = "en" }: { id?: string; locale?: string }) {
  const words = stringsFor(locale);
  const ref = useRef<HTMLDivElement>(null);
  const { tensors, state, error, load } = useManifest(ref);
  const bound = useControls(description, { id });
  const { table } = bound.values;
  const total = weigh(tensors);
  const names = Object.keys(tensors);
  return (
    <Instrument
      id={id}
      bound={bound}
      title={words.tensors.title}
      provenance={state === "live" ? "measured" : "reference"}
      status={
        state === "failed" ? (
          <>
            <span role="alert">{words.tensors.status.failed(error ?? "")}</span>{" "}
            <Button onClick={load}>{words.tensors.again}</Button>
          </>
        ) : (
          words.tensors.status[state === "live" ? "measured" : "reference"]
        )
      }
      data={{ "data-state": state, "data-total": total }}
    >
      <div ref={ref} className={demoStyles.plate}>
        {table ? (
          <TensorTable tensors={tensors} words={words} />
        ) : (
          <Shelves shelves={toShelves(tensors)} words={words} />
        )}
        <div>
          <Button onClick={() => bound.set({ table: !table })}>
            {table ? words.tensors.asPicture : words.tensors.asTable(names.length)}
          </Button>
        </div>
        <Sentence>
          {words.tensors.sum(names.length, total, count(presetOf("story-1m").config).total)}
        </Sentence>
      </div>
    </Instrument>
  );
}
