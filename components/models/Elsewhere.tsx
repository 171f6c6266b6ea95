"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Label } from "@/components/ui/Instrument";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { HUB, HubModel, isRepository, mirrorAt, ownMirror, RUNTIME_BYTES } from "@/lib/model/hub/client";
import type { Listing, Loaded, Source } from "@/lib/model/hub/protocol";
import { lookAgain } from "./kept-files";
import styles from "./ModelsPage.module.css";
import { NextTokens } from "./NextTokens";

type State =
  | { status: "idle" }
  | { status: "asking" }
  | { status: "listed"; listing: Listing; source: Source }
  | { status: "loading"; loaded: number; total: number }
  | { status: "ready"; listing: Listing; loaded: Loaded };

const sourceNames = ["hub", "site", "other"] as const;

/** A model of the reader's choice: named, its size told, fetched when agreed to, asked for what comes next. */
export function Elsewhere({ locale }: { locale: Locale }) {
  const { megabytes, cancel, progress, elsewhere: words } = stringsFor(locale).models;
  const [state, setState] = useState<State>({ status: "idle" });
  const [said, setSaid] = useState<{ text: string; failed?: boolean }>();
  const [from, setFrom] = useState<(typeof sourceNames)[number]>("hub");
  const model = useRef<HubModel>(undefined);
  const id = useId();
  useEffect(() => () => model.current?.end(), []);

  function end(text?: string, failed = false) {
    model.current?.end();
    model.current = undefined;
    setState({ status: "idle" });
    setSaid(text ? { text, failed } : undefined);
    void lookAgain();
  }

  /** Runs a step with the model; a failure is told, and ends it. */
  async function attempt(step: (model: HubModel) => Promise<State>) {
    setSaid(undefined);
    model.current ??= new HubModel();
    const mine = model.current;
    try {
      const next = await step(mine);
      if (mine === model.current) setState(next);
    } catch (error) {
      if (mine === model.current) end((error as Error).message, true);
    }
    void lookAgain();
  }

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const repository = String(fields.get("repository")).trim();
    const address = String(fields.get("address") ?? "");
    if (!isRepository(repository)) return end(words.noRepository(repository), true);
    let source = from === "hub" ? HUB : ownMirror();
    try {
      if (from === "other") source = mirrorAt(address);
    } catch {
      return end(words.noAddress(address), true);
    }
    end();
    setState({ status: "asking" });
    void attempt(async (hub) => ({ status: "listed", source, listing: await hub.list(repository, source) }));
  }

  function load(listing: Listing) {
    const tell = (loaded: number, total: number) => setState({ status: "loading", loaded, total });
    tell(0, listing.bytes + RUNTIME_BYTES);
    void attempt(async (hub) => ({ status: "ready", listing, loaded: await hub.load(listing, tell) }));
  }

  return (
    <section className={styles.elsewhere} aria-labelledby="elsewhere" data-elsewhere={state.status}>
      <h2 id="elsewhere">{words.title}</h2>
      <p>{words.note}</p>
      <form onSubmit={ask}>
        <label htmlFor={`${id}-from`}>{words.from}</label>
        <select
          id={`${id}-from`}
          name="from"
          value={from}
          onChange={(event) => setFrom(event.target.value as typeof from)}
        >
          {sourceNames.map((name) => (
            <option key={name} value={name}>
              {words.sources[name]}
            </option>
          ))}
        </select>
        {from === "other" && (
          <>
            <label htmlFor={`${id}-address`}>{words.address}</label>
            <input id={`${id}-address`} name="address" inputMode="url" placeholder="https://" />
          </>
        )}
        <label htmlFor={`${id}-repository`}>{words.repository}</label>
        <input
          id={`${id}-repository`}
          name="repository"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
        />
        <span id={`${id}-hint`} className={styles.hint}>
          {words.hint}
        </span>
        <Button type="submit">{words.ask}</Button>
      </form>
      {state.status === "asking" && <p>{words.asking}</p>}
      {state.status === "listed" && (
        <p className={styles.actions}>
          {words.size(
            state.listing.repository,
            state.listing.files.length,
            megabytes(state.listing.bytes),
            new URL(state.source.host).host,
            megabytes(RUNTIME_BYTES),
          )}
          <Button variant="primary" onClick={() => load(state.listing)}>
            {words.agree(megabytes(state.listing.bytes + RUNTIME_BYTES))}
          </Button>
        </p>
      )}
      {state.status === "loading" && (
        <p className={styles.progress}>
          <progress value={state.loaded} max={state.total} aria-label={progress(state.loaded, state.total)} />
          {progress(state.loaded, state.total)} <Button onClick={() => end()}>{cancel}</Button>
        </p>
      )}
      {state.status === "ready" && (
        <>
          <p>
            {words.ready(
              state.listing.repository,
              state.loaded.kind,
              state.listing.dtype,
              (state.loaded.milliseconds / 1000).toFixed(1),
            )}{" "}
            <Label kind="measured" />
          </p>
          <NextTokens locale={locale} model={model.current!} />
          <p className={styles.actions}>
            <Button onClick={() => end(words.closed)}>{words.close}</Button>
          </p>
        </>
      )}
      {said && (
        <p role={said.failed ? "alert" : "status"} className={said.failed ? styles.failed : undefined}>
          {said.text}
        </p>
      )}
    </section>
  );
}
