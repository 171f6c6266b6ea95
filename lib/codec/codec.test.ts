import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64url } from "./base64url";
import { CodecError, type CodecProblem, decode, encode, linkLimits } from "./codec";
import { crc32 } from "./crc32";

/** A text of the right form around any bytes, as a forger would make it. */
function forge(body: Uint8Array, length = body.length, crc = crc32(body)): string {
  const bytes = new Uint8Array(8 + body.length);
  new DataView(bytes.buffer).setUint32(0, length);
  new DataView(bytes.buffer).setUint32(4, crc);
  bytes.set(body, 8);
  return `v1.${toBase64url(bytes)}`;
}

async function problemOf(text: string): Promise<CodecProblem | "none"> {
  try {
    await decode(text);
    return "none";
  } catch (error) {
    if (error instanceof CodecError) return error.problem;
    throw error;
  }
}

describe("what travels in a link", () => {
  it("comes back as it was, whatever JSON it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (value) => {
        const sent: unknown = JSON.parse(JSON.stringify(value));
        expect(await decode(await encode(value))).toEqual(sent);
      }),
    );
  });

  it("is text that no address has to escape", async () => {
    const text = await encode({ name: "Łódź 中文 <script>" });
    expect(text).toMatch(/^v1\.[\w-]+$/);
    expect(new URL(`https://example.org/#${text}`).hash.slice(1)).toBe(text);
  });

  it("survives line breaks, soft hyphens and quoted-printable mail", async () => {
    const text = await encode(Array.from({ length: 200 }, (_, i) => i));
    const wrapped = text.replace(/(.{60})/g, "$1\r\n  ");
    const quoted = text.replace(/(.{60})/g, "$1=\r\n");
    for (const version of [wrapped, quoted, `${text}.`, `${text})>`, text.replace(".", "%2E")])
      expect(await decode(version)).toEqual(await decode(text));
  });

  it("is known to be cut off, wherever it was cut", async () => {
    const text = await encode({ lessons: ["temperature", "attention"], seed: 7 });
    for (let length = 3; length < text.length; length++)
      expect(await problemOf(text.slice(0, length)), `${length} characters`).toBe("truncated");
  });

  it("is rejected or still valid after any change, and never crashes the page", async () => {
    const text = await encode({ lessons: ["temperature"], seed: 7, note: "Read §2 first." });
    const edits = fc.array(
      fc.record({
        at: fc.nat(text.length),
        remove: fc.nat(3),
        insert: fc.string({ maxLength: 3, unit: "grapheme" }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const changed = list.reduce(
          (old, { at, remove, insert }) => old.slice(0, at) + insert + old.slice(at + remove),
          text,
        );
        const problem = await problemOf(changed);
        if (problem === "none") expect(await decode(changed)).toEqual(await decode(text));
      }),
      { numRuns: 400 },
    );
  });

  it("never crashes the page either when a forger fits length and checksum to other bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (body) => {
        expect(["none", "foreign", "too-large"]).toContain(await problemOf(forge(body)));
      }),
      { numRuns: 300 },
    );
  });
});

describe("a hostile link", () => {
  it("that inflates to ten megabytes is refused", async () => {
    const bomb = deflateRawSync(new Uint8Array(10_000_000).fill(32));
    expect(bomb.length).toBeLessThan(linkLimits.compressed);
    expect(await problemOf(forge(bomb))).toBe("too-large");
  });

  it("of ten megabytes is refused by its length alone", async () => {
    const started = performance.now();
    expect(await problemOf(`v1.${"A".repeat(10_000_000)}`)).toBe("too-large");
    expect(performance.now() - started).toBeLessThan(50);
  });

  it("that claims a huge length is refused", async () => {
    expect(await problemOf(forge(new Uint8Array(4), 0xffffffff))).toBe("too-large");
  });

  it.each([
    ["v2.AAAA", "newer"],
    ["v0.AAAA", "foreign"],
    ["", "foreign"],
    ["section-2", "foreign"],
    ["v1.", "truncated"],
  ] as const)("%j is %s", async (text, problem) => {
    expect(await problemOf(text)).toBe(problem);
  });
});

it("refuses to make a link that it would not read", async () => {
  await expect(encode("x".repeat(300_000))).rejects.toMatchObject({ problem: "too-large" });
  const noise = Array.from({ length: 9000 }, (_, i) => Math.sin(i));
  await expect(encode(noise)).rejects.toMatchObject({ problem: "too-large" });
});

it("computes the CRC-32 that zip and PNG do", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});
