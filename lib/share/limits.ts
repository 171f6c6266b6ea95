import { linkLimits } from "@/lib/codec/codec";

/**
 * What a link or a file may carry. It comes from anybody, and 13 kB can inflate to 10 MB, so each bound is checked
 * before the next step touches the data.
 */
export const limits = {
  /** Bytes of a link, compressed and inflated. */
  link: linkLimits,
  cells: 50,
  /** Characters of one cell. */
  code: 64 * 1024,
  inputs: 100,
  /** Bytes of an imported file. Outputs make notebooks large. */
  file: 4 * 1024 * 1024,
} as const;
