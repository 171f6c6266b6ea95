import { diffLines } from "./diff-lines";

/** Lines of one version times lines of the other: more would keep the page busy for the eye's sake alone. */
const most = 4_000_000;

/** By line of each version: whether the other does not have it. Nothing for texts too long to be compared. */
export function compareCode(left: string, right: string): { left: boolean[]; right: boolean[] } | undefined {
  if (left.split("\n").length * right.split("\n").length > most) return undefined;
  const lines = diffLines(left, right);
  const side = (own: "mine" | "other", foreign: "mine" | "other") =>
    lines.filter(({ from }) => from !== foreign).map(({ from }) => from === own);
  return { left: side("mine", "other"), right: side("other", "mine") };
}
