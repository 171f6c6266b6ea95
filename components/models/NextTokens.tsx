"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Label } from "@/components/ui/Instrument";
import { type Locale, stringsFor } from "@/lib/content/locale";
import type { HubModel } from "@/lib/model/hub/client";
import type { Next } from "@/lib/model/hub/protocol";
import { printed } from "@/lib/plot/visible";
import styles from "./ModelsPage.module.css";

/** A prompt, and the tokens that the model finds most probable after it. */
export function NextTokens({ locale, model }: { locale: Locale; model: HubModel }) {
  const words = stringsFor(locale).models.elsewhere;
  const [answer, setAnswer] = useState<Next & { prompt: string }>();
  const [failure, setFailure] = useState("");
  const [busy, setBusy] = useState(false);
  const id = useId();

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const prompt = String(new FormData(event.currentTarget).get("prompt"));
    setBusy(true);
    try {
      setAnswer({ prompt, ...(await model.next(prompt)) });
      setFailure("");
    } catch (error) {
      setAnswer(undefined);
      setFailure((error as Error).message);
    }
    setBusy(false);
  }

  return (
    <>
      <form onSubmit={ask}>
        <label htmlFor={id}>{words.prompt}</label>
        <input id={id} name="prompt" defaultValue="Once upon a time there was a" />
        <Button type="submit" disabled={busy}>
          {words.next}
        </Button>
      </form>
      {failure && (
        <p role="alert" className={styles.failed}>
          {failure}
        </p>
      )}
      {answer && (
        <table className={styles.tokens}>
          <caption>
            {words.after(answer.prompt, answer.tokens, answer.milliseconds.toFixed(0))}{" "}
            <Label kind="measured" />
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.token}</th>
              <th scope="col">{words.probability}</th>
            </tr>
          </thead>
          <tbody>
            {answer.top.map(({ text, probability }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two tokens may have one text; the rank tells them apart.
              <tr key={i}>
                <td>“{printed(text)}”</td>
                <td>{(100 * probability).toFixed(1)} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
