/** What a `<Predict>` asks for: one of some choices, an order of some items, or a number. */
export type Asked =
  | { choices: string[] /** Index of the right choice. */; answer: number }
  | { items: string[] /** Indices of the items in the right order, first place first. */; answer: number[] }
  | {
      answer: number;
      unit?: string;
      /** Largest distance from the answer that still counts as right. Default 0. */
      tolerance?: number;
    };

export interface Judged {
  /** The guess, as it reads. */
  said: string;
  right: boolean;
}

/** The right answer, as it reads. */
export function answerOf(asked: Asked): string {
  if ("choices" in asked) return asked.choices[asked.answer];
  if ("items" in asked) return inWords(asked.items, asked.answer);
  return withUnit(asked.answer, asked.unit);
}

/**
 * What `said` reads as, and whether it is right; nothing if it is no answer. `said`: a choice's index, the
 * items' indices in the guessed order ("2 0 1"), or a number.
 */
export function judge(asked: Asked, said: string): Judged | undefined {
  if ("items" in asked) return judgeOrder(asked.items, asked.answer, said);
  const number = toNumber(said);
  if ("choices" in asked) {
    const choice = asked.choices[number];
    return choice === undefined ? undefined : { said: choice, right: number === asked.answer };
  }
  if (!Number.isFinite(number)) return undefined;
  const right = Math.abs(number - asked.answer) <= (asked.tolerance ?? 0) + 1e-9;
  return { said: withUnit(number, asked.unit), right };
}

function judgeOrder(items: string[], answer: number[], said: string): Judged | undefined {
  const order = said.split(" ").map(toNumber);
  const complete = order.length === items.length && items.every((_, item) => order.includes(item));
  if (!complete) return undefined;
  return { said: inWords(items, order), right: order.every((item, place) => item === answer[place]) };
}

function inWords(items: string[], order: number[]): string {
  return order.map((item) => items[item]).join(", then ");
}

function toNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.replace(/,/g, "."));
}

function withUnit(number: number, unit?: string): string {
  return unit ? `${number} ${unit}` : String(number);
}
