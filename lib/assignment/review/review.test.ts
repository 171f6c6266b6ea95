import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encode } from "@/lib/codec/codec";
import { anyWork } from "../arbitrary";
import { type Assignment, assignment, keyOf } from "../assignment";
import { encodeAssignment } from "../link";
import { encodeReceipt, toReceipt } from "../receipt";
import { toShortCode } from "../short-code";
import type { Entries } from "../work";
import { toCsv, toJson } from "./export";
import { mergePiles, readSources } from "./read";
import { toTable } from "./table";

const never = new AbortController().signal;
const made = 1_790_000_000;

const given: Assignment = assignment.parse({
  kind: "assignment",
  id: "abcdefgh12",
  title: "Sampling",
  locale: "en",
  made,
  due: { at: made + 7_200, zone: "UTC" },
  lessons: [{ slug: "temperature", hash: "now", prints: "" }],
  tasks: [
    { kind: "exercise", lesson: "temperature", id: "top-p" },
    {
      kind: "question",
      id: "q1",
      question: { kind: "number", ask: "How many?", answer: 16, tolerance: 0.5 },
    },
    {
      kind: "question",
      id: "q2",
      question: { kind: "choice", ask: "Which?", choices: ["top-k", "top-p"], answer: 0 },
    },
  ],
});
const [exercise, number, choice] = given.tasks.map(keyOf);

interface Student {
  name?: string;
  results?: Entries;
  started?: number;
  made?: number;
  lesson?: string;
}

function receiptOf({ name, results = {}, started = made + 60, lesson = "now", ...rest }: Student) {
  return toReceipt(given, {
    name,
    results,
    started,
    made: rest.made ?? made + 3_600,
    lessons: { temperature: lesson },
  });
}

const linkOf = async (student: Student) =>
  `https://x.org/en/review/#${await encodeReceipt(receiptOf(student))}`;
const read = (...texts: string[]) =>
  readSources(
    never,
    texts.map((text, i) => ({ from: `file ${i}`, text })),
    [given],
  );
const tableOf = async (...students: Student[]) =>
  toTable(await read(...(await Promise.all(students.map(linkOf)))), given.id, given, made + 10_000);

