"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import type { Assignment } from "@/lib/assignment/assignment";
import type { Catalog } from "@/lib/assignment/catalog";
import { lessonsOf } from "@/lib/assignment/check";
import { download } from "@/lib/assignment/download";
import type { Work } from "@/lib/assignment/keep";
import { encodeReceipt, fileLimits, type Receipt, toReceipt } from "@/lib/assignment/receipt";
import { toShortCode } from "@/lib/assignment/short-code";
import { countDone } from "@/lib/assignment/work";
import { withBase } from "@/lib/base";
import { CodecError } from "@/lib/codec/codec";
import plate from "./AssignmentPage.module.css";
import { CopyField } from "./CopyField";
import styles from "./HandIn.module.css";
import type { AssignmentStrings } from "./strings";
import { nowInSeconds } from "./useWork";

interface HandInProps {
  assignment: Assignment;
  catalog?: Catalog;
  work: Work;
  words: AssignmentStrings;
  onName(name: string): void;
}

interface Made {
  receipt: Receipt;
  /** Address of the review page with the receipt in it; nothing if it is too large. */
  link?: string;
  /** The same for a file, which holds more. */
  file: string;
  short: string;
  /** The work it was made from. */
  of: Work["results"];
}

/** Makes a receipt when the student asks for one. Nothing leaves this page by itself. */
export function HandIn({ assignment, catalog, work, words, onName }: HandInProps) {
  const id = useId();
  const [made, setMade] = useState<Made>();
  const open = assignment.tasks.length - countDone(assignment, work.results);
  const make = async () => setMade(await makeReceipt(assignment, catalog, work));
  return (
    <section className={plate.plate} aria-labelledby={id} data-hand-in="">
      <header className={plate.plateHead}>
        <h2 id={id}>{words.handIn.title}</h2>
      </header>
      <div className={styles.body}>
        <p>{words.handIn.intro}</p>
        {open > 0 && <p className={styles.quiet}>{words.handIn.open(open)}</p>}
        <label className={styles.name}>
          {words.handIn.name}
          <input
            value={work.name}
            maxLength={200}
            autoComplete="name"
            onChange={(event) => onName(event.target.value)}
          />
        </label>
        <p>
          <Button variant="primary" onClick={make}>
            {made ? words.handIn.again : words.handIn.make}
          </Button>
        </p>
        <div aria-live="polite" className={styles.made}>
          {made && made.of !== work.results && <p className={styles.quiet}>{words.handIn.changed}</p>}
          {made && (
            <>
              {made.link ? (
                <CopyField label={words.handIn.link} text={made.link} words={words} />
              ) : (
                <p>{words.handIn.tooLarge}</p>
              )}
              <p>
                <Button onClick={() => download(fileName(made.receipt), `${made.file}\n`, "text/plain")}>
                  {words.handIn.file}
                </Button>
              </p>
              <CopyField label={words.handIn.short} text={made.short} words={words} short />
            </>
          )}
        </div>
        <p className={styles.quiet}>
          <a href={withBase(`/${assignment.locale}/review/receipts/`)}>{words.handIn.proof}</a>
        </p>
      </div>
    </section>
  );
}

async function makeReceipt(assignment: Assignment, catalog: Catalog | undefined, work: Work): Promise<Made> {
  const slugs = new Set(lessonsOf(assignment));
  const seen = (catalog?.lessons ?? []).filter(({ slug }) => slugs.has(slug));
  const receipt = toReceipt(assignment, {
    name: work.name,
    started: work.started,
    made: nowInSeconds(),
    lessons: Object.fromEntries(seen.map(({ slug, hash }) => [slug, hash])),
    results: work.results,
  });
  const page = `${window.location.origin}${withBase(`/${assignment.locale}/review/`)}#`;
  const link = await encodeReceipt(receipt).catch((error: unknown) => {
    if (error instanceof CodecError) return undefined;
    throw error;
  });
  return {
    receipt,
    link: link && page + link,
    file: page + (link ?? (await encodeReceipt(receipt, fileLimits))),
    short: toShortCode(assignment, work.results),
    of: work.results,
  };
}

/** "receipt-ada-sampling.txt"; letters of any language stay. */
function fileName({ name, title }: Receipt): string {
  const words = ["receipt", name, title].filter((word) => word !== undefined).join(" ");
  const plain = words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  return `${plain.replace(/^-|-$/g, "").slice(0, 80)}.txt`;
}
