import type { Kind } from "./kinds";

/** The mixture, and the dense model that does the same work per token. */
export const models = { moe: "moe", twin: "size-1m" } as const;

/** The shipped mixture's shape, for controls; a test holds it to the manifest. */
export const shape = { layers: 4, experts: 8, perToken: 2 } as const;

/** Tokens that the switches' instrument writes. */
export const writeLimit = 24;

/** Where the instruments open, and a text of each kind to route. */
export const opening = {
  routes: { kind: "sums" as Kind, at: 5 },
  likes: { layer: "0", expert: "5", text: "Once upon a time, 3 cats had 12 = 7 + 5 fish." },
  switches: { prompt: "Once upon a time, there was a" },
} as const;