describe("what an instructor pastes", () => {
  it("may be links among other words, several in one text", async () => {
    const text = `Ada: ${await linkOf({ name: "Ada" })}\nBob: "${await linkOf({ name: "Bob" })}", thanks!`;
    const { receipts, refused } = await read(text);
    expect(receipts.map(({ receipt }) => receipt.name)).toEqual(["Ada", "Bob"]);
    expect(refused).toEqual([]);
  });

  it("may be a mail that broke the link into lines, with words after it", async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, fc.integer({ min: 20, max: 78 }), async (work, width) => {
        const code = await encodeReceipt(
          toReceipt(work.assignment, { started: 1, made: 2, lessons: {}, results: work.results }),
        );
        const broken = `#${code}`.replace(new RegExp(`(.{${width}})`, "g"), "$1=\r\n");
        const { receipts } = await read(`${broken}\r\n\r\nBest wishes, Ada`);
        expect(receipts).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });

  it("may be the assignment itself, which says what the receipts are about", async () => {
    const { assignments } = await read(`https://x.org/en/a/#${await encodeAssignment(given)}`);
    expect(assignments).toEqual([given]);
  });

  it("may be short codes with names before them", async () => {
    const code = toShortCode(given, { [number]: { at: 1, text: "16", right: true } });
    const { shorts, refused } = await read(
      `Ada Lovelace: ${code}\nBob, ${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`,
    );
    expect(shorts).toMatchObject([{ name: "Ada Lovelace", states: ["open", "done", "open"] }]);
    expect(refused).toMatchObject([{ problem: "short", from: "file 0, Bob" }]);
  });

  it("is named where it cannot be read, whatever is wrong with it", async () => {
    const link = await linkOf({ name: "Ada" });
    const changed = link.slice(0, -4) + (link.endsWith("AAAA") ? "BBBB" : "AAAA");
    const { receipts, refused } = await read(
      link.slice(0, -9),
      changed,
      "essay about tokens",
      "#v9.abcdefghijk",
      `#${await encode({ kind: "notebook" })}`,
    );
    expect(receipts).toEqual([]);
    expect(refused.map(({ problem }) => problem)).toEqual([
      "truncated",
      "damaged",
      "nothing",
      "newer",
      "other",
    ]);
  });

  it("counts once when it is dropped twice", async () => {
    const pile = await read(await linkOf({ name: "Ada" }));
    expect(mergePiles(pile, await read(await linkOf({ name: "Ada" }))).receipts).toHaveLength(1);
  });

  it("may be any text at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const { refused } = await read(`v1.${text}`, text);
        expect(refused.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("the table", () => {
  it("judges answers by the instructor's question, whatever the receipt claims", async () => {
    const { rows } = await tableOf({
      name: "Eve",
      results: {
        [number]: { at: made, text: "3", right: true },
        [choice]: { at: made, text: "0", right: false },
      },
    });
    expect(rows[0].cells.map(({ state }) => state)).toEqual(["open", "wrong", "done"]);
    expect(rows[0].points).toBe(1);
  });

  it("has one row a student, made from the newest receipt", async () => {
    const { rows } = await tableOf(
      { name: "Ada ", made: made + 100, results: {} },
      { name: "ada", made: made + 200, results: { [number]: { at: made, text: "16" } } },
      { made: made + 300 },
      { made: made + 301 },
    );
    expect(rows).toHaveLength(3);
    expect(rows.find(({ name }) => name === "ada")).toMatchObject({ older: 1, points: 1 });
  });

  it("flags what is odd: late, impossible times, another lesson's text, another version, an edited receipt", async () => {
    const sealed = receiptOf({ name: "Eve" });
    const edited = await encode({ ...sealed, results: { [number]: { at: made, text: "16" } } });
    const { rows } = toTable(
      await read(
        await linkOf({ name: "A", made: made + 8_000 }),
        await linkOf({ name: "B", made: made + 900_000 }),
        await linkOf({ name: "C", started: made - 900_000 }),
        await linkOf({ name: "D", lesson: "old" }),
        `#${edited}`,
        `#${await encodeReceipt({ ...receiptOf({ name: "F" }) })}`,
      ),
      given.id,
      { ...given, title: "Changed" },
      made + 10_000,
    );
    const flags = Object.fromEntries(rows.map((row) => [row.name, row.flags]));
    expect(flags.A).toContain("late");
    expect(flags.B).toContain("future");
    expect(flags.C).toContain("early");
    expect(flags.D).toContain("lesson");
    expect(flags.Eve).toContain("edited");
    expect(flags.F).toEqual(["version"]);
  });

  it("points at code that two students share, and at who was far quicker than the rest", async () => {
    const code = (body: string) => `export function topP(p) {\n  // mine\n  return ${body};\n}\n`.padEnd(10);
    const long = (start: string) =>
      code(Array.from({ length: 30 }, (_, i) => `p[${i}] + ${start}`).join(" + "));
    const student = (name: string, body: string, minutes: number): Student => ({
      name,
      made: made + 60 + 60 * minutes,
      results: { [exercise]: { at: made, right: true, code: body } },
    });
    const { rows } = await tableOf(
      student("A", long("x"), 30),
      student("B", long("x").replace("// mine", "// all my own   work"), 40),
      student("C", long("y"), 35),
      student("D", code("p"), 50),
      student("E", code("p"), 2),
    );
    const flags = Object.fromEntries(rows.map((row) => [row.name, row.flags]));
    expect(flags).toEqual({ A: ["same-code"], B: ["same-code"], C: [], D: [], E: ["fast"] });
  });

  it("counts the common mistakes of each task", async () => {
    const wrong = (text: string, mistake: string): Entries => ({
      [exercise]: { at: made, tries: 3, right: false, code: "x", mistake },
      [choice]: { at: made, text },
    });
    const { columns } = await tableOf(
      { name: "A", results: wrong("1", "no-sum") },
      { name: "B", results: wrong("1", "no-sum") },
      { name: "C", results: wrong("0", "off-by-one") },
    );
    expect(columns[0].mistakes).toEqual([
      { text: "no-sum", count: 2 },
      { text: "off-by-one", count: 1 },
    ]);
    expect(columns[0].medianTries).toBe(3);
    expect(columns[2].mistakes).toEqual([{ text: "top-p", count: 2 }]);
  });

  it("of a thousand receipts is made in a moment", async () => {
    const links = await Promise.all(
      Array.from({ length: 1_000 }, (_, i) =>
        linkOf({
          name: `Student ${i}`,
          results: { [exercise]: { at: made, right: i % 3 > 0, code: `${i}`.repeat(300) } },
        }),
      ),
    );
    const started = performance.now();
    const pile = await read(links.join("\n"));
    const { rows } = toTable(pile, given.id, given, made + 10_000);
    expect(rows).toHaveLength(1_000);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe("an export", () => {
  it("for a spreadsheet starts no formula and keeps quotes and line breaks", async () => {
    const table = await tableOf({
      name: '=HYPERLINK("http://x")',
      results: { [number]: { at: made, text: "16" } },
    });
    const csv = toCsv(table, { [table.rows[0].key]: { [exercise]: false } });
    const [head, line] = csv.split("\r\n");
    expect(head.startsWith("name,from,started,made,points,flags,temperature/exercise/top-p")).toBe(true);
    expect(line.startsWith(`"'=HYPERLINK(""http://x"")",file 0,`)).toBe(true);
    expect(line).toContain(",failed,");
  });

  it("as JSON can be dropped on the page again", async () => {
    const table = await tableOf(
      { name: "Ada", results: { [number]: { at: made, text: "16" } } },
      { name: "Bob" },
    );
    const pile = await read(toJson(table, given, {}));
    expect(toTable(pile, given.id, given, made + 10_000).rows).toMatchObject(
      table.rows.map(({ name, points }) => ({ name, points })),
    );
  });
});
