import type { LanguageModel } from "@/lib/model/language-model";
import { type Order, runRounds } from "./run";
import { speedUp } from "./speed";
import type { Clock } from "./strings";
import { type RoundView, tally, writtenIn } from "./view";

export interface Race {
  order: Order;
  status: "waiting" | "rounds" | "plain" | "clock" | "done" | "stopped" | "failed";
  rounds: RoundView[];
  /** The target alone wrote the same tokens. Known when it has. */
  same?: boolean;
  clock?: Clock;
  error?: string;
}

/** How often each way of writing is timed, nothing being drawn. */
const timings = 2;

/**
 * Writes one text in rounds, telling each; then the same order with the target alone; then both again for the clock.
 * By then all programs are compiled. Never throws: a failure is an outcome.
 */
export async function race(
  signal: AbortSignal,
  target: LanguageModel,
  draft: LanguageModel,
  order: Order,
  show: (race: Race) => void,
): Promise<void> {
  let now: Race = { order, status: "rounds", rounds: [] };
  const tell = (change: Partial<Race>) => {
    now = { ...now, ...change };
    if (!signal.aborted) show(now);
  };
  try {
    for await (const round of runRounds(signal, target, draft, order))
      tell({ rounds: [...now.rounds, round] });
    const alone = { ...order, gamma: 0 };
    tell({ status: "plain" });
    const plain = await collect(runRounds(signal, target, draft, alone));
    tell({ status: "clock", same: String(ids(plain)) === String(ids(now.rounds)) });
    const fast: RoundView[][] = [];
    const slow: RoundView[][] = [];
    for (let i = 0; i < timings; i++) {
      fast.push(await collect(runRounds(signal, target, draft, order)));
      slow.push(await collect(runRounds(signal, target, draft, alone)));
    }
    tell({ status: "done", clock: toClock(fast.flat(), slow.flat(), order.gamma) });
  } catch (error) {
    if (!signal.aborted) tell({ status: "failed", error: (error as Error).message });
  }
}

/** Times of rounds and of plain decoding; nothing where the text ended before it began. */
export function toClock(
  fast: readonly RoundView[],
  slow: readonly RoundView[],
  gamma: number,
): Clock | undefined {
  // The prompt's own pass is the same for both.
  const [rounds, steps] = [fast, slow].map((all) => all.filter(({ pieces }) => pieces[0]?.fate !== "first"));
  const sum = (of: (round: RoundView) => number, all: readonly RoundView[]) =>
    all.reduce((total, round) => total + of(round), 0);
  const drafted = sum((round) => round.drafted, rounds);
  if (drafted === 0 || steps.length === 0) return undefined;
  const plain = sum((round) => round.targetTime, steps) / steps.length;
  const whole = sum((round) => round.draftTime + round.targetTime, rounds);
  const { rate } = tally(rounds);
  const c = sum((round) => round.draftTime, rounds) / drafted / plain;
  const check = sum((round) => round.targetTime, rounds) / rounds.length / plain;
  return {
    plain,
    rounds: whole / sum((round) => writtenIn(round).length, rounds),
    c,
    check,
    formula: speedUp(rate, gamma, c),
    adjusted: speedUp(rate, gamma, c, check),
  };
}

function ids(rounds: readonly RoundView[]): number[] {
  return rounds.flatMap((round) => writtenIn(round).map(({ token }) => token));
}

async function collect<Value>(stream: AsyncGenerator<Value, void>): Promise<Value[]> {
  const all = [];
  for await (const value of stream) all.push(value);
  return all;
}
