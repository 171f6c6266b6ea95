import { describe, expect, it } from "vitest";
import { count, parts } from "./count";
import { presetNames, presetOf } from "./presets";
import { blocksOf, stepNames, termsOf, upTo } from "./squares";

const of = (name: (typeof presetNames)[number]) => termsOf(blocksOf(presetOf(name).config));

describe("a layer in squares", () => {
  it("is twelve squares and thirteen lines for GPT-2's kind", () => {
    for (const name of ["story-1m", "gpt2", "gpt2-xl", "dolly", "gpt3"] as const)
      expect(of(name)).toEqual({ squares: 12, lines: 13 });
  });

  it("comes together in four steps: 3 + 3, 1 + 1, 8 + 5, 0 + 4", () => {
    const blocks = blocksOf(presetOf("dolly").config);
    expect(stepNames.map((step) => termsOf(upTo(blocks, step)))).toEqual([
      { squares: 3, lines: 3 },
      { squares: 4, lines: 4 },
      { squares: 12, lines: 9 },
      { squares: 12, lines: 13 },
    ]);
  });

  it("is twelve and a sixteenth for Llama-2-7B, thirteen for Mistral-7B, 12.75 for Llama-2-70B", () => {
    expect(of("llama-7b")).toEqual({ squares: 12.0625, lines: 2 });
    expect(of("mistral-7b")).toEqual({ squares: 13, lines: 2 });
    expect(of("llama-70b").squares).toBe(12.75);
  });

  it("is 86.5 for Mixtral, of which a token uses 23.5, and the router", () => {
    const blocks = blocksOf(presetOf("mixtral").config);
    expect(termsOf(blocks).squares).toBeCloseTo(86.5 + 8 / 4096, 9);
    expect(termsOf(blocks, "used").squares).toBeCloseTo(23.5 + 8 / 4096, 9);
  });

  it.each(presetNames)("adds up to the exact count of %s", (name) => {
    const { config } = presetOf(name);
    const { squares, lines } = termsOf(blocksOf(config));
    const layer = squares * config.width ** 2 + lines * config.width;
    expect(layer * config.layers).toBeCloseTo(count(config, parts.slice(2, 11)).total, 3);
  });
});
