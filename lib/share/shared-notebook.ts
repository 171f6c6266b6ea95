import { z } from "@/lib/zod";
import { limits } from "./limits";

/** As the files of a lesson are named; nothing that means something to JavaScript's objects. */
const cellId = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9-]*$/i);

const sharedCell = z.strictObject({
  id: cellId,
  code: z.string().max(limits.code),
  /** A cell that the reader added: the cell it stands below. Without it, a changed cell of the lesson. */
  after: cellId.optional(),
});

const inputName = z
  .string()
  .max(100)
  .regex(/^[a-z_$][\w$]*$/i);
const inputValue = z.union([z.number(), z.string().max(4_000), z.boolean()]);

/** What a reader hands on: the cells that differ from the lesson's, and the inputs as they stand. */
export const sharedNotebook = z.strictObject({
  cells: z
    .array(sharedCell)
    .max(limits.cells)
    .refine((cells) => new Set(cells.map(({ id }) => id)).size === cells.length, "two cells with one id"),
  inputs: z
    .record(inputName, inputValue)
    .refine((inputs) => Object.keys(inputs).length <= limits.inputs, "too many inputs"),
});

export type SharedCell = z.infer<typeof sharedCell>;
export type SharedNotebook = z.infer<typeof sharedNotebook>;
