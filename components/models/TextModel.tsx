"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Label } from "@/components/ui/Instrument";
import { type Locale, stringsFor } from "@/lib/content/locale";
import type { HubModel } from "@/lib/model/hub/client";
import type { Next, Written } from "@/lib/model/hub/protocol";
import { printed } from "@/lib/plot/visible";
import styles from "./ModelsPage.module.css";

interface TextModelProps {
  locale: Locale;
  model: HubModel;
}

interface Text {
  prompt: string;
  added: string;
  /** When it is done. */
  written?: Written;
}

/** Longest text, in tokens. */
const MOST = 200;

/** A prompt, and what the model makes of it: the tokens it finds most probable next, or a text. */
export function TextModel({ locale, model }: TextModelProps) {
  const words = stringsFor(locale).models.elsewhere;
  const [next, setNext] = useState<Next & { prompt: string }>();
  const [text, setText] = useState<Text>();
  const [failure, setFailure] = useState("");
  const [busy, setBusy] = useState<"next" | "write">();
  const id = useId();

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const prompt = String(new FormData(event.currentTarget).get("prompt"));
    const writes = ((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement)?.value === "write";
    setBusy(writes ? "write" : "next");
    setFailure("");
    setNext(undefined);
    setText(undefined);
    try {
      if (writes) await write(prompt);
      else setNext({ prompt, ...(await model.next(prompt)) });
    } catch (error) {
      setFailure((error as Error).message);
    }
    setBusy(undefined);
  }

  async function write(prompt: string) {
    let added = "";
    const written = await model.write(prompt, MOST, (piece) => {
      added += piece;
      setText({ prompt, added });
    });
    setText({ prompt, added, written });
  }

  return (
    <>
      <form onSubmit={ask}>
        <label htmlFor={id}>{words.prompt}</label>
        <input id={id} name="prompt" defaultValue="Once upon a time there was a" />
        <span className={styles.actions}>
          <Button type="submit" disabled={busy !== undefined}>
            {words.next}
          </Button>
          {busy === "write" ? (
            <Button onClick={() => model.stop()}>{words.stop}</Button>
          ) : (
            <Button type="submit" value="write" disabled={busy !== undefined}>
              {words.write}
            </Button>
          )}
        </span>
      </form>
      {failure && (
        <p role="alert" className={styles.failed}>
          {failure}
        </p>
      )}
      {text && (
        <>
          <section className={styles.text} aria-label={words.writtenTitle}>
            <span>{text.prompt}</span>
            {text.added}
          </section>
          {text.written && (
            <p role="status">
              {words.written(text.written.tokens, text.written.millisecondsPerToken)}{" "}
              <Label kind="measured" />
            </p>
          )}
        </>
      )}
      {next && <NextTokens locale={locale} {...next} />}
    </>
  );
}

function NextTokens({
  locale,
  prompt,
  tokens,
  milliseconds,
  top,
}: Next & { locale: Locale; prompt: string }) {
  const words = stringsFor(locale).models.elsewhere;
  return (
    <table className={styles.tokens}>
      <caption>
        {words.after(prompt, tokens, milliseconds.toFixed(0))} <Label kind="measured" />
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.token}</th>
          <th scope="col">{words.probability}</th>
        </tr>
      </thead>
      <tbody>
        {top.map(({ text, probability }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two tokens may have one text; the rank tells them apart.
          <tr key={i}>
            <td>“{printed(text)}”</td>
            <td>{(100 * probability).toFixed(1)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
