"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Label } from "@/components/ui/Instrument";
import { type Locale, stringsFor } from "@/lib/content/locale";
import type { HubModel } from "@/lib/model/hub/client";
import type { Pooling } from "@/lib/model/hub/protocol";
import styles from "./ModelsPage.module.css";

interface Answer {
  /** `[n, d]`, each of length 1. */
  vectors: Float32Array[];
  milliseconds: number;
}

interface LikenessProps {
  locale: Locale;
  model: HubModel;
  pooling: Pooling;
}

/** Some sentences, and how alike the model's vectors of them are. */
export function Likeness({ locale, model, pooling }: LikenessProps) {
  const words = stringsFor(locale).models.elsewhere;
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState("");
  const [busy, setBusy] = useState(false);
  const id = useId();

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("sentences"));
    const sentences = text.split("\n").filter((line) => line.trim() !== "");
    setAnswer(undefined);
    if (sentences.length < 2) return setFailure(words.fewSentences);
    setFailure("");
    setBusy(true);
    try {
      setAnswer(await model.embed(sentences));
    } catch (error) {
      setFailure((error as Error).message);
    }
    setBusy(false);
  }

  return (
    <>
      <form onSubmit={ask}>
        <label htmlFor={id}>{words.sentences}</label>
        <textarea id={id} name="sentences" rows={4} defaultValue={words.someSentences} />
        <Button type="submit" disabled={busy}>
          {words.compare}
        </Button>
      </form>
      {failure && (
        <p role="alert" className={styles.failed}>
          {failure}
        </p>
      )}
      {answer && (
        <table className={styles.likeness}>
          <caption>
            {words.likeness(
              answer.vectors.length,
              answer.vectors[0].length,
              answer.milliseconds.toFixed(0),
              pooling,
            )}{" "}
            <Label kind="measured" />
          </caption>
          <thead>
            <tr>
              <td />
              {answer.vectors.map((_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other name than their line.
                <th key={i} scope="col">
                  {i + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.vectors.map((a, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <tr key={i}>
                <th scope="row">{words.sentence(i + 1)}</th>
                {answer.vectors
                  .map((b) => dot(a, b))
                  .map((cosine, j) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                    <td key={j} style={toShade(cosine)}>
                      {cosine.toFixed(2)}
                    </td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Of vectors of length 1 their cosine similarity. */
function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}

/** The more alike, the darker; light enough for the number in every theme. */
function toShade(cosine: number) {
  return { background: `color-mix(in oklab, var(--accent) ${35 * Math.max(0, cosine)}%, transparent)` };
}
