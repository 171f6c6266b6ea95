import { describe, expect, it } from "vitest";
import { seeded } from "./chance";
import { type Round, type Settings, speculate, type Writer } from "./decode";
import { enumerate } from "./enumerate";
import { fakeModel } from "./fakes";
import type { Chance } from "./speculative";

const signal = new AbortController().signal;

async function write(
  target: Writer,
  draft: Writer,
  settings: Partial<Settings> = {},
  chance: Chance = seeded(5),
  tokens = [0, 1],
): Promise<{ rounds: Round[]; text: number[] }> {
  const rounds = [];
  const all = { gamma: 4, temperature: 1, limit: 30, ...settings };
  for await (const round of speculate(signal, target, draft, tokens, all, chance)) rounds.push(round);
  return { rounds, text: rounds.flatMap(({ written }) => written) };
}

describe("writing in rounds", () => {
  it("gives at temperature 0 the very text of plain decoding, for any draft and any γ", async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const [target, draft] = [fakeModel(9, seed), fakeModel(9, seed + 100)];
      const plain = await write(target, draft, { gamma: 0, temperature: 0 });
      for (const gamma of [1, 2, 3, 7])
        expect((await write(target, draft, { gamma, temperature: 0 })).text).toEqual(plain.text);
      expect(target.open + draft.open).toBe(0);
    }
  });

  it("gives every text as often as plain decoding does, sessions, cache and rewinding included", async () => {
    const [target, draft] = [fakeModel(3, 4), fakeModel(3, 8)];
    const texts = (gamma: number) =>
      enumerate(async (chance) => (await write(target, draft, { gamma, limit: 4 }, chance)).text.join(" "));
    const plain = await texts(0);
    for (const gamma of [1, 2, 3]) {
      const spoken = await texts(gamma);
      expect([...spoken.keys()].sort()).toEqual([...plain.keys()].sort());
      for (const [text, probability] of spoken) expect(probability).toBeCloseTo(plain.get(text)!, 10);
    }
  });

  it("accepts everything of a draft that is the target itself", async () => {
    const { rounds } = await write(fakeModel(9, 3, 64, -20), fakeModel(9, 3, 64, -20), { limit: 26 });
    for (const { drafted, accepted, written } of rounds.slice(1)) {
      expect(accepted).toBe(drafted.length);
      expect(written.length).toBe(drafted.length + 1);
    }
    expect(rounds.length).toBe(1 + 5);
  });

  it("writes at least one token a round and never more than asked for", async () => {
    for (const limit of [1, 2, 3, 9]) {
      const { rounds, text } = await write(fakeModel(9, 2, 64, -20), fakeModel(9, 11), { limit });
      expect(text.length).toBe(limit);
      for (const { written } of rounds) expect(written.length).toBeGreaterThan(0);
    }
    expect((await write(fakeModel(9, 2), fakeModel(9, 11), { limit: 0 })).rounds).toEqual([]);
  });

  it("ends at the end of the text, also inside a draft, and when the context is full", async () => {
    const { text } = await write(fakeModel(5, 2, 64, 3), fakeModel(5, 2, 64, 3), { gamma: 7 });
    expect(text.indexOf(0)).toBe(text.length - 1);
    const small = [fakeModel(9, 6, 12, -20), fakeModel(9, 7, 12, -20)] as const;
    for (const gamma of [0, 3, 7]) expect((await write(...small, { gamma })).text.length).toBe(10);
    expect((await write(...small, {}, seeded(1), Array(12).fill(1))).text).toEqual([]);
  });

  it("closes both sessions when it is stopped in the middle", async () => {
    const [target, draft] = [fakeModel(9, 3), fakeModel(9, 4)];
    const stop = new AbortController();
    const run = async () => {
      for await (const _ of speculate(
        stop.signal,
        target,
        draft,
        [0],
        { gamma: 3, temperature: 1, limit: 40 },
        seeded(2),
      ))
        stop.abort();
    };
    await expect(run()).rejects.toThrow();
    expect(target.open + draft.open).toBe(0);
  });
});
