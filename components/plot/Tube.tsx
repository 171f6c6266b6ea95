import type { CSSProperties } from "react";
import { TokenTile } from "./TokenTile";
import styles from "./Tube.module.css";

interface TubeProps {
  layers: readonly { id: number; text: string; special?: string; probability: number }[];
  /** Name of what is left over. */
  rest: string;
}

/** A distribution as one glass tube, layered by share; names stand where a layer is wide enough. */
export function Tube({ layers, rest }: TubeProps) {
  const left = 1 - layers.reduce((sum, layer) => sum + layer.probability, 0);
  return (
    <div className={styles.tube} aria-hidden="true">
      {layers.map(({ id, text, special, probability }) => (
        <span key={id} className={styles.layer} style={{ "--t": probability } as CSSProperties}>
          {probability > 0.075 && <TokenTile text={text} special={special} tinted />}
        </span>
      ))}
      <span className={styles.layer}>{left > 0.12 && <span className={styles.words}>{rest}</span>}</span>
    </div>
  );
}
