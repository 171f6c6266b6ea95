import { CodecError, type CodecProblem, decode, encode } from "@/lib/codec/codec";
import { type SharedNotebook, sharedNotebook } from "./shared-notebook";

/**
 * A notebook in the part of an address that browsers never send to a server: `#nb=v1.…`. Reading one only reads:
 * whatever it holds is data until the reader has seen it and says otherwise.
 */

const prefix = "#nb=";

/** Why a link cannot be read. `content`: it is whole and ours, but holds no notebook. */
export type LinkProblem = CodecProblem | "content";

/** Each continues "This link cannot be read: ". */
export const linkProblems: Record<LinkProblem, string> = {
  foreign: "it is not one that Glassbox makes.",
  newer: "it was made by a newer version of Glassbox. Load this page anew, and try again.",
  truncated: "its end is missing. Ask for it again, and copy all of it.",
  lengthened: "something was added to it. Ask for it again.",
  damaged: "it was changed on its way. Ask for it again.",
  "too-large": "it holds more than a link may.",
  content: "what it holds is not a notebook.",
};

export type ReadLink = { notebook: SharedNotebook } | { problem: LinkProblem };

/** Whether an address' fragment claims to be a notebook, of whatever version. */
export function isNotebookLink(fragment: string): boolean {
  return fragment.startsWith(prefix);
}

/** The fragment, with its `#`; nothing if the notebook is too large for a link. */
export async function writeLink(notebook: SharedNotebook): Promise<string | undefined> {
  if (!sharedNotebook.safeParse(notebook).success) return undefined;
  try {
    return prefix + (await encode(notebook));
  } catch (error) {
    if (error instanceof CodecError && error.problem === "too-large") return undefined;
    throw error;
  }
}

/** Reads a fragment for which `isNotebookLink` holds. Never throws. */
export async function readLink(fragment: string): Promise<ReadLink> {
  try {
    const { data } = sharedNotebook.safeParse(await decode(fragment.slice(prefix.length)));
    return data ? { notebook: data } : { problem: "content" };
  } catch (error) {
    return { problem: error instanceof CodecError ? error.problem : "foreign" };
  }
}
