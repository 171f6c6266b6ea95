import { type CodecLimits, decode, encode, linkLimits } from "@/lib/codec/codec";
import { type Assignment, assignment, keyOf } from "./assignment";
import { readAs, toUnreadable, UnreadableError } from "./problem";

/** The text after the `#` of `/a/`. Throws a `CodecError` where the assignment is too large for a link. */
export function encodeAssignment(value: Assignment): Promise<string> {
  return encode(trim(value));
}

/** From a link, its fragment, or a mail that holds one. Throws an `UnreadableError`. */
export async function decodeAssignment(text: string, limits: CodecLimits = linkLimits): Promise<Assignment> {
  try {
    const read = readAs(assignment, "assignment", await decode(findCode(text), limits));
    const keys = read.tasks.map(keyOf);
    const twice = keys.find((key, i) => keys.indexOf(key) !== i);
    if (twice) throw new UnreadableError("invalid", `The task ${twice} is there twice.`);
    return read;
  } catch (error) {
    throw toUnreadable(error);
  }
}

/** What follows the last `#` or `=` before a code, in an address or around it: the code itself, still unchecked. */
export function findCode(text: string): string {
  const at = text.search(/v\d{1,4}(\.|%2E)[\w-]/i);
  return at < 0 ? text.trim().replace(/^.*#/s, "") : text.slice(at);
}

/** Leaves out what the schema fills in again: every character of a link has to be carried. */
function trim(value: Assignment): unknown {
  return JSON.parse(
    JSON.stringify({ ...value, instructions: value.instructions || undefined }, (_, field: unknown) => {
      const empty = typeof field === "object" && field !== null && Object.keys(field).length === 0;
      return empty ? undefined : field;
    }),
  );
}
