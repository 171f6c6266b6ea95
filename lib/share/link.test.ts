import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "./base64url";
import { deflate } from "./deflate";
import { limits } from "./limits";
import { isNotebookLink, linkProblems, readLink, writeLink } from "./link";
import { type SharedNotebook, sharedNotebook } from "./shared-notebook";

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const name = fc.stringMatching(/^[a-z_$][a-zA-Z0-9_$]{0,12}$/).filter((key) => key !== "__proto__");
// JSON has no -0.
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.string(),
  fc.boolean(),
);
const cell = fc.record(
  { id, code: fc.string({ unit: "grapheme", maxLength: 300 }), after: id },
  { requiredKeys: ["id", "code"] },
);
const notebook: fc.Arbitrary<SharedNotebook> = fc.record({
  cells: fc.uniqueArray(cell, { selector: ({ id }) => id, maxLength: 8 }),
  inputs: fc.dictionary(name, value, { maxKeys: 6 }),
});

/** A link around any text, as a forger would make one. */
async function forge(text: string, version = "v1"): Promise<string> {
  return `#nb=${version}.${toBase64Url(await deflate(text))}`;
}

async function problemOf(fragment: string) {
  const read = await readLink(fragment);
  return "problem" in read ? read.problem : undefined;
}

describe("a link", () => {
  it("gives back any notebook that was put into it", async () => {
    await fc.assert(
      fc.asyncProperty(notebook, async (shared) => {
        const { fragment, fits } = await writeLink(shared);
        expect(fits).toBe(true);
        expect(isNotebookLink(fragment)).toBe(true);
        expect(await readLink(fragment)).toEqual({ notebook: shared });
      }),
    );
  });

  it("survives being put into an address and taken out of it", async () => {
    const shared = { cells: [{ id: "a", code: "π ≈ 3 // <b>&amp;</b> %23 #" }], inputs: {} };
    const { fragment } = await writeLink(shared);
    const url = new URL(`https://example.org/en/learn/temperature/${fragment}`);
    expect(await readLink(url.hash)).toEqual({ notebook: shared });
  });

  it("with any bytes changed, cut off or added is refused for a named reason, or is a valid notebook", async () => {
    const edit = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.boolean(), add: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(notebook, fc.array(edit, { minLength: 1, maxLength: 4 }), async (shared, edits) => {
        const { fragment } = await writeLink(shared);
        let bytes = [...fromBase64Url(fragment.split(".")[1])!];
        for (const { at, byte, cut, add } of edits) {
          const place = at % (bytes.length + 1);
          if (cut) bytes = bytes.slice(0, place);
          else bytes.splice(place, add ? 0 : 1, byte);
        }
        const read = await readLink(`#nb=v1.${toBase64Url(Uint8Array.from(bytes))}`);
        if ("problem" in read) expect(linkProblems).toHaveProperty(read.problem);
        else expect(sharedNotebook.safeParse(read.notebook).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("of any letters at all is refused for a named reason", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (letters) => {
        expect(linkProblems).toHaveProperty((await problemOf(`#nb=${letters}`))!);
        expect(linkProblems).toHaveProperty((await problemOf(`#nb=v1.${letters}`))!);
      }),
    );
  });

  it("of an unknown version is not even unpacked", async () => {
    const text = JSON.stringify({ cells: [], inputs: {} });
    expect(await problemOf(await forge(text, "v2"))).toBe("version");
    expect(await problemOf(await forge(text, ""))).toBe("version");
    expect(await problemOf(`${await forge(text)}.more`)).toBe("version");
  });

  it("that would inflate to megabytes is refused while it inflates", async () => {
    const bomb = await forge(" ".repeat(10_000_000));
    expect(bomb.length).toBeLessThan(limits.compressed);
    const before = process.memoryUsage().arrayBuffers;
    expect(await problemOf(bomb)).toBe("too-large");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4_000_000);
  });

  it("that is too long is refused before it is unpacked", async () => {
    expect(await problemOf(`#nb=v1.${"A".repeat(22_000)}`)).toBe("too-long");
  });

  it.each<[string, unknown]>([
    [
      "more cells than allowed",
      { cells: Array.from({ length: 51 }, (_, i) => ({ id: `c${i}`, code: "" })), inputs: {} },
    ],
    ["a cell over its bound", { cells: [{ id: "a", code: "x".repeat(limits.code + 1) }], inputs: {} }],
    ["an id that is not one", { cells: [{ id: "../a", code: "" }], inputs: {} }],
    [
      "two cells with one id",
      {
        cells: [
          { id: "a", code: "1" },
          { id: "a", code: "2" },
        ],
        inputs: {},
      },
    ],
    ["more than a notebook", { cells: [], inputs: {}, script: "" }],
    ["an input that is a list", { cells: [], inputs: { a: [1] } }],
    ["something else", [1, 2, 3]],
  ])("is refused with %s", async (_, content) => {
    expect(await problemOf(await forge(JSON.stringify(content)))).toBe("content");
  });

  it("cannot reach the prototype of anything", async () => {
    const read = await readLink(await forge('{"cells":[],"inputs":{"__proto__":{"evil":1},"T":1}}'));
    expect(read).toEqual({ notebook: { cells: [], inputs: { T: 1 } } });
    expect({}).not.toHaveProperty("evil");
  });

  it("is refused when what it unpacks to is not JSON, or not text", async () => {
    expect(await problemOf(await forge("{"))).toBe("text");
    // Stored block of one byte, 0xff: no UTF-8.
    expect(await problemOf(`#nb=v1.${toBase64Url(Uint8Array.of(1, 1, 0, 254, 255, 255))}`)).toBe("damaged");
  });

  it("says when a notebook is too much for it", async () => {
    const noise = Array.from({ length: 40_000 }, (_, i) => ((i * 2_654_435_761) >>> 3).toString(36)).join("");
    const large = {
      cells: [0, 1, 2].map((i) => ({ id: `c${i}`, code: noise.slice(i * 50_000, (i + 1) * 50_000) })),
      inputs: {},
    };
    const { fits, bytes, fragment } = await writeLink(large);
    expect(fits).toBe(false);
    expect(bytes).toBeGreaterThan(limits.compressed);
    expect(await problemOf(fragment)).toBe("too-long");
  });
});
