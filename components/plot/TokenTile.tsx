import { memo } from "react";
import { type Piece, spoken, toPieces } from "@/lib/plot/visible";
import styles from "./TokenTile.module.css";

interface TokenTileProps {
  text: string;
  /** Name of a token that is no text, e.g. "end of text"; shown in its place. */
  special?: string;
  /** Colors the tile by the CSS variable `--t`, a probability, inherited from around it. */
  tinted?: boolean;
}

/** A token as a small plate of glass, its spaces visible. */
export const TokenTile = memo(function TokenTile({ text, special, tinted }: TokenTileProps) {
  const className = `${styles.tile} ${tinted ? styles.tinted : ""} ${special ? styles.special : ""}`;
  if (special) return <span className={className}>{special}</span>;
  const pieces = toPieces(text);
  const plain = pieces.length === 1 && pieces[0].kind === "text";
  if (plain) return <span className={className}>{text}</span>;
  return (
    <span className={className}>
      <span aria-hidden="true">{pieces.map(toShape)}</span>
      <span className={`visually-hidden ${styles.name}`}>{spoken(text)}</span>
    </span>
  );
});

function toShape(piece: Piece, i: number) {
  if (piece.kind === "text") return piece.text;
  if (piece.kind === "space") return <span key={i} className={styles.space} />;
  return (
    <span key={i} className={styles.mark}>
      {piece.mark}
    </span>
  );
}
