"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { clearKept } from "@/lib/model/kept";
import { lookAgain, useKeptFiles } from "./kept-files";
import styles from "./ModelsPage.module.css";

interface Room {
  usage?: number;
  quota?: number;
  /** The browser has promised not to throw it out; undefined where it makes no promises. */
  persisted?: boolean;
}

/** What all of it takes up, how safe it is there, and a button that clears every model. */
export function Storage({ locale }: { locale: Locale }) {
  const words = stringsFor(locale).models.storage;
  const files = useKeptFiles();
  const [room, setRoom] = useState<Room>({});
  const [said, setSaid] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept has changed, and with it what is used.
  useEffect(() => void measureRoom().then(setRoom), [files]);

  const bytes = (files ?? []).reduce((sum, file) => sum + file.bytes, 0);

  async function persist() {
    const persisted = await navigator.storage.persist().catch(() => false);
    setRoom((before) => ({ ...before, persisted }));
    if (!persisted) setSaid(words.refused);
  }

  async function clear() {
    await clearKept();
    setSaid(words.cleared(bytes));
    void lookAgain();
  }

  return (
    <section className={styles.storage} aria-labelledby="storage">
      <h2 id="storage">{words.title}</h2>
      <p>{words.note}</p>
      {files && (
        <>
          <ul className={styles.figures}>
            <li data-kept-bytes={bytes}>{words.kept(bytes, files.length)}</li>
            {room.usage !== undefined && room.quota !== undefined && (
              <li>{words.used(room.usage, room.quota)}</li>
            )}
            {room.persisted && <li>{words.persisted}</li>}
          </ul>
          <p className={styles.actions}>
            {room.persisted === false && <Button onClick={persist}>{words.persist}</Button>}
            <Button disabled={files.length === 0} onClick={clear}>
              {words.clear}
            </Button>
          </p>
        </>
      )}
      <p role="status">{said}</p>
    </section>
  );
}

async function measureRoom(): Promise<Room> {
  const storage = navigator.storage as StorageManager | undefined; // missing on pages without TLS
  try {
    return { ...(await storage?.estimate()), persisted: await storage?.persisted?.() };
  } catch {
    return {};
  }
}
