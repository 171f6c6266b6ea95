import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { display } from "./display";
import { format, formatNumber } from "./format";
import { inspect } from "./inspect";
import { limitDisplay } from "./limit";

const textOf = (value: unknown) => {
  const shown = inspect(value);
  return shown.kind === "text" ? shown.text : shown.kind;
};

describe("inspect", () => {
  it("shows numbers with as many digits as help", () => {
    expect([1 / 3, 12, 1e-7, -0, 1234567.891, 2 / 3e5].map(formatNumber)).toEqual([
      "0.333333",
      "12",
      "1.000e-7",
      "0",
      "1234570",
      "6.667e-6",
    ]);
    expect(formatNumber(Number.NEGATIVE_INFINITY)).toBe("-∞");
  });

  it("shows strings bare, and quoted inside something", () => {
    expect(textOf("a b")).toBe("a b");
    expect(textOf(["a b"])).toBe('["a b"]');
  });

  it("shows objects as text while they fit a line, else as a tree", () => {
    expect(textOf({ a: 1, b: { c: [1, 2] } })).toBe("{ a: 1, b: { c: [1, 2] } }");
    const long = "x".repeat(70);
    expect(inspect({ long, b: [1] })).toMatchObject({
      kind: "tree",
      lines: [
        { depth: 0, type: "object" },
        { depth: 1, key: "long", text: `"${long}"`, type: "string" },
        { depth: 1, key: "b", text: "[1]", type: "list" },
        { depth: 2, key: "0", text: "1", type: "number" },
      ],
    });
  });

  it("says of typed arrays what they are, and how much was left out", () => {
    expect(textOf(new Float32Array([0.5, 1]))).toBe("Float32Array [0.5, 1]");
    expect(textOf(Array.from({ length: 2048 }, () => "a"))).toBe("tree");
    expect(format(Array.from({ length: 2048 }, () => 1))).toMatch(/, … 1,948 more\]$/);
  });

  it("shows a list of like objects as a table", () => {
    expect(
      inspect([
        { word: "a", p: 0.5 },
        { word: "b", p: Number.NaN },
      ]),
    ).toEqual({
      kind: "table",
      columns: ["word", "p"],
      rows: [
        ["a", 0.5],
        ["b", "NaN"],
      ],
      totalRows: 2,
    });
  });

  it("shows a matrix as a heatmap, signed ones on the diverging scale, infinities as gaps", () => {
    expect(
      inspect([
        [1, 2],
        [3, 4],
      ]),
    ).toMatchObject({ kind: "heatmap", scale: "sequential" });
    expect(inspect([new Float32Array([-1, Number.NEGATIVE_INFINITY]), new Float32Array(2)])).toMatchObject({
      scale: "diverging",
      values: [
        [-1, null],
        [0, 0],
      ],
    });
  });

  it("shows a wrapped array by its numbers", () => {
    const wrapped = {
      shape: [2, 2],
      toNested: () => [
        [1, -2],
        [3, 4],
      ],
    };
    expect(inspect(wrapped)).toMatchObject({
      kind: "heatmap",
      scale: "diverging",
      values: [
        [1, -2],
        [3, 4],
      ],
    });
    expect(textOf({ shape: [], toNested: () => 0.25 })).toBe("0.25");
  });

  it("shows a long list of numbers as a series", () => {
    const values = Array.from({ length: 5_000 }, (_, i) => i / 3);
    const shown = inspect(values);
    expect(shown).toMatchObject({ kind: "series", total: 5_000 });
    expect(shown.kind === "series" && [shown.values.length, shown.values[1]]).toEqual([4_096, 0.333333]);
    expect(inspect(new Float32Array(40))).toMatchObject({ kind: "series", total: 40 });
    expect(textOf(new Float32Array(3))).toBe("Float32Array [0, 0, 0]");
  });

  it("shows three axes and more as slices, each with its index", () => {
    const block = (n: number) => [
      [n, -n],
      [0, n],
    ];
    const shown = inspect([
      [block(1), block(2)],
      [block(3), block(4)],
    ]); // [2, 2, 2, 2]
    expect(shown).toMatchObject({ kind: "tensor", shape: [2, 2, 2, 2], scale: "diverging" });
    expect(shown.kind === "tensor" && shown.slices[2]).toEqual({ index: [1, 0], values: block(3) });
    const many = Array.from({ length: 100 }, () => block(1));
    expect(inspect(many)).toMatchObject({ title: "(first 64 of 100 slices; slice it to see the rest)" });
  });

  it("takes uneven or empty nesting for no array", () => {
    expect(textOf([[1, 2], [3]])).toBe("[[1, 2], [3]]");
    expect(textOf([[], []])).toBe("[[], []]");
  });

  it("cuts what is huge and says so", () => {
    const rows = Array.from({ length: 300 }, () => Array.from({ length: 300 }, () => 1));
    const shown = inspect(rows);
    expect(shown).toMatchObject({ kind: "heatmap", title: "(first 256 of 300 × 300)" });
    expect(
      JSON.stringify(inspect(Array.from({ length: 1e6 }, (_, i) => ({ i, inner: [i] })))).length,
    ).toBeLessThan(2e5);
    expect(textOf("x".repeat(2e6))).toHaveLength(20_000 + "\n… cut after 20000 characters".length);
  });

  it("survives circles, throwing getters, proxies and strange prototypes", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(textOf(circle)).toBe("{ self: [circular] }");
    const trap = {
      get a() {
        throw new Error("no");
      },
    };
    expect(textOf(trap)).toBe("{ a: [cannot be shown: reading it throws] }");
    const proxy = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
      },
    );
    expect(textOf(proxy)).toBe("[cannot be shown: reading it throws]");
    expect(textOf(Object.create(null))).toBe("{}");
  });

  it("gives a valid display for any value at all", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withTypedArray: true,
          withMap: true,
          withSet: true,
          withDate: true,
          withNullPrototype: true,
          withSparseArray: true,
          withBigInt: true,
        }),
        (value) => {
          expect(() => display.parse(JSON.parse(JSON.stringify(inspect(value))))).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  it("writes deep and wide values in bounded time and length", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 10_000; i++) deep = [deep];
    expect(format(deep).length).toBeLessThan(100);
    const wide = Array.from({ length: 200 }, () =>
      Array.from({ length: 200 }, () => ({ a: { b: { c: "d".repeat(99) } } })),
    );
    expect(format(wide).length).toBeLessThan(21_000);
  });
});

