import { describe, expect, it } from "vitest";
import { manifest } from "./manifest";

const config = { n_layer: 2, n_head: 1, d_model: 4, d_ff: 4, n_vocab: 8, n_ctx: 8, layer_norm_eps: 1e-5 };
const dense = {
  format: 1,
  name: "m",
  title: "M",
  license: "MIT",
  config,
  parameters: 1,
  files: {},
  tensors: {},
};
const experts = (n_expert?: number, n_expert_per_token?: number) => ({
  ...dense,
  architecture: "moe",
  config: { ...config, n_expert, n_expert_per_token },
});

describe("a model's manifest", () => {
  it("is of a GPT-2 without an architecture, and of a mixture of experts with their numbers", () => {
    expect(manifest.parse(dense).config).toEqual(config);
    expect(manifest.parse(experts(8, 2))).toMatchObject({
      architecture: "moe",
      config: { n_expert: 8, n_expert_per_token: 2 },
    });
  });

  it.each([
    ["experts without their architecture", { ...experts(8, 2), architecture: undefined }],
    ["no number of experts", experts(undefined, 2)],
    ["no number per token", experts(8)],
    ["more experts per token than there are", experts(8, 9)],
    ["an architecture that no engine runs", { ...dense, architecture: "static-embedding" }],
  ])("is refused with %s", (_, wrong) => {
    expect(manifest.safeParse(wrong).success).toBe(false);
  });
});
