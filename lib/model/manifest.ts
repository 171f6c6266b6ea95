import { z } from "@/lib/zod";

const fileName = z.string().regex(/^[\w.-]+$/);

/** `public/models/<name>/manifest.json`: what a model is made of. Written by `training/export.py`. */
export const manifest = z
  .object({
    format: z.literal(1),
    /** Left out for a GPT-2 (`gpt.ts`); `moe` has experts for MLPs (`moe.ts`). */
    architecture: z.literal("moe").optional(),
    name: z.string(),
    title: z.string(),
    license: z.string(),
    config: z.object({
      n_layer: z.number().int().positive(),
      n_head: z.number().int().positive(),
      d_model: z.number().int().positive(),
      d_ff: z.number().int().positive(),
      n_vocab: z.number().int().positive(),
      n_ctx: z.number().int().positive(),
      layer_norm_eps: z.number().positive(),
      n_expert: z.number().int().positive().optional(),
      n_expert_per_token: z.number().int().positive().optional(),
    }),
    parameters: z.number().int().positive(),
    files: z.record(fileName, z.object({ bytes: z.number().int(), sha256: z.string().length(64) })),
    tensors: z.record(z.string(), z.object({ shape: z.array(z.number().int()), dtype: z.string() })),
  })
  .refine(
    hasItsExperts,
    "the architecture moe, and no other, has n_expert and n_expert_per_token, at most as many",
  );

export type Manifest = z.infer<typeof manifest>;

type Named = { architecture?: "moe"; config: { n_expert?: number; n_expert_per_token?: number } };

function hasItsExperts({ architecture, config: { n_expert, n_expert_per_token } }: Named): boolean {
  if (architecture !== "moe") return n_expert === undefined && n_expert_per_token === undefined;
  return n_expert !== undefined && n_expert_per_token !== undefined && n_expert_per_token <= n_expert;
}

/** Shape of every tensor by its name, without the scales that int8 is stored with. */
export function toShapes({ tensors }: Manifest): Record<string, readonly number[]> {
  const named = Object.entries(tensors).filter(([name]) => !name.endsWith(".scale"));
  return Object.fromEntries(named.map(([name, { shape }]) => [name, shape]));
}
