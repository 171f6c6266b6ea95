import { useSyncExternalStore } from "react";

/** Something that has a state and tells when it has another. */
export interface Store<State> {
  getState(): State;
  subscribe(listener: () => void): () => void;
}

/** Renders again when what is selected changes: `select` must return the same object for the same state. */
export function useStore<State, Selected>(store: Store<State>, select: (state: State) => Selected): Selected {
  const read = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}
