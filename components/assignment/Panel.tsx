"use client";

import { useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { forgetActive, readAnchor } from "@/lib/assignment/active";
import type { Assignment } from "@/lib/assignment/assignment";
import type { Catalog } from "@/lib/assignment/catalog";
import { toRules } from "@/lib/assignment/presets";
import { toEntry } from "@/lib/assignment/record";
import { countDone } from "@/lib/assignment/work";
import { withBase } from "@/lib/base";
import { setRules } from "@/lib/controls/rules";
import { onHappening } from "@/lib/progress/events";
import { goTo } from "./go-to";
import { Instructions } from "./Instructions";
import { LmsBar } from "./LmsBar";
import { Notices } from "./Notices";
import styles from "./Panel.module.css";
import { type AssignmentStrings, stringsFor } from "./strings";
import { TaskList } from "./TaskList";
import { useAssignment } from "./useAssignment";
import { useLms } from "./useLms";
import { nowInSeconds, useWork } from "./useWork";

export interface PanelProps {
  /** The assignment as it stands in its link. */
  code: string;
  /** Slug of the lesson on this page. */
  lesson: string;
  onLeave(): void;
}

/** The assignment beside the lesson: folded into one line until it is asked for. */
export function Panel({ code, lesson, onLeave }: PanelProps) {
  const opened = useAssignment(code);
  const words = stringsFor(opened.status === "open" ? opened.assignment.locale : "en");
  const leave = () => {
    forgetActive();
    setRules({});
    onLeave();
  };
  if (opened.status === "reading") return null;
  if (opened.status === "problem") {
    const { title, text } = words.problems[opened.problem];
    return (
      <section className={styles.panel} aria-label={words.panel.label} data-assignment-panel="problem">
        <p className={styles.problem}>
          <strong>{title}.</strong> {text}
        </p>
        <Button onClick={leave}>{words.panel.leave}</Button>
      </section>
    );
  }
  return <OpenPanel {...opened} lesson={lesson} words={words} onLeave={leave} />;
}

interface OpenPanelProps {
  assignment: Assignment;
  code: string;
  catalog?: Catalog;
  lesson: string;
  words: AssignmentStrings;
  onLeave(): void;
}

function OpenPanel({ assignment, code, catalog, lesson, words, onLeave }: OpenPanelProps) {
  const { work, safe, keeper, tick, answer } = useWork(assignment);
  const lms = useLms(assignment, keeper);
  const [open, setOpen] = useState(false);
  const [ruled, setRuled] = useState(false);
  const id = useId();

  useEffect(() => {
    const over = new AbortController();
    onHappening(over.signal, (happening) => {
      const [key, made] = toEntry(happening, (task) => keeper.read().results[task], nowInSeconds());
      keeper.record(key, made);
    });
    return () => over.abort();
  }, [keeper]);
  useEffect(() => {
    // A demo says nothing of its own accord; whatever is moved or pressed in it counts.
    const used = ({ target }: Event) => {
      const control =
        target instanceof Element ? target.closest("input, select, textarea, button, summary") : null;
      const demo = control?.closest<HTMLElement>("[data-demo]")?.dataset.demo;
      const key = `${lesson}/demo/${demo}`;
      if (demo && !keeper.read().results[key]) keeper.record(key, { at: nowInSeconds() });
    };
    const over = new AbortController();
    document.addEventListener("input", used, { signal: over.signal });
    document.addEventListener("click", used, { signal: over.signal });
    return () => over.abort();
  }, [keeper, lesson]);
  useEffect(() => {
    if (!catalog) return;
    const rules = toRules(assignment, lesson, catalog);
    setRules(rules);
    setRuled(Object.keys(rules).length > 0);
  }, [assignment, lesson, catalog]);
  useEffect(() => {
    const follow = () => {
      const anchor = readAnchor(window.location.hash);
      if (anchor) goTo(anchor);
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);

  return (
    <section
      className={styles.panel}
      aria-label={words.panel.label}
      data-assignment-panel={assignment.id}
      data-open={open || undefined}
    >
      <button
        type="button"
        className={styles.bar}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.title}>{assignment.title}</span>
        <span className={styles.count}>
          {words.done(countDone(assignment, work.results), assignment.tasks.length)}
        </span>
        <span className="visually-hidden">{open ? words.panel.hide : words.panel.show}</span>
        <span aria-hidden="true" className={styles.arrow} />
      </button>
      <div id={id} className={styles.body} hidden={!open}>
        <Notices assignment={assignment} catalog={catalog} now={nowInSeconds()} safe={safe} words={words} />
        <LmsBar lms={lms} words={words} />
        <Instructions source={assignment.instructions} />
        {ruled && <p className={styles.quiet}>{words.panel.presets}</p>}
        <TaskList
          assignment={assignment}
          code={code}
          catalog={catalog}
          results={work.results}
          words={words}
          here={lesson}
          onTick={tick}
          onAnswer={answer}
        />
        <p className={styles.actions}>
          <a href={`${withBase(`/${assignment.locale}/a/`)}#${code}`}>{words.panel.overview}</a>
          <Button onClick={onLeave}>{words.panel.leave}</Button>
        </p>
      </div>
    </section>
  );
}
