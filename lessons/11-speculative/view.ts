import type { Round } from "./decode";

/** What became of a token: from the prompt's own pass, drafted and kept, drafted and struck, or the target's own. */
export type Fate = "first" | "accepted" | "rejected" | "corrected" | "added";

export interface Piece {
  token: number;
  text: string;
  fate: Fate;
  /** The probability that the target gives it. */
  p: number;
  /** The draft's, where the draft proposed it. */
  q?: number;
}

/** One round as it is drawn. */
export interface RoundView {
  pieces: Piece[];
  accepted: number;
  drafted: number;
  draftTime: number;
  targetTime: number;
}

export interface Tally {
  /** Rounds with a draft. */
  rounds: number;
  /** Tokens written in them. */
  tokens: number;
  drafted: number;
  /** Drafted tokens that the target looked at: those kept and the one rejected. */
  judged: number;
  accepted: number;
  /** Accepted of judged. */
  rate: number;
  /** Written tokens per round. */
  perRound: number;
}

/** `textOf` gives the text of a token. */
export function toRoundView(round: Round, textOf: (token: number) => string): RoundView {
  const { opening, drafted, accepted, token, p, written } = round;
  const pieces: Piece[] = drafted
    .slice(0, accepted + 1) // nobody looked at what was drafted behind a rejected token
    .map((guess, i) => ({
      token: guess.token,
      text: textOf(guess.token),
      fate: i < accepted ? "accepted" : "rejected",
      p: guess.p,
      q: guess.q,
    }));
  if (written.length > accepted) {
    const fate = opening ? "first" : accepted < drafted.length ? "corrected" : "added";
    pieces.push({ token, text: textOf(token), fate, p });
  }
  return {
    pieces,
    accepted,
    drafted: drafted.length,
    draftTime: round.draftTime,
    targetTime: round.targetTime,
  };
}

/** Sums over the rounds that had a draft. */
export function tally(rounds: readonly RoundView[]): Tally {
  const withDraft = rounds.filter(({ drafted }) => drafted > 0);
  const sum = (of: (round: RoundView) => number) => withDraft.reduce((total, round) => total + of(round), 0);
  const [accepted, tokens] = [sum((round) => round.accepted), sum((round) => writtenIn(round).length)];
  const judged = accepted + sum(({ pieces }) => pieces.filter(({ fate }) => fate === "rejected").length);
  return {
    rounds: withDraft.length,
    tokens,
    drafted: sum(({ drafted }) => drafted),
    judged,
    accepted,
    rate: judged === 0 ? 0 : accepted / judged,
    perRound: withDraft.length === 0 ? 0 : tokens / withDraft.length,
  };
}

/** The tokens of a round that stay in the text. */
export function writtenIn({ pieces }: RoundView): Piece[] {
  return pieces.filter(({ fate }) => fate !== "rejected");
}
