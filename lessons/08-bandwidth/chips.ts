/**
 * Figures their makers publish: the most a chip could do, never reached in practice. Arithmetic is for 16-bit
 * numbers without sparsity; `source` is an id of the lesson's frontmatter.
 */
export interface Chip {
  name: string;
  /** FLOP/s; undefined where its maker gives no figure we could check. */
  peak?: number;
  /** byte/s */
  bandwidth: number;
  /** Bytes of memory at that bandwidth, of one chip. */
  memory: number;
  source: string;
  /** What kind of arithmetic the peak counts. */
  kind: string;
}

const [GB, TB, TFLOPs] = [1e9, 1e12, 1e12];

export const chips: Record<string, Chip> = {
  m2ultra: {
    name: "Apple M2 Ultra",
    bandwidth: 800 * GB,
    memory: 192 * GB,
    source: "apple2023",
    kind: "none published for its GPU",
  },
  rtx4090: {
    name: "NVIDIA RTX 4090",
    peak: 165.2 * TFLOPs,
    bandwidth: 1008 * GB,
    memory: 24 * GB,
    source: "ada2023",
    kind: "f16, added up in f32",
  },
  a100: {
    name: "NVIDIA A100 80 GB",
    peak: 312 * TFLOPs,
    bandwidth: 2039 * GB,
    memory: 80 * GB,
    source: "a100",
    kind: "bf16",
  },
  h100: {
    name: "NVIDIA H100 SXM",
    peak: 989 * TFLOPs,
    bandwidth: 3.35 * TB,
    memory: 80 * GB,
    source: "h100",
    kind: "bf16",
  },
  tpuv4: {
    name: "Google TPU v4",
    peak: 275 * TFLOPs,
    bandwidth: 1228 * GB,
    memory: 32 * GB,
    source: "tpuv4",
    kind: "bf16",
  },
  tpuv5p: {
    name: "Google TPU v5p",
    peak: 459 * TFLOPs,
    bandwidth: 2765 * GB,
    memory: 95 * GB,
    source: "tpuv5p",
    kind: "bf16",
  },
};
