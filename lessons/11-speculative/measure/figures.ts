import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "@/lib/zod";
import { kindNames } from "../kinds";

const hashes = z.object({ target: z.string(), draft: z.string() });

/** One text written in rounds. */
export const run = z.object({
  kind: z.enum(kindNames),
  /** Which of the kind's prompts. */
  prompt: z.number(),
  temperature: z.number(),
  /** Rounds with a draft, tokens written in them, drafted tokens that were judged, and those accepted. */
  rounds: z.number(),
  tokens: z.number(),
  judged: z.number(),
  accepted: z.number(),
});
export type Run = z.infer<typeof run>;

export const acceptanceFigures = z.object({
  /** SHA-256 of the weights that the figures were measured on. */
  weights: hashes,
  gamma: z.number(),
  limit: z.number(),
  seed: z.number(),
  runs: z.array(run),
});
export type AcceptanceFigures = z.infer<typeof acceptanceFigures>;

export const speedFigures = z.object({
  weights: hashes,
  machine: z.string(),
  /** Medians, milliseconds: one token of each model, and one pass of the target over T tokens. */
  target: z.number(),
  draft: z.number(),
  check: z.array(z.object({ tokens: z.number(), milliseconds: z.number() })),
  /** Whole texts: milliseconds per written token, by γ; γ = 0 is plain decoding. */
  written: z.array(z.object({ gamma: z.number(), milliseconds: z.number(), rate: z.number() })),
});
export type SpeedFigures = z.infer<typeof speedFigures>;

export const folder = path.join(process.cwd(), "lessons/11-speculative/measure");

/** What `measure/run.ts` has written. */
export async function readFigures<Figures>(file: string, form: z.ZodType<Figures>): Promise<Figures> {
  try {
    return form.parse(JSON.parse(await readFile(path.join(folder, file), "utf8")));
  } catch (error) {
    throw new Error(
      `lessons/11-speculative/measure/${file} is missing or not as it should be. Measure it on the present models: npx tsx lessons/11-speculative/measure/run.ts`,
      { cause: error },
    );
  }
}
