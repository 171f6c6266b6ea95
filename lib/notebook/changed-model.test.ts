import { describe, expect, it } from "vitest";
import type { NumPy } from "../arrays/api";
import { changeModel } from "./changed-model";
import type { CellModel } from "./stdlib";

describe("a model with a forward pass of the reader's own", () => {
  it("is not told which experts run, and says so instead of running others", async () => {
    const config = { n_layer: 1, n_head: 1, d_model: 2, d_ff: 4, n_vocab: 3, n_ctx: 8, layer_norm_eps: 1e-5 };
    const shipped = { name: "moe", config: { ...config, n_expert: 8, n_expert_per_token: 2 } } as CellModel;
    const never = () => {
      throw new Error("It ran.");
    };
    const lm = changeModel(shipped, never, {}, {} as NumPy);
    const refusal = /which experts run is up to your forward; ask the shipped model/;
    await expect(lm.trace("a", { router: true })).rejects.toThrow(refusal);
    await expect(lm.trace("a", { experts: { perToken: 1 } })).rejects.toThrow(refusal);
    await expect(lm.generate("a", { experts: { off: [[0, 1]] } }).next()).rejects.toThrow(refusal);
  });
});
