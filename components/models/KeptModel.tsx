"use client";

import { useEffect, useRef, useState } from "react";
import { Vial } from "@/components/course/Vial";
import { Button } from "@/components/ui/Button";
import { withBase } from "@/lib/base";
import { type Locale, stringsFor } from "@/lib/content/locale";
import type { ModelEntry } from "@/lib/content/models";
import { keepModel } from "@/lib/model/keep-model";
import { clearKept } from "@/lib/model/kept";
import { lookAgain, useKeptFiles } from "./kept-files";
import { stateOf } from "./kept-state";
import styles from "./ModelsPage.module.css";

interface KeptModelProps extends Pick<ModelEntry, "files" | "folders" | "title"> {
  locale: Locale;
}

type Work = { loaded: number; total: number } | undefined;

/** How much of a model is in this browser, and the ways to fetch the rest and to clear it. */
export function KeptModel({ locale, title, files, folders }: KeptModelProps) {
  const words = stringsFor(locale).models;
  const state = stateOf(files, useKeptFiles(), withBase("/models/"));
  const [work, setWork] = useState<Work>();
  const [said, setSaid] = useState<{ text: string; failed?: boolean }>();
  const aborter = useRef<AbortController>(undefined);
  useEffect(() => () => aborter.current?.abort(), []);

  async function fetchAll() {
    aborter.current = new AbortController();
    const { signal } = aborter.current;
    setSaid(undefined);
    setWork({ loaded: 0, total: 0 });
    try {
      const bases = folders.map((folder) => withBase(`/models/${folder}`));
      const kept = await keepModel(
        signal,
        bases,
        (loaded, total) => !signal.aborted && setWork({ loaded, total }),
      );
      if (kept !== "kept") setSaid({ text: words[kept], failed: true });
    } catch (error) {
      setSaid(signal.aborted ? { text: words.cancelled } : { text: (error as Error).message, failed: true });
    }
    setWork(undefined);
    void lookAgain();
  }

  async function clear() {
    setSaid(undefined);
    await clearKept(withBase(`/models/${folders[0]}`));
    void lookAgain();
  }

  const { status, bytes, total } = state;
  const level = work ? work.loaded / Math.max(1, work.total) : bytes / Math.max(1, total);
  return (
    <div className={styles.kept} data-kept={work ? "loading" : status}>
      <Vial level={level} done={!work && status === "all"} />
      <div>
        {work ? (
          <p className={styles.progress}>
            <progress
              value={work.loaded}
              max={work.total || 1}
              aria-label={`${title}: ${words.progress(work.loaded, work.total)}`}
            />
            {words.progress(work.loaded, work.total)}
          </p>
        ) : (
          <p className={styles.state}>{words.state[status](bytes, total)}</p>
        )}
        <p className={styles.actions}>
          {work ? (
            <Button onClick={() => aborter.current?.abort()} aria-label={`${words.cancel}: ${title}`}>
              {words.cancel}
            </Button>
          ) : (
            status !== "all" && (
              <Button
                disabled={status === "unknown"}
                onClick={fetchAll}
                aria-label={`${status === "part" ? words.fetchRest : words.fetch}: ${title}`}
              >
                {status === "part" ? words.fetchRest : words.fetch}
              </Button>
            )
          )}
          {!work && ["all", "part", "old"].includes(status) && (
            <Button onClick={clear} aria-label={`${words.clear}: ${title}`}>
              {words.clear}
            </Button>
          )}
        </p>
        <p role="status" className={said?.failed ? styles.failed : undefined}>
          {said?.text}
        </p>
      </div>
    </div>
  );
}
