import type { CSSProperties } from "react";
import { Label } from "@/components/ui/Instrument";
import type { PrebuiltPrediction } from "@/lib/model/prediction";
import styles from "./Home.module.css";

const shown = 7;

/** What the shipped model says next, computed when the site was built. */
export function HeroPrediction({ prediction }: { prediction: PrebuiltPrediction }) {
  const { prompt, logits, vocabulary, model } = prediction;
  const largest = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const top = weights
    .map((weight, id) => ({ id, probability: weight / total }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, shown);
  return (
    <figure className={styles.plate}>
      <p className={styles.prompt}>
        {prompt} <span className={styles.gap}>?</span>
      </p>
      <ol className={styles.bars}>
        {top.map(({ id, probability }) => (
          <li key={id} style={{ "--p": probability / top[0].probability } as CSSProperties}>
            <code>{vocabulary[id].replaceAll(" ", "␣")}</code>
            <span className={styles.bar} />
            <span className={styles.percent}>{(probability * 100).toFixed(1)} %</span>
          </li>
        ))}
      </ol>
      <figcaption>
        <Label kind="reference" /> {model}, {vocabulary.length.toLocaleString("en-US")} tokens to choose from;
        these are its first {shown}.
      </figcaption>
    </figure>
  );
}
