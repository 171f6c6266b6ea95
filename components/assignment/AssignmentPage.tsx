"use client";

import { toActiveFragment } from "@/lib/assignment/active";
import { type Assignment, keyOf } from "@/lib/assignment/assignment";
import type { Catalog } from "@/lib/assignment/catalog";
import { anchorOf, findMissing } from "@/lib/assignment/check";
import { countDone, type Entries, isDone } from "@/lib/assignment/work";
import { withBase } from "@/lib/base";
import styles from "./AssignmentPage.module.css";
import { HandIn } from "./HandIn";
import { Instructions } from "./Instructions";
import { LmsBar } from "./LmsBar";
import { Notices } from "./Notices";
import type { AssignmentStrings } from "./strings";
import { TaskList } from "./TaskList";
import { type LmsState, useLms } from "./useLms";
import { nowInSeconds, useWork, type WorkControls } from "./useWork";

interface AssignmentPageProps {
  assignment: Assignment;
  code: string;
  catalog?: Catalog;
  words: AssignmentStrings;
}

/** An assignment as its student sees it: what to do, how far it is done, and the way to hand it in. */
export function AssignmentPage({ assignment, ...rest }: AssignmentPageProps) {
  const controls = useWork(assignment);
  const lms = useLms(assignment, controls.keeper);
  return <AssignmentSheet assignment={assignment} {...rest} {...controls} lms={lms} />;
}

interface AssignmentSheetProps extends AssignmentPageProps, WorkControls {
  lms?: LmsState;
  /** Stands on the instructor's page: the page has a title of its own. */
  preview?: boolean;
}

/** The same, wherever the work is kept. */
export function AssignmentSheet(props: AssignmentSheetProps) {
  const { assignment, code, catalog, words, work, safe, keeper, tick, answer, lms, preview } = props;
  const { results } = work;
  const Title = preview ? "h2" : "h1";
  const Heading = preview ? "h3" : "h2";
  return (
    <div className={styles.page} data-assignment={assignment.id}>
      <p className={styles.kicker}>{words.kicker}</p>
      <Title className={styles.title}>{assignment.title}</Title>
      {/* Notices come and go, and would move the bar's button from under the pointer. */}
      {lms && <LmsBar lms={lms} words={words} />}
      <Notices assignment={assignment} catalog={catalog} now={nowInSeconds()} safe={safe} words={words} />
      <Instructions source={assignment.instructions} />
      <section className={styles.plate} aria-labelledby="tasks">
        <header className={styles.plateHead}>
          <Heading id="tasks">{words.tasks}</Heading>
          <p role="status">{words.done(countDone(assignment, results), assignment.tasks.length)}</p>
        </header>
        <TaskList
          assignment={assignment}
          code={code}
          catalog={catalog}
          results={results}
          words={words}
          onTick={tick}
          onAnswer={answer}
        />
        <StartLink assignment={assignment} code={code} catalog={catalog} results={results} words={words} />
      </section>
      {!preview && (
        <HandIn assignment={assignment} catalog={catalog} work={work} words={words} onName={keeper.rename} />
      )}
    </div>
  );
}

interface StartLinkProps {
  assignment: Assignment;
  code: string;
  catalog?: Catalog;
  results: Entries;
  words: AssignmentStrings;
}

/** Leads to the first task in a lesson that is not done. */
export function StartLink({ assignment, code, catalog, results, words }: StartLinkProps) {
  const inLessons = assignment.tasks.filter(
    (task) => task.kind !== "question" && !(catalog && findMissing(task, catalog)),
  );
  const next = inLessons.find((task) => !isDone(task, results[keyOf(task)]));
  if (!next || next.kind === "question") return null;
  const begun = Object.keys(results).length > 0;
  const page = withBase(`/${assignment.locale}/learn/${next.lesson}/`);
  return (
    <p className={styles.start}>
      <a className={styles.startLink} href={page + toActiveFragment(code, anchorOf(next))}>
        {begun ? words.goOn : words.start}
      </a>
    </p>
  );
}
