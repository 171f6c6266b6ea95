import type { DraftStore } from "@/lib/notebook/drafts/store";

let store: Promise<DraftStore> | undefined;

/** The page's one store of drafts, loaded and opened when it is first asked for. */
export function pageDrafts(): Promise<DraftStore> {
  store ??= import("@/lib/notebook/drafts/store").then(({ createDraftStore }) => createDraftStore());
  return store;
}
