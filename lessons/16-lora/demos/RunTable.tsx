"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { download } from "@/lib/assignment/download";
import type { LanguageModel } from "@/lib/model/language-model";
import { writeAdapter } from "@/lib/model/lora";
import { count } from "@/lib/plot/format";
import { mostKept } from "../kept";
import { runs, speedOf, type TrainRun } from "../runs";
import type { LessonStrings } from "../strings";
import { bytesOf } from "../view";
import styles from "./Demo.module.css";

/** Bytes; an adapter of rank 64 on every matrix has 2.1 million. */
const largestFile = 16_000_000;

interface RunTableProps {
  all: readonly TrainRun[];
  chosen: number | undefined;
  keeping: "unknown" | "yes" | "no";
  model: LanguageModel | undefined;
  words: LessonStrings;
}

/** Every run with what it cost and did; one adapter is applied, can be saved, and others loaded. */
export function RunTable({ all, chosen, keeping, model, words }: RunTableProps) {
  const { train } = words;
  const [problem, setProblem] = useState("");
  const picker = useRef<HTMLInputElement>(null);
  const applied = all.find(({ id }) => id === chosen);

  async function load(file: File | undefined) {
    if (!file || !model) return;
    setProblem("");
    if (file.size > largestFile) return setProblem(train.loadFailed(train.tooLarge(file.size, largestFile)));
    try {
      runs.load(model, await file.arrayBuffer());
    } catch (error) {
      setProblem(train.loadFailed((error as Error).message));
    }
    if (picker.current) picker.current.value = ""; // so that the same file can be tried again
  }

  return (
    <div className={demoStyles.plate}>
      {all.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
        <section className={styles.scroll} tabIndex={0} aria-label={train.table}>
          <table className={`${demoStyles.numbers} ${styles.table}`}>
            <caption className="visually-hidden">{train.table}</caption>
            <thead>
              <tr>
                <th scope="col">{train.columns.use}</th>
                <th scope="col">{train.columns.run}</th>
                <th scope="col">{train.columns.status}</th>
                <th scope="col">{train.columns.numbers}</th>
                <th scope="col">{train.columns.bytes}</th>
                <th scope="col">{train.columns.own}</th>
                <th scope="col">{train.columns.kept}</th>
                <th scope="col">{train.columns.speed}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {all.map((run) => (
                <Row key={run.id} run={run} applied={run.id === chosen} words={words} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className={demoStyles.actions}>
        <Button
          disabled={!applied?.adapter}
          onClick={() => {
            const { adapter } = applied!;
            download(`${adapter!.name}.safetensors`, writeAdapter(adapter!), "application/octet-stream");
          }}
        >
          {train.save}
        </Button>
        <label className={styles.file}>
          {train.load}
          <input
            ref={picker}
            type="file"
            accept=".safetensors"
            disabled={!model}
            onChange={(event) => void load(event.target.files?.[0])}
          />
        </label>
      </div>
      {problem && (
        <p className={demoStyles.error} role="alert">
          {problem}
        </p>
      )}
      <p className={keeping === "no" ? styles.warn : demoStyles.note}>
        {keeping === "no" ? train.notKept : train.kept2(mostKept)}
      </p>
    </div>
  );
}

function Row({ run, applied, words }: { run: TrainRun; applied: boolean; words: LessonStrings }) {
  const { train } = words;
  const name = train.runName(run);
  const [first, last] = [run.checks[0], run.checks.at(-1)];
  const speed = speedOf(run);
  const status = train.statuses[run.status];
  const going = ["preparing", "running", "stopping"].includes(run.status);
  return (
    <tr data-run={run.status}>
      <td className={styles.left}>
        <input
          type="radio"
          name="applied-run"
          aria-label={name}
          checked={applied}
          disabled={!run.adapter}
          onChange={() => runs.choose(run.id)}
        />
      </td>
      <th scope="row" className={styles.left}>
        {name}
      </th>
      <td>{run.steps.length > 0 ? train.at(status, run.steps.at(-1)!.step) : status}</td>
      <td>{count(run.parameters)}</td>
      <td>{count(Math.round((run.adapter ? bytesOf(run.adapter) : 4 * run.parameters) / 1000))}</td>
      <td>{train.change(first?.own, last?.own)}</td>
      <td>{train.change(first?.kept, last?.kept)}</td>
      <td>{speed ? count(Math.round(speed)) : "–"}</td>
      <td>
        <Button disabled={going} aria-label={train.drop(name)} onClick={() => runs.drop(run.id)}>
          ✕
        </Button>
      </td>
    </tr>
  );
}
