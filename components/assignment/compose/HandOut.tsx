"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { toActiveFragment } from "@/lib/assignment/active";
import type { Assignment } from "@/lib/assignment/assignment";
import { type Catalog, findLesson } from "@/lib/assignment/catalog";
import { lessonsOf } from "@/lib/assignment/check";
import { download } from "@/lib/assignment/download";
import { type Draft, findGaps, type Gap, toAssignment } from "@/lib/assignment/draft";
import { keepMade } from "@/lib/assignment/draft-store";
import { toIframe } from "@/lib/assignment/embed";
import { encodeAssignment } from "@/lib/assignment/link";
import { withBase } from "@/lib/base";
import { CodecError } from "@/lib/codec/codec";
import { AssignmentSheet } from "../AssignmentPage";
import { CopyField } from "../CopyField";
import type { AssignmentStrings } from "../strings";
import { nowInSeconds, useWork } from "../useWork";
import styles from "./HandOut.module.css";
import { PrintSheet } from "./PrintSheet";
import { QrCode } from "./QrCode";

interface HandOutProps {
  draft: Draft;
  catalog?: Catalog;
  words: AssignmentStrings;
}

interface Link {
  assignment: Assignment;
  code: string;
}

/** The preview, and every way to hand the assignment out; or what it still lacks. */
export function HandOut({ draft, catalog, words }: HandOutProps) {
  const made = useLink(draft, catalog);
  const gaps = findGaps(draft);
  return (
    <>
      <section className={styles.plate} aria-labelledby="hand-out">
        <h2 id="hand-out">{words.compose.hand}</h2>
        {gaps.length > 0 && (
          <ul className={styles.gaps} data-gaps="">
            {gaps.map((gap) => (
              <li key={JSON.stringify(gap)}>{words.compose.gaps[wordOf(gap)]}</li>
            ))}
          </ul>
        )}
        {made === "too-large" && <p className={styles.gaps}>{words.compose.tooLarge}</p>}
        {gaps.length === 0 && made && made !== "too-large" && catalog && (
          <Ways {...made} catalog={catalog} words={words} />
        )}
      </section>
      <section className={styles.preview} aria-labelledby="preview">
        <h2 id="preview">{words.compose.preview}</h2>
        <Preview draft={draft} catalog={catalog} words={words} />
      </section>
    </>
  );
}

function wordOf(gap: Gap): keyof AssignmentStrings["compose"]["gaps"] {
  return gap.at === "question" ? gap.needs : gap.at;
}

/** The link of a draft without gaps; it follows every change. */
function useLink(draft: Draft, catalog: Catalog | undefined): Link | "too-large" | undefined {
  const [link, setLink] = useState<Link | "too-large">();
  useEffect(() => {
    let here = true;
    if (!catalog || findGaps(draft).length > 0) {
      setLink(undefined);
      return;
    }
    const assignment = toAssignment(draft, catalog);
    encodeAssignment(assignment).then(
      (code) => here && setLink({ assignment, code }),
      (error: unknown) => {
        if (!(error instanceof CodecError)) throw error;
        if (here) setLink("too-large");
      },
    );
    return () => {
      here = false;
    };
  }, [draft, catalog]);
  return link;
}

