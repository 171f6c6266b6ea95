"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Label } from "@/components/ui/Instrument";
import { type Locale, stringsFor } from "@/lib/content/locale";
import { HUB, HubModel, isRepository, mirrorAt, ownMirror, runtimeOf } from "@/lib/model/hub/client";
import type { Listing, Loaded } from "@/lib/model/hub/protocol";
import { lookAgain } from "./kept-files";
import { Likeness } from "./Likeness";
import styles from "./ModelsPage.module.css";
import { TextModel } from "./TextModel";

type State =
  | { status: "idle" }
  | { status: "asking" }
  | { status: "listed"; listing: Listing }
  | { status: "loading"; loaded: number; total: number }
  | { status: "ready"; listing: Listing; loaded: Loaded };

const sourceNames = ["hub", "site", "other"] as const;
const places = ["auto", "wasm", "webgpu"] as const;

/** A model of the reader's choice: named, its size told, fetched when agreed to, put to work. */
export function Elsewhere({ locale }: { locale: Locale }) {
  const { megabytes, cancel, progress, elsewhere: words, ...general } = stringsFor(locale).models;
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
    let host = from === "hub" ? HUB : ownMirror();
    try {
      if (from === "other") host = mirrorAt(address);
    } catch {
      return end(words.noAddress(address), true);
    }
    end();
    setState({ status: "asking" });
    const place = String(fields.get("place")) as (typeof places)[number];
    void attempt(async (hub) => ({ status: "listed", listing: await hub.list(repository, host, place) }));
  }

  function load(listing: Listing) {
    const tell = (loaded: number, total: number) => setState({ status: "loading", loaded, total });
    tell(0, listing.bytes + runtimeOf(listing.device));
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
        <label htmlFor={`${id}-place`}>{words.place}</label>
        <select id={`${id}-place`} name="place">
          {places.map((name) => (
            <option key={name} value={name}>
              {words.places[name]}
            </option>
          ))}
        </select>
        <Button type="submit">{words.ask}</Button>
      </form>
      {state.status === "asking" && <p>{words.asking}</p>}
      {state.status === "listed" && (
        <>
          <p>
            {words.size(
              state.listing.repository,
              Object.keys(state.listing.files).length,
              megabytes(state.listing.bytes),
              new URL(state.listing.host).host,
              megabytes(runtimeOf(state.listing.device)),
            )}{" "}
            {words.wouldRun(state.listing.device, state.listing.deviceReason)}
          </p>
          <p className={styles.actions}>
            <Button variant="primary" onClick={() => load(state.listing)}>
              {words.agree(megabytes(state.listing.bytes + runtimeOf(state.listing.device)))}
            </Button>
          </p>
        </>
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
            {words.ready(state.listing, state.loaded)} <Label kind="measured" />
          </p>
          {state.loaded.fallback && <p className={styles.failed}>{words.fallback(state.loaded.fallback)}</p>}
          {state.loaded.kept !== "kept" && <p className={styles.failed}>{general[state.loaded.kept]}</p>}
          {state.listing.task === "text-generation" ? (
            <TextModel locale={locale} model={model.current!} />
          ) : (
            <Likeness locale={locale} model={model.current!} pooling={state.listing.pooling} />
          )}
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
