import fc from "fast-check";
import { type Assignment, assignment, keyOf, type Question, type Task } from "./assignment";
import type { Entries, Entry } from "./work";

/** Valid assignments and work of every shape, for property tests. */

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,11}$/);
const anchor = fc.constantFrom("sampler", "top-p", "07-ratio", "why-it-draws", "温度-是什么", "a.b");
const sentence = fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" });
const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** JSON knows no `undefined`. */
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), ask: sentence }),
  fc.record({
    kind: fc.constant("number" as const),
    ask: sentence,
    unit: maybe(fc.string({ maxLength: 8 })),
    answer: maybe(number),
    tolerance: number.map(Math.abs),
  }),
  fc.record({
    kind: fc.constant("choice" as const),
    ask: sentence,
    choices: fc.array(sentence, { minLength: 2, maxLength: 6 }),
    answer: maybe(fc.nat(5)),
  }),
);

const preset = fc.record({
  values: fc.dictionary(anchor, fc.oneof(number, fc.string({ maxLength: 20 }), fc.boolean()), {
    noNullPrototype: true,
  }),
  locked: fc.array(anchor, { maxLength: 3 }),
  hidden: fc.array(anchor, { maxLength: 3 }),
});

const task: fc.Arbitrary<Task> = fc.oneof(
  fc.record({ kind: fc.constant("read" as const), lesson: slug, section: maybe(anchor) }),
  fc.record({ kind: fc.constant("demo" as const), lesson: slug, id: anchor, preset: maybe(preset) }),
  fc.record({ kind: fc.constantFrom("cell" as const, "exercise" as const), lesson: slug, id: anchor }),
  fc.record({ kind: fc.constant("prediction" as const), lesson: slug, id: anchor }),
  fc.record({ kind: fc.constant("question" as const), id: slug, question }),
);

export const anyAssignment: fc.Arbitrary<Assignment> = fc
  .record({
    kind: fc.constant("assignment" as const),
    id: fc.stringMatching(/^[a-z0-9]{8,20}$/),
    title: sentence,
    locale: fc.constantFrom("en" as const, "zh" as const),
    made: seconds,
    lessons: fc.array(fc.record({ slug, hash: slug, prints: slug }), { maxLength: 4 }),
    tasks: fc.uniqueArray(task, { minLength: 1, maxLength: 12, selector: keyOf }),
    instructions: fc.string({ maxLength: 200, unit: "grapheme" }),
    seed: maybe(fc.nat(999_999)),
    due: maybe(fc.record({ at: seconds, zone: fc.constantFrom("Europe/Berlin", "Asia/Shanghai") })),
  })
  .map((value) => assignment.parse(plain(value)));

const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    at: seconds,
    tries: maybe(fc.integer({ min: 1, max: 50 })),
    right: maybe(fc.boolean()),
    text: maybe(fc.string({ maxLength: 80, unit: "grapheme" })),
    code: maybe(fc.string({ maxLength: 300 })),
    mistake: maybe(slug),
  })
  .map(plain);

/** An assignment with what somebody did of it. */
export const anyWork: fc.Arbitrary<{ assignment: Assignment; results: Entries }> = anyAssignment.chain(
  (given) =>
    fc.tuple(...given.tasks.map(() => maybe(anyEntry))).map((made) => ({
      assignment: given,
      results: Object.fromEntries(
        given.tasks.flatMap((one, i) => (made[i] ? [[keyOf(one), made[i]] as const] : [])),
      ),
    })),
);
