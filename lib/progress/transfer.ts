import { z } from "@/lib/zod";
import { type ProgressRecord, progressRecord } from "./record";

const format = "glassbox-progress";
const version = 1;
/** A file with every record of a long course stays far below it; anything above is something else. */
const largest = 4_000_000;
const problemsShown = 3;

const header = z.object({ format: z.literal(format), version: z.number().int().positive() });
const progressFile = z.object({ records: z.array(progressRecord).max(50_000) });

/** Progress as text of a JSON file, for another browser or another day. */
export function toFile(records: readonly ProgressRecord[], now: Date): string {
  return `${JSON.stringify({ format, version, exported: now.toISOString(), records }, null, 1)}\n`;
}

/** Why a file was not taken, in words for the reader. Nothing of it has been kept. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}

/** All records of a file, checked, or an `ImportError` that says what is wrong and where. */
export function fromFile(text: string): ProgressRecord[] {
  if (text.length > largest) throw new ImportError("This file is too large to be progress of this course.");
  const value = parse(text);
  const head = header.safeParse(value);
  if (!head.success) throw new ImportError("This is no progress file of Glassbox.");
  if (head.data.version > version)
    throw new ImportError(
      `This file is of version ${head.data.version}; this page reads up to ${version}. Reload the page to get the newest one.`,
    );
  const file = progressFile.safeParse(value);
  if (!file.success) throw new ImportError(`The file is damaged: ${list(file.error)}.`);
  return file.data.records;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError("This file is not JSON. Choose one that was exported here.");
  }
}

/** "record 3, at: expected a number; …" */
function list({ issues }: z.ZodError): string {
  const shown = issues.slice(0, problemsShown).map(({ path, message }) => {
    const [, index, ...field] = path;
    const place = index === undefined ? "records" : `record ${Number(index) + 1}`;
    return `${[place, ...field].join(", ")}: ${message.replace(/\.$/, "")}`;
  });
  const more = issues.length - shown.length;
  return shown.join("; ") + (more > 0 ? `; and ${more} more` : "");
}
