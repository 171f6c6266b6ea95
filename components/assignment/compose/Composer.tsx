"use client";

import { useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import type { Catalog } from "@/lib/assignment/catalog";
import { type Draft, newDraft } from "@/lib/assignment/draft";
import { loadCatalog } from "@/lib/assignment/load";
import { type AssignmentStrings, stringsFor } from "../strings";
import { nowInSeconds } from "../useWork";
import styles from "./Composer.module.css";
import { EditExisting } from "./EditExisting";
import { HandOut } from "./HandOut";
import { PartPicker } from "./PartPicker";
import { TaskOrder } from "./TaskOrder";
import { ownZone, useDraftState } from "./useDraftState";

/** The instructor's desk: what to do on the left, what students will see and the ways to hand it out on the right. */
export function Composer({ locale }: { locale: Draft["locale"] }) {
  const words = stringsFor(locale);
  const { draft, safe, change, replace, undo } = useDraftState(locale);
  const [catalog, setCatalog] = useState<Catalog>();
  useEffect(() => {
    let here = true;
    loadCatalog(draft.locale).then(
      (found) => here && setCatalog(found),
      (error: unknown) => console.error("The catalog of lessons could not be loaded.", error),
    );
    return () => {
      here = false;
    };
  }, [draft.locale]);
  return (
    <div className={styles.desk} data-composer={draft.id}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        {!safe && <p className={styles.warning}>{words.compose.unsafe}</p>}
        <p className={styles.actions}>
          <Button onClick={() => replace(newDraft(locale, ownZone(), nowInSeconds()))}>
            {words.compose.fresh}
          </Button>
          {undo && <Button onClick={undo}>{words.compose.undo}</Button>}
        </p>
        <Basics draft={draft} words={words} onChange={change} />
        <section aria-labelledby="pick">
          <h2 id="pick">{words.compose.pick}</h2>
          <p className={styles.hint}>{words.compose.pickHint}</p>
          {catalog ? (
            <PartPicker
              catalog={catalog}
              tasks={draft.tasks}
              words={words}
              onTasks={(tasks) => change({ tasks })}
            />
          ) : (
            <p role="status">{words.loading}</p>
          )}
        </section>
        <section aria-labelledby="order">
          <h2 id="order">{words.compose.order}</h2>
          <TaskOrder
            locale={draft.locale}
            catalog={catalog}
            tasks={draft.tasks}
            words={words}
            onTasks={(tasks) => change({ tasks })}
          />
        </section>
        <Details draft={draft} words={words} onChange={change} />
      </form>
      <div className={styles.side}>
        <HandOut draft={draft} catalog={catalog} words={words} />
      </div>
      <div className={styles.existing}>
        <EditExisting words={words} onDraft={replace} />
      </div>
    </div>
  );
}

interface FieldsProps {
  draft: Draft;
  words: AssignmentStrings;
  onChange(by: Partial<Draft>): void;
}

function Basics({ draft, words: { compose }, onChange }: FieldsProps) {
  return (
    <div className={styles.basics}>
      <label className={styles.field}>
        {compose.name}
        <input
          name="title"
          value={draft.title}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </label>
      <label className={styles.field}>
        {compose.language}
        <select
          value={draft.locale}
          onChange={(event) => onChange({ locale: event.target.value as Draft["locale"] })}
        >
          {Object.entries(compose.languages).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Details({ draft, words: { compose }, onChange }: FieldsProps) {
  const zones = useId();
  return (
    <div className={styles.details}>
      <label className={styles.field}>
        {compose.instructions}
        <textarea
          name="instructions"
          rows={6}
          value={draft.instructions}
          onChange={(event) => onChange({ instructions: event.target.value })}
        />
      </label>
      <div className={styles.pair}>
        <label className={styles.field}>
          {compose.due}
          <input
            type="datetime-local"
            name="due"
            value={draft.due}
            onChange={(event) => onChange({ due: event.target.value })}
          />
        </label>
        <label className={styles.field}>
          {compose.zone}
          <input
            name="zone"
            list={zones}
            value={draft.zone}
            autoComplete="off"
            onChange={(event) => onChange({ zone: event.target.value })}
          />
          <datalist id={zones}>
            {Intl.supportedValuesOf("timeZone").map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </label>
      </div>
      <label className={styles.field}>
        {compose.seed}
        <input
          name="seed"
          inputMode="numeric"
          value={draft.seed}
          autoComplete="off"
          onChange={(event) => onChange({ seed: event.target.value })}
        />
      </label>
    </div>
  );
}
