import { describe, expect, it } from "vitest";
import { countRepeats } from "./repetition";

describe("counting repeats", () => {
  it("finds a loop, and nothing where nothing recurs", () => {
    expect(countRepeats([1, 2, 3, 4, 5, 6], 0)).toEqual({ all: 3, repeated: 0 });
    expect(countRepeats([1, 2, 3, 1, 2, 3, 1, 2, 3], 0, 3)).toEqual({ all: 7, repeated: 4 });
  });

  it("counts what was written, not what repeats within the prompt", () => {
    expect(countRepeats([7, 7, 7, 7, 1, 2], 4, 2)).toEqual({ all: 2, repeated: 0 });
    expect(countRepeats([1, 2, 1, 2], 2, 2)).toEqual({ all: 2, repeated: 1 });
  });

  it("counts none in a text that is too short", () => {
    expect(countRepeats([1, 2], 0)).toEqual({ all: 0, repeated: 0 });
  });
});
