import { z } from "@/lib/zod";
import { ModelError } from "./language-model";

export interface StoredTensor {
  dtype: string;
  shape: number[];
  data: Float32Array | Int8Array | Int32Array;
}

const header = z.record(
  z.string(),
  z.union([
    z.object({
      dtype: z.string(),
      shape: z.array(z.number()),
      data_offsets: z.tuple([z.number(), z.number()]),
    }),
    z.record(z.string(), z.string()), // __metadata__
  ]),
);

const views = { F32: Float32Array, I8: Int8Array, I32: Int32Array } as const;

/**
 * Reads a safetensors file: eight bytes of header length, a JSON header, then the tensors' bytes.
 * Format: github.com/huggingface/safetensors. Knows the types F32, I8 and I32.
 */
export function readSafetensors(file: ArrayBuffer): {
  tensors: Record<string, StoredTensor>;
  metadata: Record<string, string>;
} {
  const headerBytes = file.byteLength < 8 ? Infinity : Number(new DataView(file).getBigUint64(0, true));
  if (headerBytes > file.byteLength - 8)
    throw new ModelError("damaged", "The weights file is cut off: its header is incomplete.");
  const text = new TextDecoder().decode(new Uint8Array(file, 8, headerBytes));
  const { __metadata__: metadata = {}, ...entries } = header.parse(JSON.parse(text));
  const tensors: Record<string, StoredTensor> = {};
  for (const [name, entry] of Object.entries(entries)) {
    const { dtype, shape, data_offsets } = entry as Exclude<typeof entry, Record<string, string>>;
    const View = views[dtype as keyof typeof views];
    if (!View)
      throw new ModelError("incompatible", `Tensor ${name} has type ${dtype}, which this page cannot read.`);
    // A copy, because a view must start at a multiple of its element size.
    const bytes = file.slice(8 + headerBytes + data_offsets[0], 8 + headerBytes + data_offsets[1]);
    tensors[name] = { dtype, shape, data: new View(bytes) };
  }
  return { tensors, metadata: metadata as Record<string, string> };
}

/** Writes float32 tensors as a safetensors file, names in their order, `metadata` in its header. */
export function writeSafetensors(
  tensors: Readonly<Record<string, StoredTensor>>,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  let end = 0;
  const entries = Object.entries(tensors).map(([name, { shape, data }]) => {
    const data_offsets = [end, end + 4 * data.length];
    end += 4 * data.length;
    return [name, { dtype: "F32", shape, data_offsets }] as const;
  });
  const head = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const bytes = new TextEncoder().encode(head);
  const padded = Math.ceil(bytes.length / 8) * 8; // so that the numbers begin at a multiple of eight
  const file = new Uint8Array(8 + padded + end).fill(0x20, 8, 8 + padded);
  new DataView(file.buffer).setBigUint64(0, BigInt(padded), true);
  file.set(bytes, 8);
  let at = 8 + padded;
  for (const { data } of Object.values(tensors)) {
    file.set(new Uint8Array(Float32Array.from(data).buffer), at);
    at += 4 * data.length;
  }
  return file;
}
