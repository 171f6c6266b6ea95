import { describe, expect, it } from "vitest";
import { findNames } from "./names";
import { transpile } from "./transpile";

const namesOf = (source: string) => findNames(transpile("a.ts", source).ast);
const defines = (source: string) => namesOf(source).defines.map(({ name }) => name);
const free = (source: string) =>
  namesOf(source)
    .free.map(({ name }) => name)
    .sort();

describe("the names a cell gives", () => {
  it.each([
    ["const a = 1, [b, , c = 2, ...d] = xs;", ["a", "b", "c", "d"]],
    ["let { a, b: { c }, ...rest } = x;", ["a", "c", "rest"]],
    ["function f() {}\nasync function* g() {}\nclass C {}", ["f", "g", "C"]],
    ["enum Color { Red, Green }", ["Color"]],
    ["interface A { x: number }\ntype B = A;\nconst a: B = { x: 1 };", ["a"]],
    ["var a = 1;\nvar a = 2;", ["a"]],
    ["export const a = 1;", ["a"]],
    ["const helper = 1;\nexport const a = helper, b = 2;\nexport function f() {}", ["a", "b", "f"]],
    ["if (yes) { var hidden = 1; let inner = 2; }\nfor (var i = 0; i < 1; i++);", []],
    ['import { softmax } from "../sampling";\nsoftmax([]);', []],
  ])("of %j are %j", (source, names) => {
    expect(defines(source)).toEqual(names);
  });

  it("come with their lines", () => {
    expect(namesOf("const a = 1;\n\nfunction f() {}").defines).toEqual([
      { name: "a", line: 1 },
      { name: "f", line: 3 },
    ]);
  });
});

describe("the names a cell takes", () => {
  it.each([
    ["a + b.c.d + e[f]", ["a", "b", "e", "f"]],
    ["({ a, b: c, [d]: e, f() { return g; } })", ["a", "c", "d", "e", "g"]],
    ["const f = (a, { b = c, ...d }, [e] = [g]) => a + b + d + e + h;", ["c", "g", "h"]],
    ["function f(n) { return n < 2 ? 1 : n * f(n - 1); }", []],
    ["function f() { return arguments.length; }", []],
    ["const f = () => arguments.length;", ["arguments"]],
    ["(function inner() { return inner; });", []],
    [
      "const C = class Inner extends Base { x = y; #p = 1; static s = t; get [k]() { return Inner; } };",
      ["Base", "k", "t", "y"],
    ],
    ["for (const x of xs) { const y = x; use(y); }", ["use", "xs"]],
    ["for (let i = 0, n = m; i < n; i++) go(i);", ["go", "m"]],
    ["for await (const [k, v = d] of entries) k + v;", ["d", "entries"]],
    ["try { risky(); } catch ({ message }) { log(message); } finally { end(); }", ["end", "log", "risky"]],
    ["try {} catch { const a = 1; a; }", []],
    ["switch (x) { case y: let z = 1; z; }", ["x", "y"]],
    ["outer: for (;;) { break outer; }", []],
    ["{ let a = 1; a; }\na;", ["a"]],
    ["if (x) { var late = 1; }\nlate;", ["x"]],
    ["late();\nfunction late() { return helper; }\nconst helper = 1;", []],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code of a cell
    ["`${a} ${tag`${b}`}`", ["a", "b", "tag"]],
    ["a?.b?.[c] ?? d", ["a", "c", "d"]],
    ["new.target; import.meta.url;", []],
    ["const x: Foo = y as Bar<Baz>; let z!: Qux;", ["y"]],
    ["const { [key]: value = fallback } = source;", ["fallback", "key", "source"]],
    ['const m = await import("../sampling");', []],
    ["class A { static { var inner = out; inner; } }", ["out"]],
    ["const g = function* () { yield* other; };", ["other"]],
    ["const x = <T,>(y: T): T => y;", []],
  ])("of %j are %j", (source, names) => {
    // `new.target` stands in a function only.
    expect(free(source.replace("new.target;", "(function () { new.target; });"))).toEqual(names);
  });

  it.each([
    "x = 1;",
    "x++;",
    "[x] = [1];",
    "({ a: x } = o);",
    "for (x of xs);",
    "x ||= 1;",
    "() => { x -= 1; };",
  ])("are known to be written to by %j", (source) => {
    expect(namesOf(`\n${source}`).free.find(({ name }) => name === "x")).toMatchObject({ assignedAt: 2 });
  });

  it("may be missing where only their type is asked for", () => {
    expect(namesOf("typeof x").free).toEqual([{ name: "x", line: 1, onlyTypeof: true }]);
    expect(namesOf("typeof x;\nx").free).toEqual([{ name: "x", line: 1 }]);
  });

  it("are not written to when a property of theirs is", () => {
    expect(namesOf("x.y = 1; x[0]++;").free).toEqual([{ name: "x", line: 1 }]);
  });
});
