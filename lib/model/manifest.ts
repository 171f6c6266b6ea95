import { z } from "@/lib/zod";

const fileName = z.string().regex(/^[\w.-]+$/);

/** What every manifest says, whatever the network; that of an adapter, too. */
export const fileList = z.object({
  format: z.literal(1),
  /** Left out for a GPT-2. */
  architecture: z.string().optional(),
  name: z.string(),
  title: z.string(),
  license: z.string(),
  parameters: z.number().int().positive(),
  files: z.record(fileName, z.object({ bytes: z.number().int(), sha256: z.string().length(64) })),
});

export type FileList = z.infer<typeof fileList>;

/** `public/models/<name>/manifest.json`: what a model is made of. Written by `training/export.py`. */
export const manifest = fileList.extend({
  config: z.object({
    n_layer: z.number().int().positive(),
    n_head: z.number().int().positive(),
    d_model: z.number().int().positive(),
    d_ff: z.number().int().positive(),
    n_vocab: z.number().int().positive(),
    n_ctx: z.number().int().positive(),
    layer_norm_eps: z.number().positive(),
  }),
  tensors: z.record(z.string(), z.object({ shape: z.array(z.number().int()), dtype: z.string() })),
});

export type Manifest = z.infer<typeof manifest>;

/** Shape of every tensor by its name, without the scales that int8 is stored with. */
export function toShapes({ tensors }: Manifest): Record<string, readonly number[]> {
  const named = Object.entries(tensors).filter(([name]) => !name.endsWith(".scale"));
  return Object.fromEntries(named.map(([name, { shape }]) => [name, shape]));
}
