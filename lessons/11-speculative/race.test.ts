import { describe, expect, it } from "vitest";
import { TooLong } from "@/lib/model/context";
import type { LanguageModel } from "@/lib/model/language-model";
import { fakeModel } from "./fakes";
import { type Race, race } from "./race";
import { toTokens } from "./run";
import { tally, writtenIn } from "./view";

const tokenizer = {
  encode: (text: string) => [...text].map((letter) => 1 + (letter.codePointAt(0)! % 8)),
  text: (token: number) => String(token),
};
const spelling = (model: ReturnType<typeof fakeModel>) =>
  ({ ...model, tokenizer }) as unknown as LanguageModel;
const [target, draft] = [spelling(fakeModel(9, 3, 64, -20)), spelling(fakeModel(9, 30, 64, -20))];
const order = { prompt: "abc", gamma: 3, temperature: 1, seed: 1, limit: 30 };

async function runRace(change: Partial<typeof order> = {}, models = [target, draft]): Promise<Race[]> {
  const shown: Race[] = [];
  const { signal } = new AbortController();
  await race(signal, models[0], models[1], { ...order, ...change }, (state) => shown.push(state));
  return shown;
}

describe("a race", () => {
  it("shows every round, then writes alone, then runs for the clock", async () => {
    const shown = await runRace();
    expect([...new Set(shown.map(({ status }) => status))]).toEqual(["rounds", "plain", "clock", "done"]);
    const { rounds, clock } = shown[shown.length - 1];
    expect(rounds.flatMap(writtenIn).length).toBe(30);
    for (const value of Object.values(clock!)) expect(value).toBeGreaterThan(0);
  });

  it("finds the same text at temperature 0", async () => {
    for (const gamma of [0, 1, 7]) expect((await runRace({ temperature: 0, gamma })).at(-1)?.same).toBe(true);
  });

  it("has no clock where nothing was drafted", async () => {
    expect((await runRace({ gamma: 0 })).at(-1)).toMatchObject({ status: "done", clock: undefined });
  });

  it("ends with the model's own words where the model fails, and keeps what is written", async () => {
    let steps = 0;
    const failing = {
      ...draft,
      async start(...args: Parameters<LanguageModel["start"]>) {
        const session = await draft.start(...args);
        const extend: typeof session.extend = (...more) => {
          if (++steps > 5) throw new Error("The model was restarted; run this again.");
          return session.extend(...more);
        };
        return { ...session, extend };
      },
    };
    const last = (await runRace({}, [target, failing])).at(-1)!;
    expect(last).toMatchObject({ status: "failed", error: "The model was restarted; run this again." });
    expect(last.rounds.length).toBeGreaterThan(0);
  });

  it("says nothing more once it is stopped", async () => {
    const stop = new AbortController();
    const shown: Race[] = [];
    await race(stop.signal, target, draft, order, (state) => {
      shown.push(state);
      if (shown.length === 3) stop.abort();
    });
    expect(shown.length).toBe(3);
  });
});

describe("the prompt", () => {
  it("may be empty or of any script, and is refused where it leaves no room to write", async () => {
    expect(toTokens(target, "", 30)).toEqual([0]);
    expect(toTokens(target, "猫在睡觉", 30)).toHaveLength(5);
    expect(() => toTokens(target, "ab".repeat(100), 30)).toThrow(TooLong);
    for (const prompt of ["", "猫在睡觉"])
      expect((await runRace({ prompt })).at(-1)).toMatchObject({ status: "done" });
    const refused = (await runRace({ prompt: "ab".repeat(100) })).at(-1);
    expect(refused).toMatchObject({ status: "failed", error: expect.stringContaining("reads at most 33") });
  });
});

describe("the tally", () => {
  it("counts judged guesses and no others", async () => {
    const { rounds } = (await runRace()).at(-1)!;
    const { judged, accepted, tokens, rate, perRound, drafted } = tally(rounds);
    const drafting = rounds.filter((round) => round.drafted > 0); // not the first, and not one for a last token
    expect(tokens).toBe(drafting.flatMap(writtenIn).length);
    expect(accepted).toBeLessThanOrEqual(judged);
    expect(judged).toBeLessThanOrEqual(drafted);
    expect(rate).toBeCloseTo(accepted / judged);
    expect(perRound).toBeCloseTo(tokens / drafting.length);
    expect(tally([])).toMatchObject({ rate: 0, perRound: 0, rounds: 0 });
  });
});
