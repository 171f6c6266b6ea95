import type { ModelEntry } from "@/lib/content/models";
import type { KeptFile } from "@/lib/model/kept";

export interface KeptState {
  status: "unknown" | "none" | "old" | "part" | "all";
  /** Bytes of this version that are kept. */
  bytes: number;
  total: number;
}

/** What is kept of a model; `root` is where models lie, e.g. `/models/`. */
export function stateOf(
  wanted: ModelEntry["files"],
  kept: readonly KeptFile[] | undefined,
  root: string,
): KeptState {
  const total = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  if (!kept) return { status: "unknown", bytes: 0, total };
  const versions = new Map(kept.map(({ path, version }) => [path, version]));
  const present = wanted.filter(({ path, version }) => versions.get(root + path) === version);
  const bytes = present.reduce((sum, file) => sum + file.bytes, 0);
  const anything = wanted.some(({ path }) => versions.has(root + path));
  const status =
    present.length === wanted.length ? "all" : present.length > 0 ? "part" : anything ? "old" : "none";
  return { status, bytes, total };
}
