import type { HeadAddress } from "./view";

/** Where the instruments open. The build computes exactly this. */
export const opening = {
  heads: { head: [2, 0] as HeadAddress, query: 10, key: 6 },
  ablate: { off: [[3, 2]] as HeadAddress[] },
  scale: { d_k: 512, seed: 1 },
};

/** Widths the scale experiment knows. */
export const widths = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
