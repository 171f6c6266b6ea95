import { strToU8, zipSync } from "fflate";

/** Every file is dated alike: the same assignment makes the same package, byte for byte. */
const DATE = new Date(2000, 0, 1);

export function zip(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: DATE }) as Uint8Array<ArrayBuffer>;
}
