import { describe, expect, it } from "vitest";
import { parseModelName } from "./model-name";

describe("a model's name in a cell", () => {
  it("may be the name alone, hyphens and digits included", () => {
    expect(parseModelName("story-1m")).toEqual({ base: "story-1m", uses: [] });
  });

  it("may add adapters, with strengths or without", () => {
    expect(parseModelName("base + pirate")).toEqual({
      base: "base",
      uses: [{ name: "pirate", strength: 1 }],
    });
    expect(parseModelName("size-1m + 0.5 pirate - 2 telegram")).toEqual({
      base: "size-1m",
      uses: [
        { name: "pirate", strength: 0.5 },
        { name: "telegram", strength: -2 },
      ],
    });
  });

  it("may be the folder of an adapter", () => {
    expect(parseModelName("base/adapters/pirate")).toEqual({ base: "base", uses: [], adapter: "pirate" });
  });

  it("says how it is written when it cannot be read", () => {
    for (const wrong of ["base + ", "base + 0.5", "base + pirate telegram", "base + ../x"])
      expect(() => parseModelName(wrong)).toThrow('"base + pirate"');
  });
});
