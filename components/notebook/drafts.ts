import { createDraftStore, type DraftStore } from "@/lib/notebook/drafts/store";

let store: DraftStore | undefined;

/** The page's one store of drafts; the database is opened when it is first asked for. */
export function pageDrafts(): DraftStore {
  store ??= createDraftStore();
  return store;
}