describe("limitDisplay", () => {
  it("brings any honest display within what the page accepts", () => {
    const huge = "x".repeat(200_000);
    const oversized = [
      { kind: "text", text: huge, tone: "log" },
      { kind: "error", name: huge, message: huge },
      {
        kind: "table",
        columns: Array(80).fill(huge),
        rows: Array(2_000).fill(Array(80).fill(huge)),
        totalRows: 2_000,
      },
      { kind: "bars", title: huge, bars: Array(500).fill({ label: huge, value: Number.NaN }) },
      {
        kind: "heatmap",
        values: Array(500).fill(Array(500).fill(Number.POSITIVE_INFINITY)),
        scale: "sequential",
        rowLabels: Array(500).fill(huge),
      },
      { kind: "series", values: Array(9_000).fill(1 / 3), total: 9_000 },
      {
        kind: "tensor",
        shape: [100, 500, 500],
        slices: Array(70).fill({ index: [1], values: Array(300).fill(Array(300).fill(0)) }),
        scale: "sequential",
      },
      {
        kind: "tokens",
        title: huge,
        tokens: Array(2_000).fill({ text: huge, probability: 7, id: -1 }),
        total: 2_000,
      },
      { kind: "markup", language: "markdown", source: huge.repeat(2) },
      { kind: "markup", language: "svg", source: huge.repeat(2) },
      { kind: "expectation", passed: false, subject: huge, relation: huge, expected: huge, got: huge },
    ] as const;
    for (const one of oversized)
      expect(() => display.parse(JSON.parse(JSON.stringify(limitDisplay(one as never))))).not.toThrow();
  });
});
