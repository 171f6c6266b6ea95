import { describe, expect, it } from "vitest";
import { toOutline } from "./outline";

const outlineOf = (value: unknown) =>
  toOutline(value).lines.map(
    ({ depth, key, text }) => `${"  ".repeat(depth)}${key ? `${key}: ` : ""}${text}`,
  );

describe("toOutline", () => {
  it("lists what is inside, each part under the one it belongs to", () => {
    expect(outlineOf({ layers: [{ d: 8 }], name: "story" })).toEqual([
      '{ layers: [{…}], name: "story" }',
      "  layers: [{ d: 8 }]",
      "    0: { d: 8 }",
      "      d: 8",
      '  name: "story"',
    ]);
  });

  it("opens maps, sets, typed arrays and wrapped arrays", () => {
    expect(outlineOf(new Map([["a", 1]]))).toEqual(['Map(1) { "a" → 1 }', "  a: 1"]);
    expect(outlineOf(new Set(["b"]))).toEqual(['Set(1) ["b"]', '  0: "b"']);
    expect(outlineOf(new Float32Array([0.5]))).toEqual(["Float32Array [0.5]", "  0: 0.5"]);
    const wrapped = { shape: [1, 2], dtype: "float32", toNested: () => [[1, 2]] };
    expect(outlineOf({ wrapped }).slice(1)).toEqual([
      "  wrapped: Array float32 [1, 2] [[1, 2]]",
      "    0: [1, 2]",
      "      0: 1",
      "      1: 2",
    ]);
  });

  it("counts what it leaves out, and says how to see it", () => {
    const wide = toOutline(Array.from({ length: 250 }, () => "a")).lines;
    expect(wide).toHaveLength(102);
    expect(wide.at(-1)).toEqual({ depth: 1, text: "… 150 more: display a slice to see them", type: "note" });
    let deep: unknown = { end: 1 };
    for (let i = 0; i < 20; i++) deep = { deep };
    const lines = toOutline(deep).lines;
    expect(lines.at(-1)?.text).toBe("… 1 inside: display this part on its own to see them");
    const huge = Object.fromEntries(Array.from({ length: 90 }, (_, i) => [i, Array(90).fill({ i })]));
    expect(toOutline(huge).lines.length).toBeLessThanOrEqual(1_000);
  });

  it("reads a huge list no further than it shows it", () => {
    let reads = 0;
    const list = new Proxy(Array(1_000_000), {
      get: (target, key) => {
        reads++;
        return Reflect.get(target, key);
      },
    });
    toOutline(list);
    expect(reads).toBeLessThan(1_000);
  });

  it("survives circles and parts that cannot be read", () => {
    const value: Record<string, unknown> = { fine: 1 };
    value.self = value;
    Object.defineProperty(value, "trap", {
      enumerable: true,
      get() {
        throw new Error("no");
      },
    });
    expect(outlineOf(value).slice(1)).toEqual([
      "  fine: 1",
      "  self: [circular]",
      "  trap: [cannot be shown: reading it throws]",
    ]);
  });
});
