import { z } from "@/lib/zod";
import { type Draft, draft } from "./draft";
import { findStore } from "./keep";

/** What an instructor writes, kept in this browser: the draft on the desk, and the links made before. */

const draftKey = "glassbox.assign.draft";
const madeKey = "glassbox.assign.made";
const KEPT = 50;

const made = z.array(
  z.object({
    id: z.string().max(20),
    title: z.string().max(300),
    /** As it stands in the link. */
    code: z.string().max(40_000),
    /** Seconds since 1970. */
    at: z.number(),
  }),
);

export type MadeLink = z.infer<typeof made>[number];

type Store = Pick<Storage, "getItem" | "setItem">;

export function readDraft(store: Store | undefined = findStore("localStorage")): Draft | undefined {
  return draft.safeParse(readJson(store, draftKey)).data;
}

/** Whether it is safe. */
export function saveDraft(value: Draft, store: Store | undefined = findStore("localStorage")): boolean {
  return writeJson(store, draftKey, value);
}

/** Newest first. */
export function readMade(store: Store | undefined = findStore("localStorage")): MadeLink[] {
  return made.safeParse(readJson(store, madeKey)).data ?? [];
}

/** The newest link of each assignment stays. */
export function keepMade(link: MadeLink, store: Store | undefined = findStore("localStorage")): boolean {
  const others = readMade(store).filter(({ id }) => id !== link.id);
  return writeJson(store, madeKey, [link, ...others].slice(0, KEPT));
}

function readJson(store: Store | undefined, key: string): unknown {
  try {
    return JSON.parse(store?.getItem(key) ?? "null");
  } catch {
    return undefined;
  }
}

function writeJson(store: Store | undefined, key: string, value: unknown): boolean {
  try {
    store?.setItem(key, JSON.stringify(value));
    return store !== undefined;
  } catch {
    return false;
  }
}
