import { describe, expect, it } from "vitest";
import { guessFirst, likingsOf, type Seen } from "./specialty";

/** Token 1 always goes to expert 4, token 2 to expert 5, whatever the kind; token 3 follows its kind. */
const seen: Seen[] = ([0, 1] as const).flatMap((half) =>
  ["story", "code"].flatMap((kind) =>
    [1, 1, 2, 3, 3, 3].map((token) => ({
      ...{ token, kind, half },
      chosen: [token === 1 ? 4 : token === 2 ? 5 : kind === "code" ? 6 : 7, 0],
    })),
  ),
);

describe("guessing a token's first expert", () => {
  it("is as good as what is known of it allows", () => {
    const { blind, kind, token } = guessFirst(seen);
    expect(blind).toBeCloseTo(4 / 12); // expert 4, the commonest
    expect(kind).toBeCloseTo(6 / 12); // 6 in code, 7 in stories
    expect(token).toBeCloseTo((4 + 2 + 3) / 12); // tokens 1 and 2, and one kind of token 3
  });

  it("takes the commonest for a token that was not learned from", () => {
    const strange = [...seen, { token: 9, kind: "code", half: 1 as const, chosen: [4, 0] }];
    expect(guessFirst(strange).token).toBeCloseTo(10 / 13);
  });
});

describe("the tokens an expert gets", () => {
  it("come by their share, the frequent first, without the rare ones", () => {
    expect(likingsOf(seen, 4, 4, 2)).toEqual([
      { token: 1, count: 8, share: 1 },
      { token: 3, count: 12, share: 0 },
    ]);
    expect(likingsOf(seen, 0, 1, 9).map(({ share }) => share)).toEqual([1, 1, 1]);
  });
});
