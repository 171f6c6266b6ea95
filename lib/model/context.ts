import { ModelError, type Tokenizer } from "./language-model";

/** A text with more tokens than are read at once. Nothing is cut unless the reader says so: `rest` is what would stay. */
export class TooLong extends ModelError {
  constructor(
    message: string,
    /** Tokens to leave out at the beginning. */
    readonly excess: number,
    /** The end of the text that fits. */
    readonly rest: string,
  ) {
    super("too-long", message);
  }
}

/**
 * The tokens of a text, at most `most`, the start token not counted. Throws TooLong rather than cut it.
 * `who` reads the text, for the message.
 */
export function tokensWithin(
  tokenizer: Pick<Tokenizer, "encode">,
  text: string,
  most: number,
  who = "the model",
): number[] {
  const tokens = tokenizer.encode(text);
  if (tokens.length <= most) return tokens;
  const rest = endWithin(tokenizer, text, most);
  const excess = tokens.length - tokenizer.encode(rest).length;
  throw new TooLong(
    `This text has ${tokens.length} tokens; ${who} reads at most ${most} at once. Shorten it, or leave out the first ${excess}.`,
    excess,
    rest,
  );
}

/** As much of the end of a text as fits, whole characters: a token may hold a part of one. */
function endWithin(tokenizer: Pick<Tokenizer, "encode">, text: string, most: number): string {
  const characters = Array.from(text);
  const end = (from: number) => characters.slice(from).join("");
  let [from, to] = [0, characters.length]; // the end from `to` on fits
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (tokenizer.encode(end(middle)).length <= most) to = middle;
    else from = middle + 1;
  }
  return end(to);
}
