"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Has the page's code taken over? Until then, and without JavaScript, buttons would do nothing. */
export const useLive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