function Ways({ assignment, code, catalog, words }: Link & { catalog: Catalog; words: AssignmentStrings }) {
  const { compose } = words;
  const [failed, setFailed] = useState(false);
  const site = window.location.origin;
  const url = `${site}${withBase(`/${assignment.locale}/a/`)}#${code}`;
  const embed = toIframe(url, assignment.title, 800);
  // What was handed out can be taken up again, and its receipts can be read here.
  const keep = () => keepMade({ id: assignment.id, title: assignment.title, code, at: nowInSeconds() });
  const save = (make: () => Promise<void>) => {
    keep();
    setFailed(false);
    make().catch(() => setFailed(true));
  };
  return (
    <div className={styles.ways} onClickCapture={keep} onFocusCapture={keep}>
      <CopyField label={compose.link} text={url} words={words} />
      <p className={styles.hint}>
        {compose.size(url.length)}{" "}
        <a href={url} target="_blank" rel="noopener">
          {compose.openLink}
        </a>
      </p>
      <QrCode url={url} title={assignment.title} words={words} />
      <CopyField label={compose.embed} text={embed} words={words} />
      <div className={styles.buttons}>
        <Button onClick={() => window.print()}>{compose.print}</Button>
        <Button onClick={() => save(() => saveCartridge(assignment, code, url, catalog, words))}>
          {compose.cartridge}
        </Button>
        <Button onClick={() => save(() => saveScorm(assignment, url))}>{compose.scorm}</Button>
      </div>
      <p className={styles.hint}>{compose.packagesHint}</p>
      {failed && <p role="alert">{compose.packageFailed}</p>}
      <PrintSheet assignment={assignment} catalog={catalog} url={url} words={words} />
    </div>
  );
}

async function saveCartridge(
  assignment: Assignment,
  code: string,
  url: string,
  catalog: Catalog,
  words: AssignmentStrings,
): Promise<void> {
  const [{ toCartridge }, { zip }] = await Promise.all([
    import("@/lib/assignment/cartridge"),
    import("@/lib/assignment/zip"),
  ]);
  const lessons = lessonsOf(assignment).map((slug) => ({
    name: slug,
    title: words.lesson(findLesson(catalog, slug)?.title ?? slug),
    url: `${window.location.origin}${withBase(`/${assignment.locale}/learn/${slug}/`)}${toActiveFragment(code)}`,
  }));
  const files = toCartridge(assignment, [{ name: "assignment", title: assignment.title, url }, ...lessons]);
  download(`glassbox-${assignment.id}.imscc`, zip(files), "application/zip");
}

async function saveScorm(assignment: Assignment, url: string): Promise<void> {
  const [{ toScorm }, { zip }, relay] = await Promise.all([
    import("@/lib/assignment/scorm"),
    import("@/lib/assignment/zip"),
    fetch(withBase("/scorm/relay.js")),
  ]);
  if (!relay.ok) throw new Error(`relay.js could not be loaded: ${relay.status}`);
  const files = toScorm(assignment, url, await relay.text());
  download(`glassbox-${assignment.id}-scorm.zip`, zip(files), "application/zip");
}

function Preview({ draft, catalog, words }: HandOutProps) {
  const shown = toPreview(draft, catalog);
  const work = useWork({ ...emptyAssignment, id: draft.id }, true);
  if (!shown) return <p className={styles.hint}>{words.compose.previewEmpty}</p>;
  return (
    <AssignmentSheet {...work} safe assignment={shown} code="" catalog={catalog} words={words} preview />
  );
}

const emptyAssignment: Assignment = {
  kind: "assignment",
  id: "",
  title: "",
  locale: "en",
  made: 0,
  lessons: [],
  tasks: [],
  instructions: "",
};

/** A draft as far as it goes: what is not finished is left out. */
function toPreview(draft: Draft, catalog: Catalog | undefined): Assignment | undefined {
  const unfinished = new Set(findGaps(draft).flatMap((gap) => (gap.at === "question" ? [gap.id] : [])));
  const tasks = draft.tasks.filter((task) => task.kind !== "question" || !unfinished.has(task.id));
  if (tasks.length === 0 || !catalog) return undefined;
  const whole = { ...draft, tasks, title: draft.title.trim() || "…" };
  const gaps = new Set(findGaps(whole).map(({ at }) => at));
  const sound = {
    ...whole,
    seed: gaps.has("seed") ? "" : whole.seed,
    due: gaps.has("due") || gaps.has("zone") ? "" : whole.due,
    instructions: whole.instructions.slice(0, 20_000),
    tasks: tasks.slice(0, 60),
  };
  return toAssignment(sound, catalog);
}
