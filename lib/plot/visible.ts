/** A token's text cut into what prints and what has to be drawn for the reader to see it. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "space" }
  /** A character with no shape of its own: `mark` is drawn, `name` is read out. */
  | { kind: "mark"; mark: string; name: string };

// Letters, not ␊ and ␛: hardly a font carries the control pictures.
const names: Record<string, [mark: string, name: string]> = {
  "\0": ["NUL", "null character"],
  "\t": ["TAB", "tab"],
  "\n": ["LF", "line break"],
  "\r": ["CR", "carriage return"],
  "\u001b": ["ESC", "escape"],
  "\ufffd": ["�", "part of a character"],
};

// Controls, format characters (joiners, direction marks, byte order mark), separators, unassigned, private use.
const shapeless = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cn}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;

/** Cuts a text into pieces. Joining the printed pieces and spaces gives the text back, marks aside. */
export function toPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const letter of text) {
    const last = pieces.at(-1);
    const named = names[letter];
    if (letter === " ") pieces.push({ kind: "space" });
    else if (named) pieces.push({ kind: "mark", mark: named[0], name: named[1] });
    else if (shapeless.test(letter)) pieces.push(markOf(letter));
    else if (last?.kind === "text") last.text += letter;
    else pieces.push({ kind: "text", text: letter });
  }
  return pieces;
}

/** A token as a screen reader should say it: spaces and marks by name. */
export function spoken(text: string): string {
  return toPieces(text)
    .map((piece) => (piece.kind === "text" ? piece.text : piece.kind === "space" ? "space" : piece.name))
    .join(" ");
}

/** A text as plain letters for sentences and tables: a raised dot for each space, marks for the shapeless. */
export function printed(text: string, space = "·"): string {
  return toPieces(text)
    .map((piece) =>
      piece.kind === "text" ? piece.text : piece.kind === "space" ? space : quoted(piece.mark),
    )
    .join("");
}

function quoted(mark: string): string {
  return mark === "�" ? mark : `‹${mark}›`;
}

function markOf(letter: string): Piece {
  const code = letter.codePointAt(0)!;
  if (code < 0x20)
    return { kind: "mark", mark: String.fromCodePoint(0x2400 + code), name: `control ${code}` };
  const mark = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return { kind: "mark", mark, name: mark };
}
