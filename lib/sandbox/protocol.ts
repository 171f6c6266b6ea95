/**
 * Messages of the sandbox: page ⇄ broker (a port), broker ⇄ kernel (a private port each). What comes from a
 * kernel was written by a stranger: it is text until the page has parsed and checked it here.
 */

import { z } from "@/lib/zod";
import type { Change } from "../notebook/change";
import { display } from "../notebook/display";
import { displayLimit } from "../notebook/display-limit";
import type { CompiledProgram } from "../notebook/program";
import type { ServiceMethod } from "../notebook/services";

/** Page → broker, and on to the kernel it names. Ours, so types suffice. */
export type ToBroker =
  | { type: "ping" }
  | { type: "start"; kernel: number }
  | { type: "stop"; kernel: number }
  | ({ kernel: number } & ToKernel);

/** A kernel either runs one program, or keeps a notebook and takes its changes. */
export type ToKernel =
  | { type: "run"; program: CompiledProgram }
  | { type: "change"; change: Change }
  | { type: "answer"; call: number; value: unknown }
  | { type: "refuse"; call: number; message: string };

/** Broker → page. `said` carries a kernel's words unread. */
export const fromBroker = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("pong") }),
  z.object({ type: z.literal("said"), kernel: z.number(), text: z.string() }),
  z.object({
    type: z.literal("ended"),
    kernel: z.number(),
    why: z.enum(["flood", "bytes", "crash"]),
    message: z.string(),
  }),
]);
export type FromBroker = z.infer<typeof fromBroker>;

export const methods = [
  "model",
  "tokenize",
  "tokenTexts",
  "logits",
  "allLogits",
  "trace",
  "weights",
  "allWeights",
  "startText",
  "nextToken",
  "endText",
  "nextQuestion",
  "answerQuestion",
  "arrays",
] as const satisfies ServiceMethod[];

const cell = z.string().max(200);
const count = z.number().int().nonnegative();
const time = z.number().nonnegative();

/** Kernel → page, as JSON: `shown` and `done` of a program, the others of a notebook (see `change.ts`). */
export const fromKernel = z.discriminatedUnion("type", [
  z.object({ type: z.literal("shown"), display }),
  z.object({ type: z.literal("done"), milliseconds: time }),
  z.object({ type: z.literal("started"), cell, run: count, epoch: count }),
  z.object({ type: z.literal("display"), cell, run: count, at: count.max(displayLimit), display }),
  z.object({
    type: z.literal("finished"),
    cell,
    run: count,
    milliseconds: time,
    failed: z.boolean(),
    streaming: z.boolean(),
  }),
  z.object({ type: z.literal("waiting"), cell, epoch: count }),
  z.object({ type: z.literal("blocked"), cell, epoch: count, name: z.string().max(200) }),
  z.object({ type: z.literal("refused"), address: z.string().max(300) }),
  z.object({
    type: z.literal("call"),
    call: count,
    cell,
    run: count,
    method: z.enum(methods),
    args: z.record(z.string(), z.unknown()),
  }),
]);
export type FromKernel = z.infer<typeof fromKernel>;

const model = z.string("the model's name is a string").min(1).max(64, "no model has so long a name");
const text = z.string("give the text as a string").max(10_000, "a text may have at most 10,000 characters");
const tokens = z
  .array(z.number().int().nonnegative("token ids are whole numbers from 0 up"), "give token ids as a list")
  .max(10_000, "at most 10,000 tokens at a time");

const tensor = z.string("give a tensor's name as a string").min(1).max(128, "no tensor has so long a name");
const gates = z
  .array(
    z.array(z.number("heads and parts are gated by numbers")).max(128, "no layer has so many"),
    "give heads and parts as one list of numbers a layer",
  )
  .max(128, "no model here has so many layers");
const flag = z.boolean("attention, residual, lens and router are true or false").optional();
const place = (name: string) =>
  z
    .number(`experts.off: a ${name} is a number`)
    .int(`experts.off: a ${name} is a whole number`)
    .min(0)
    .max(1_000);
/** The model says which of them it has. */
const experts = z
  .object(
    {
      perToken: z
        .number("experts.perToken is a number")
        .int("experts.perToken is a whole number")
        .min(1)
        .max(1_000)
        .optional(),
      off: z
        .array(
          z.tuple([place("layer"), place("expert")], "experts.off lists pairs, [layer, expert]"),
          "experts.off is a list of pairs, [layer, expert]",
        )
        .max(1_000, "experts.off names at most 1,000 experts")
        .optional(),
    },
    "give experts as { perToken, off }",
  )
  .optional();

const setting = (name: string, low: number, high: number) =>
  z
    .number(`${name} is a number`)
    .min(low, `${name} is at least ${low}`)
    .max(high, `${name} is at most ${high}`)
    .optional();
const sampling = {
  temperature: setting("temperature", 0, 100),
  topK: setting("topK", 0, 1_000_000),
  topP: setting("topP", 0, 1),
  maxTokens: setting("maxTokens", 0, 1_000),
  seed: setting("seed", 0, 2 ** 32 - 1),
  stop: z
    .array(z.string("stop is a list of texts").min(1).max(200))
    .max(16, "stop has at most 16 texts")
    .optional(),
};
/** As much as one answer to a demo may hold: logits of 64 tokens of a small vocabulary. */
const numbers = z
  .array(z.number("a forward pass returns numbers").nullable(), "give the numbers as a flat list")
  .max(300_000, "at most 300,000 numbers an answer");
const question = z.number().int().nonnegative();
const writing = z.object({ writing: z.number().int().nonnegative() });

/** The arguments of each model call, with the sizes the page is ready to serve. */
export const callArguments = {
  model: z.object({ model }),
  tokenize: z.object({ model, text }),
  tokenTexts: z.object({ model, tokens }),
  logits: z.object({ model, text }),
  allLogits: z.object({ model, text }),
  trace: z.object({
    model,
    text,
    attention: flag,
    residual: flag,
    lens: flag,
    router: flag,
    experts,
    heads: gates.optional(),
    parts: gates.optional(),
  }),
  weights: z.object({ model, name: tensor }),
  allWeights: z.object({ model }),
  startText: z.object({ model, text, ...sampling, experts }),
  nextToken: writing,
  endText: writing,
  nextQuestion: z.object({ model }),
  answerQuestion: z.union([
    z.object({ model, question, error: text }),
    z.object({
      model,
      question,
      logits: numbers,
      attention: numbers.optional(),
      residual: numbers.optional(),
    }),
  ]),
  arrays: z.object({}),
} satisfies Record<ServiceMethod, z.ZodType>;
