import { describe, expect, it } from "vitest";
import "../arrays/methods";
import { np } from "../arrays/numpy";
import { changeModel } from "./changed-model";
import { serveDemos } from "./serve-demos";
import type { CellModel, Forward } from "./stdlib";

const config = { n_layer: 2, n_head: 1, d_model: 2, d_ff: 4, n_vocab: 3, n_ctx: 8, layer_norm_eps: 1e-5 };
const shipped = { name: "m", config, vocabularySize: 3 } as CellModel;

/** Logits that count: row t is 3t, 3t + 1, 3t + 2, times the first head's gate. */
const counting: Forward = (_params, tokens, _position, { heads }) => {
  const T = tokens.shape[0];
  const logits = np
    .arange(3 * T)
    .reshape([T, 3])
    .mul(heads.slice(0, 0));
  return { logits, attention: [np.ones([1, T, T]), np.ones([1, T, T])], residual: [] };
};

/** Asks one question after another, then never again; collects the answers. */
function serve(forward: Forward, questions: object[]) {
  const answers: Record<string, unknown>[] = [];
  const waiting = [...questions];
  const call = (method: string, args: Record<string, unknown>): Promise<unknown> => {
    if (method === "answerQuestion") answers.push(args);
    if (method === "answerQuestion") return Promise.resolve(null);
    return waiting.length > 0 ? Promise.resolve(waiting.shift()) : new Promise(() => {});
  };
  serveDemos(changeModel(shipped, forward, {}, np), call);
  return new Promise<typeof answers>((resolve) => setTimeout(resolve, 20, answers));
}

describe("a changed model in the demos", () => {
  it("answers with flat numbers, and only with what was asked for", async () => {
    const answers = await serve(counting, [
      { question: 0, tokens: [0, 5] },
      { question: 1, tokens: [0], attention: true, heads: [[0.5], [1]] },
    ]);
    expect(answers).toEqual([
      { model: "m", question: 0, logits: [0, 1, 2, 3, 4, 5] },
      { model: "m", question: 1, logits: [0, 0.5, 1], attention: [1, 1] },
    ]);
  });

  it("says what went wrong and goes on", async () => {
    const broken: Forward = (params, tokens, position, gates, all) => {
      if (tokens.size > 1) throw new RangeError("no");
      return counting(params, tokens, position, gates, all);
    };
    const answers = await serve(broken, [
      { question: 0, tokens: [0, 5] },
      { question: 1, tokens: [0] },
    ]);
    expect(answers).toMatchObject([
      { question: 0, error: "no" },
      { question: 1, logits: [0, 1, 2] },
    ]);
  });

  it("sends null for what is no number", async () => {
    const infinite: Forward = (...args) => {
      const out = counting(...args);
      return { ...out, logits: out.logits.add(np.inf) };
    };
    expect(await serve(infinite, [{ question: 0, tokens: [0] }])).toMatchObject([
      { logits: [null, null, null] },
    ]);
  });

  it("must be changed", () => {
    expect(() => serveDemos(shipped, async () => null)).toThrow("runInDemos: this is the shipped model");
  });
});
