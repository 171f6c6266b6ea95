import type { CSSProperties } from "react";
import type { Part } from "../count";
import type { Block, Terms } from "../squares";
import type { LessonStrings } from "../strings";
import styles from "./BlockPicture.module.css";

interface BlockPictureProps {
  blocks: readonly Block[];
  counted: readonly Part[];
  /** What this step added. */
  latest: readonly Part[];
  width: number;
  terms: Terms;
  words: LessonStrings;
}

const attention: readonly Part[] = ["query", "key", "value", "projection"];

/** Rectangles one H high, ruled into squares; under each, its vectors as lines. */
export function BlockPicture({ blocks, counted, latest, width, terms, words }: BlockPictureProps) {
  const pick = (parts: readonly Part[]) => blocks.filter(({ part }) => parts.includes(part));
  const ffn = pick(["gate", "up", "down"]);
  const { copies, used } = ffn[0];
  const columns = Math.min(copies, 4);
  const attentionWide = pick(attention).reduce((sum, { wide }) => sum + wide, 0);
  const across = Math.max(4, attentionWide, ffn[0].wide * columns);
  const name = ({ part, wide, lines, copies }: Block) =>
    words.squares.block(
      words.parts[part],
      wide,
      lines.reduce((a, b) => a + b, 0),
      part === "norms" ? 1 : copies,
    );
  const draw = (block: Block) => (
    <Rectangle
      key={block.part}
      block={block}
      state={latest.includes(block.part) ? "latest" : counted.includes(block.part) ? "counted" : "open"}
      name={words.letters[block.part]}
    />
  );
  return (
    <div
      role="img"
      aria-label={words.squares.picture(blocks.map(name).join("; "))}
      className={styles.picture}
      style={{ "--across": across, "--gaps": 4 + columns } as CSSProperties}
    >
      <p className={styles.terms}>{words.squares.terms(terms)}</p>
      <p className={styles.label}>{words.squares.attention}</p>
      <div className={styles.line}>{pick(attention).map(draw)}</div>
      <p className={styles.label}>{words.squares.ffn}</p>
      <div className={styles.experts} style={{ "--columns": columns } as CSSProperties}>
        {Array.from({ length: copies }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: experts have nothing but a number
          <div key={i} className={styles.expert} data-idle={i >= used || undefined}>
            {copies > 1 && <span className={styles.number}>{words.squares.expert(i + 1, i < used)}</span>}
            {ffn.map(draw)}
          </div>
        ))}
      </div>
      <p className={styles.label}>{words.squares.norms}</p>
      <div className={styles.line}>{pick(["norms"]).map(draw)}</div>
      <p className={styles.key}>
        <span className={styles.entry}>
          <span className={styles.unit} /> {words.squares.square(width)}
        </span>
        <span className={styles.entry}>
          <span className={styles.stroke} /> {words.squares.line}
        </span>
      </p>
    </div>
  );
}

function Rectangle({ block, state, name }: { block: Block; state: string; name: string }) {
  const group = attention.includes(block.part) ? "attention" : block.part === "norms" ? "norms" : "ffn";
  return (
    <div
      className={styles.block}
      data-state={state}
      data-group={group}
      style={{ "--wide": block.wide } as CSSProperties}
    >
      {block.wide > 0 && (
        <span className={styles.rectangle}>
          <span>{name}</span>
        </span>
      )}
      {block.lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike
        <span key={i} className={styles.vector} style={{ "--long": line } as CSSProperties} />
      ))}
    </div>
  );
}
