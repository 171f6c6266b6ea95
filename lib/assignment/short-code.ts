import { type Assignment, keyOf } from "./assignment";
import { hashOf } from "./hash";
import { digestOf } from "./receipt";
import { type Entries, isDone } from "./work";

/**
 * A receipt that can be written on paper or read out: which tasks are done and which answers were right, and nothing
 * else. `K7QM-2X9T-04`: 20 bits that name the assignment, 2 for each task, 20 that catch slips of the pen, in
 * Crockford's base 32 (no I, L, O, U). Who knows how it is made can make one up.
 */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const NAME_BITS = 20;
const CHECK_BITS = 20;

export type TaskState = "open" | "tried" | "wrong" | "done";

/** Two bits each, in this order. */
const states: readonly TaskState[] = ["open", "tried", "wrong", "done"];

export function toShortCode(assignment: Assignment, results: Entries): string {
  const digest = digestOf(assignment);
  const said = stateOf(assignment, results)
    .map((state) => bitsOf(states.indexOf(state), 2))
    .join("");
  const code = toDigits(nameBits(digest) + said + checkBits(digest, said));
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** The state of each task; nothing if the code is not about this assignment, or was copied wrongly. */
export function readShortCode(assignment: Assignment, code: string): TaskState[] | undefined {
  const digest = digestOf(assignment);
  const length = NAME_BITS + 2 * assignment.tasks.length + CHECK_BITS;
  const bits = fromDigits(code);
  if (bits === undefined || bits.length !== Math.ceil(length / 5) * 5) return undefined;
  const said = bits.slice(NAME_BITS, length - CHECK_BITS);
  const whole = nameBits(digest) + said + checkBits(digest, said);
  if (bits !== whole.padEnd(bits.length, "0")) return undefined;
  return Array.from(assignment.tasks, (_, i) => states[Number.parseInt(said.slice(2 * i, 2 * i + 2), 2)]);
}

/** Whether the code names this assignment, even if it was copied wrongly. */
export function isAbout(assignment: Assignment, code: string): boolean {
  return fromDigits(code)?.startsWith(nameBits(digestOf(assignment))) ?? false;
}

export function stateOf({ tasks }: Assignment, results: Entries): TaskState[] {
  return tasks.map((task) => {
    const its = results[keyOf(task)];
    if (!its) return "open";
    if (its.right === false && task.kind !== "exercise") return "wrong";
    return isDone(task, its) ? "done" : "tried";
  });
}

const nameBits = (digest: string) => toBits(hashOf("short code", digest)).slice(0, NAME_BITS);
const checkBits = (digest: string, said: string) =>
  toBits(hashOf("check", digest, said)).slice(0, CHECK_BITS);
const toBits = (bytes: Uint8Array) => Array.from(bytes, (byte) => bitsOf(byte, 8)).join("");
const bitsOf = (number: number, length: number) => number.toString(2).padStart(length, "0");

function toDigits(bits: string): string {
  const padded = bits.padEnd(Math.ceil(bits.length / 5) * 5, "0");
  return padded.replace(/.{5}/g, (five) => ALPHABET[Number.parseInt(five, 2)]);
}

/** Forgives small letters, dashes, spaces, and the letters that look like digits. */
function fromDigits(code: string): string | undefined {
  const plain = code.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0");
  const digits = Array.from(plain, (digit) => ALPHABET.indexOf(digit));
  return digits.includes(-1) ? undefined : digits.map((digit) => bitsOf(digit, 5)).join("");
}
