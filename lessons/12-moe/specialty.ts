/** What experts like: statistics over tokens that were read, one layer at a time. */
import { groupBy } from "@/lib/group-by";

/** A token as one layer's router saw it. */
export interface Seen {
  token: number;
  kind: string;
  /** Only for guessing: half of the texts are learned from, the other half is guessed. */
  half: 0 | 1;
  /** The experts that ran, best first. */
  chosen: readonly number[];
}

/**
 * How often a token's first expert can be guessed in texts not learned from: always the most common one, the kind's
 * most common one, the token's most common one. Shares of all guesses.
 */
export function guessFirst(seen: readonly Seen[]): { blind: number; kind: number; token: number } {
  const [learned, asked] = [0, 1].map((half) => seen.filter((one) => one.half === half));
  const common = favorite(learned);
  const share = (key: (one: Seen) => string | number) => {
    const known = new Map([...groupBy(learned, key)].map(([name, group]) => [name, favorite(group)]));
    const right = asked.filter((one) => (known.get(key(one)) ?? common) === one.chosen[0]);
    return right.length / asked.length;
  };
  return {
    blind: share(() => 0),
    kind: share(({ kind }) => kind),
    token: share(({ token }) => token),
  };
}

export interface Liking {
  token: number;
  /** How often it was seen, and the share of that in which the expert ran. */
  count: number;
  share: number;
}

/** The tokens that an expert gets most of, among those seen at least `least` times. */
export function likingsOf(seen: readonly Seen[], expert: number, least: number, most: number): Liking[] {
  return [...groupBy(seen, ({ token }) => token)]
    .filter(([, group]) => group.length >= least)
    .map(([token, group]) => ({
      token,
      count: group.length,
      share: group.filter(({ chosen }) => chosen.includes(expert)).length / group.length,
    }))
    .sort((a, b) => b.share - a.share || b.count - a.count)
    .slice(0, most);
}

/** The most frequent first choice. */
function favorite(seen: readonly Seen[]): number {
  const groups = [...groupBy(seen, ({ chosen }) => chosen[0])];
  return groups.sort(([a, one], [b, other]) => other.length - one.length || a - b)[0][0];
}
