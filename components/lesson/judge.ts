/** What a `<Predict>` asks for: one of some choices, or a number. */
export type Asked =
  | { choices: string[] /** Index of the right choice. */; answer: number }
  | {
      answer: number;
      unit?: string;
      /** Largest distance from the answer that still counts as right. Default 0. */
      tolerance?: number;
    };

/** The right answer, as it reads. */
export function answerOf(asked: Asked): string {
  return "choices" in asked ? asked.choices[asked.answer] : withUnit(asked.answer, asked.unit);
}

/** What `said` reads as, and whether it is right; nothing if it is no answer. `said`: a choice's index, or a number. */
export function judge(asked: Asked, said: string): { said: string; right: boolean } | undefined {
  const number = said.trim() === "" ? Number.NaN : Number(said.replace(/,/g, "."));
  if ("choices" in asked) {
    const choice = asked.choices[number];
    return choice === undefined ? undefined : { said: choice, right: number === asked.answer };
  }
  if (!Number.isFinite(number)) return undefined;
  const right = Math.abs(number - asked.answer) <= (asked.tolerance ?? 0) + 1e-9;
  return { said: withUnit(number, asked.unit), right };
}

function withUnit(number: number, unit?: string): string {
  return unit ? `${number} ${unit}` : String(number);
}
