import { fetchFileList, fetchModelFile } from "./files";
import type { Kept } from "./kept";

/**
 * Fetches everything of a model that is not kept yet, and checks what is. `bases` are its folder and those of its
 * adapters. Ends early when there is no room; what is whole by then stays.
 */
export async function keepModel(
  signal: AbortSignal,
  bases: readonly string[],
  onProgress: (loaded: number, total: number) => void,
): Promise<Kept> {
  const lists = await Promise.all(bases.map((base) => fetchFileList(signal, base)));
  const files = lists.flatMap((list, i) =>
    Object.keys(list.files).map((file) => ({ base: bases[i], list, file, bytes: list.files[file].bytes })),
  );
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  let outcome: Kept = "kept";
  for (const { base, list, file, bytes } of files) {
    const progress = (loaded: number) => onProgress(before + loaded, total);
    await fetchModelFile(signal, base, list, file, progress, (kept) => {
      outcome = kept;
    });
    if (outcome !== "kept") return outcome;
    before += bytes;
  }
  return outcome;
}
