import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64url } from "@/lib/codec/base64url";
import { encode } from "@/lib/codec/codec";
import { crc32 } from "@/lib/codec/crc32";
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
function forge(text: string): string {
  const body = deflateRawSync(text);
  const bytes = new Uint8Array(8 + body.length);
  new DataView(bytes.buffer).setUint32(0, body.length);
  new DataView(bytes.buffer).setUint32(4, crc32(body));
  bytes.set(body, 8);
  return `#nb=v1.${toBase64url(bytes)}`;
}

async function problemOf(fragment: string) {
  const read = await readLink(fragment);
  return "problem" in read ? read.problem : undefined;
}

describe("a link", () => {
  it("gives back any notebook that was put into it", async () => {
    await fc.assert(
      fc.asyncProperty(notebook, async (shared) => {
        const fragment = (await writeLink(shared))!;
        expect(isNotebookLink(fragment)).toBe(true);
        expect(await readLink(fragment)).toEqual({ notebook: shared });
      }),
    );
  });

  it("survives being put into an address and taken out of it", async () => {
    const shared = { cells: [{ id: "a", code: "π ≈ 3 // <b>&amp;</b> %23 #" }], inputs: {} };
    const url = new URL(`https://example.org/en/learn/temperature/${await writeLink(shared)}`);
    expect(await readLink(url.hash)).toEqual({ notebook: shared });
  });

  it("with any text inside is refused for a named reason, or is a valid notebook", async () => {
    const changed = fc
      .tuple(notebook, fc.nat(), fc.nat(9), fc.string({ maxLength: 9 }))
      .map(([shared, at, remove, insert]) => {
        const text = JSON.stringify(shared);
        const place = at % (text.length + 1);
        return text.slice(0, place) + insert + text.slice(place + remove);
      });
    await fc.assert(
      fc.asyncProperty(changed, async (text) => {
        const read = await readLink(forge(text));
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

  it("of another version is refused before anything of it is unpacked", async () => {
    const fragment = (await writeLink({ cells: [], inputs: {} }))!;
    expect(await problemOf(fragment.replace("v1.", "v2."))).toBe("newer");
    expect(await problemOf(fragment.replace("v1.", "w1."))).toBe("foreign");
  });

  it("that inflates to megabytes is refused", async () => {
    const bomb = forge(" ".repeat(10_000_000));
    expect(bomb.length).toBeLessThan(limits.link.compressed);
    expect(await problemOf(bomb)).toBe("too-large");
  });

  it.each<[string, unknown]>([
    [
      "more cells than allowed",
      { cells: Array.from({ length: 51 }, (_, i) => ({ id: `c${i}`, code: "" })), inputs: {} },
    ],
    ["a cell over its bound", { cells: [{ id: "a", code: "x".repeat(limits.code + 1) }], inputs: {} }],
    ["an id that is not one", { cells: [{ id: "../a", code: "" }], inputs: {} }],
    ["two cells with one id", { cells: ["1", "2"].map((code) => ({ id: "a", code })), inputs: {} }],
    ["more than a notebook", { cells: [], inputs: {}, script: "" }],
    ["an input that is a list", { cells: [], inputs: { a: [1] } }],
    ["something else", [1, 2, 3]],
  ])("is refused with %s", async (_, content) => {
    expect(await problemOf(`#nb=${await encode(content)}`)).toBe("content");
  });

  it("cannot reach the prototype of anything", async () => {
    const read = await readLink(forge('{"cells":[],"inputs":{"__proto__":{"evil":1},"T":1}}'));
    expect(read).toEqual({ notebook: { cells: [], inputs: { T: 1 } } });
    expect({}).not.toHaveProperty("evil");
  });

  it("is not made from a notebook that is too much for one", async () => {
    const noise = Array.from({ length: 20_000 }, (_, i) => ((i * 2_654_435_761) >>> 3).toString(36)).join("");
    expect(
      await writeLink({ cells: [{ id: "a", code: noise.slice(0, 60_000) }], inputs: {} }),
    ).toBeUndefined();
    const repeated = ["a", "b", "c", "d", "e"].map((id) => ({ id, code: " ".repeat(60_000) }));
    expect(await writeLink({ cells: repeated, inputs: {} })).toBeUndefined();
  });
});
