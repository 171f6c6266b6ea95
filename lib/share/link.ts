import { fromBase64Url, toBase64Url } from "./base64url";
import { deflate, InflateError, inflate } from "./deflate";
import { limits } from "./limits";
import { type SharedNotebook, sharedNotebook } from "./shared-notebook";

/**
 * A notebook in the part of an address that browsers never send to a server:
 * `#nb=v1.<base64url(deflate-raw(JSON))>`. Reading one only reads: whatever it holds is data until the reader
 * has seen it and says otherwise.
 */

const prefix = "#nb=";
const version = "v1";

/** Why a link cannot be read, in the order in which it is found out. */
export const linkProblems = {
  version: "It was made by another version of Glassbox, which this one cannot read.",
  "too-long": `It is longer than the ${limits.compressed / 1024} kB that a link may have.`,
  letters: "It holds letters that no such link has; perhaps a part of it is missing.",
  damaged: "It is damaged; perhaps a part of it is missing.",
  "too-large": `It unpacks to more than the ${limits.inflated / 1024} kB that a link may hold.`,
  text: "What it unpacks to is not a notebook.",
  content: "The notebook in it is not one that Glassbox could have made.",
} as const;

export type LinkProblem = keyof typeof linkProblems;

export type ReadLink = { notebook: SharedNotebook } | { problem: LinkProblem };

export interface WrittenLink {
  /** With its leading `#`. */
  fragment: string;
  /** Bytes of the compressed part. */
  bytes: number;
  /** Fits the bounds; one that does not would be refused when opened. */
  fits: boolean;
}

/** Whether an address' fragment claims to be a notebook of any version. Cheap. */
export function isNotebookLink(fragment: string): boolean {
  return fragment.startsWith(prefix);
}

export async function writeLink(notebook: SharedNotebook): Promise<WrittenLink> {
  const text = JSON.stringify(notebook);
  const bytes = await deflate(text);
  const fits =
    sharedNotebook.safeParse(notebook).success &&
    bytes.length <= limits.compressed &&
    new TextEncoder().encode(text).length <= limits.inflated;
  return { fragment: `${prefix}${version}.${toBase64Url(bytes)}`, bytes: bytes.length, fits };
}

/** Reads a fragment for which `isNotebookLink` holds. Never throws. */
export async function readLink(fragment: string): Promise<ReadLink> {
  const [written, ...rest] = fragment.slice(prefix.length).split(".");
  if (written !== version || rest.length !== 1) return { problem: "version" };
  if (rest[0].length > Math.ceil((limits.compressed * 4) / 3)) return { problem: "too-long" };
  const bytes = fromBase64Url(rest[0]);
  if (!bytes) return { problem: "letters" };
  try {
    return parse(await inflate(bytes, limits.inflated));
  } catch (error) {
    return { problem: error instanceof InflateError ? error.problem : "damaged" };
  }
}

function parse(text: string): ReadLink {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "text" };
  }
  const { data, success } = sharedNotebook.safeParse(value);
  return success ? { notebook: data } : { problem: "content" };
}
