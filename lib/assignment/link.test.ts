import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encode } from "@/lib/codec/codec";
import { anyAssignment, anyWork } from "./arbitrary";
import { assignment, newId } from "./assignment";
import { decodeAssignment, encodeAssignment } from "./link";
import { UnreadableError } from "./problem";
import { decodeReceipt, digestOf, encodeReceipt, isSealed, type Receipt, toReceipt } from "./receipt";
import { isAbout, readShortCode, stateOf, toShortCode } from "./short-code";

const example = assignment.parse({
  kind: "assignment",
  id: "abcdefgh12",
  title: "Sampling",
  locale: "en",
  made: 1_790_000_000,
  tasks: [
    { kind: "demo", lesson: "temperature", id: "sampler", preset: { values: { prompt: "" } } },
    {
      kind: "question",
      id: "q1",
      question: { kind: "number", ask: "How many?", answer: 16, tolerance: 0.5 },
    },
  ],
});

/** Replaces characters at random places, as a careless or a curious hand would. */
const damages = fc.array(
  fc.record({ at: fc.nat(5_000), insert: fc.string({ maxLength: 2 }), remove: fc.nat(3) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

function damage(text: string, edits: { at: number; insert: string; remove: number }[]): string {
  return edits.reduce((old, { at, insert, remove }) => {
    const place = at % old.length;
    return old.slice(0, place) + insert + old.slice(place + remove);
  }, text);
}

describe("an assignment in a link", () => {
  it("comes back as it was, whatever it asks for", async () => {
    await fc.assert(
      fc.asyncProperty(anyAssignment, async (made) => {
        expect(await decodeAssignment(await encodeAssignment(made))).toEqual(made);
      }),
    );
  });

  it("keeps an empty prompt that was chosen", async () => {
    const [first] = (await decodeAssignment(await encodeAssignment(example))).tasks;
    expect(first).toMatchObject({ preset: { values: { prompt: "" } } });
  });

  it("is found in an address, and in a mail around it", async () => {
    const code = await encodeAssignment(example);
    for (const text of [
      `https://example.org/course/a/#${code}`,
      `Dear all,\n please open https://x.org/a/#${code}`,
    ])
      expect(await decodeAssignment(text)).toEqual(example);
  });

  it("is rejected or still valid after any change of its characters", async () => {
    await fc.assert(
      fc.asyncProperty(anyAssignment, damages, async (made, edits) => {
        const changed = damage(await encodeAssignment(made), edits);
        try {
          expect(assignment.safeParse(await decodeAssignment(changed)).success).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is rejected or valid where somebody packs other JSON into the same form", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const forged = await encode(value)
          .then((code) => decodeAssignment(code))
          .catch((error: unknown) => error);
        expect(forged).toBeInstanceOf(UnreadableError);
      }),
    );
    const twice = { ...example, tasks: [example.tasks[0], example.tasks[0]] };
    await expect(decodeAssignment(await encode(twice))).rejects.toMatchObject({ problem: "invalid" });
  });

  it("names a receipt that was pasted in its place", async () => {
    const made = toReceipt(example, { started: 0, made: 1, lessons: {}, results: {} });
    const code = await encodeReceipt(made);
    await expect(decodeAssignment(code)).rejects.toMatchObject({ problem: "other", kind: "receipt" });
  });

  it("has an id that learning platforms accept and that two assignments do not share", () => {
    const ids = Array.from({ length: 200 }, newId);
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) expect(assignment.shape.id.safeParse(id).success).toBe(true);
  });
});

describe("a receipt", () => {
  const make = ({
    assignment: given,
    results,
  }: {
    assignment: typeof example;
    results: Receipt["results"];
  }) => toReceipt(given, { name: "Ada", started: 5, made: 9, lessons: { temperature: "abc" }, results });

  it("comes back as it was, with its seal whole", async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, async (work) => {
        const made = make(work);
        const read = await decodeReceipt(await encodeReceipt(made));
        expect(read).toEqual(made);
        expect(isSealed(read)).toBe(true);
        expect(read.digest).toBe(digestOf(work.assignment));
      }),
    );
  });

  it("is rejected or still valid after any change of its characters", async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, damages, async (work, edits) => {
        const changed = damage(await encodeReceipt(make(work)), edits);
        try {
          expect(isSealed(await decodeReceipt(changed))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("loses its seal when a field is edited and packed again", async () => {
    const made = make({
      assignment: example,
      results: { "question/q1": { at: 7, text: "15", right: false } },
    });
    const edited = { ...made, results: { "question/q1": { at: 7, text: "16", right: true } } };
    expect(isSealed(await decodeReceipt(await encode(edited)))).toBe(false);
    expect(isSealed({ ...made, name: "Eve" })).toBe(false);
  });

  it("holds nothing that the assignment did not ask for", () => {
    const made = make({
      assignment: example,
      results: { "other/cell/x": { at: 1 }, "question/q1": { at: 2, text: "1" } },
    });
    expect(Object.keys(made.results)).toEqual(["question/q1"]);
  });
});

describe("a short code", () => {
  it("says the state of every task, also in small letters and without its dashes", () => {
    fc.assert(
      fc.property(anyWork, ({ assignment: given, results }) => {
        const code = toShortCode(given, results);
        expect(readShortCode(given, code)).toEqual(stateOf(given, results));
        expect(readShortCode(given, code.toLowerCase().replaceAll("-", " "))).toEqual(
          stateOf(given, results),
        );
      }),
    );
  });

  it("with a wrong character is refused, and still known to be about its assignment", () => {
    const code = toShortCode(example, {});
    const wrong = code.slice(0, -2) + (code.at(-2) === "7" ? "8" : "7") + code.slice(-1);
    expect(readShortCode(example, wrong)).toBeUndefined();
    expect(isAbout(example, wrong)).toBe(true);
  });

  it("of another assignment, or of none, is refused", () => {
    expect(readShortCode({ ...example, title: "Other" }, toShortCode(example, {}))).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readShortCode(example, text)).toBeUndefined();
      }),
    );
  });
});
