import { describe, expect, it } from "vitest";
import { mixtral, parametersRead, sizesOf } from "./sizes";

/** `training/moe/settings.py`. */
const tiny = {
  ...{ layers: 4, width: 128, keys: 128, hidden: 256, gated: false },
  ...{ vocabulary: 2048, positions: 128, experts: 8, perToken: 2 },
};

describe("the parameters of a mixture", () => {
  it("are Mixtral's as published", () => {
    const { total, active } = sizesOf(mixtral);
    expect([total, active]).toEqual([46_702_792_704, 12_879_925_248]);
  });

  it("are those of a dense model where there is one expert, but for the router", () => {
    const { total, active, routers } = sizesOf({ ...mixtral, experts: 1, perToken: 1 });
    expect(total - routers).toBe(7_241_732_096); // Mistral-7B
    expect(active).toBe(total);
  });

  it("of this course's kind are tied and have biases and positions", () => {
    const { total, routers } = sizesOf({ ...tiny, hidden: 512, experts: 1, perToken: 1 });
    expect(total - routers).toBe(1_088_256 - 128 * 128); // story-1m, with half of its positions
  });

  it("are read whole when all experts have work, and only the active ones when one token has", () => {
    for (const design of [mixtral, tiny]) {
      const { total, active } = sizesOf(design);
      expect(parametersRead(design, design.experts)).toBe(total);
      expect(parametersRead(design, design.perToken)).toBe(active);
    }
  });
});
