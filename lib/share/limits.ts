/**
 * What a link or a file may carry. A link comes from anybody, and 13 kB of it can inflate to 10 MB, so each
 * bound is checked before the next step touches the data.
 */
export const limits = {
  /** Bytes of a link's compressed part. */
  compressed: 16 * 1024,
  /** Bytes after inflating; counted while they come, not afterwards. */
  inflated: 256 * 1024,
  cells: 50,
  /** Characters of one cell. */
  code: 64 * 1024,
  inputs: 100,
  /** Bytes of an imported file. Outputs make notebooks large. */
  file: 4 * 1024 * 1024,
} as const;
