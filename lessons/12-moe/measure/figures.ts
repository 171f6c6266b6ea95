import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "@/lib/zod";
import { kindNames } from "../kinds";
import { shape } from "../presets";

const losses = z.record(z.enum(kindNames), z.number());
const perExpert = z.array(z.number()).length(shape.experts);
const layers = <Form extends z.ZodType>(form: Form) => z.array(form).length(shape.layers);

const figures = z.object({
  /** SHA-256 of the weights that the figures were measured on. */
  weights: z.object({ moe: z.string(), twin: z.string() }),
  /** Tokens of all the texts. */
  tokens: z.number(),
  /** Nats a token with 1, 2, … experts a token, and of the dense twin. */
  perToken: z.array(losses).length(shape.experts),
  twin: losses,
  /** By how much the loss rises with one expert switched off; on the probes. */
  off: layers(z.array(losses).length(shape.experts)),
  /** Each expert's share of the choices of a kind of text, by layer. */
  loads: layers(z.record(z.enum(kindNames), perExpert)),
  /** The same over all texts, kinds as heavy as they are long; and the balance loss. */
  load: layers(perExpert),
  balance: layers(z.number()),
  /** How often a token's first expert can be guessed; see `guessFirst`. */
  guess: layers(z.object({ blind: z.number(), kind: z.number(), token: z.number() })),
  /** The tokens that each expert gets most of. */
  likes: layers(
    z
      .array(z.array(z.object({ text: z.string(), count: z.number(), share: z.number() })))
      .length(shape.experts),
  ),
});
export type Figures = z.infer<typeof figures>;

export const file = path.join(process.cwd(), "lessons/12-moe/measure/figures.json");
const again = "Measure on the present models: npx tsx lessons/12-moe/measure/run.ts";

/** What `measure/run.ts` has written, if it was on these weights. */
export async function readFigures(weights: Figures["weights"]): Promise<Figures> {
  let found: Figures;
  try {
    found = figures.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    throw new Error(`${file} is missing or not as it should be. ${again}`, { cause });
  }
  if (JSON.stringify(found.weights) !== JSON.stringify(weights))
    throw new Error(`${file} was measured on other weights than those in public/models. ${again}`);
  return found;
}
