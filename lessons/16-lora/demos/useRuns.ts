"use client";

import { useSyncExternalStore } from "react";
import { runs } from "../runs";

const empty = { ...runs.state };

/** The reader's training runs. */
export const useRuns = () =>
  useSyncExternalStore(
    runs.subscribe,
    () => runs.state,
    () => empty,
  );
