const units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

/** 1 → I, for the few parts that a course has. */
export function toNumeral(number: number): string {
  return "X".repeat(Math.floor(number / 10)) + units[number % 10];
}
