import { z } from "@/lib/zod";

const fileName = z.string().regex(/^[\w.-]+$/);

/** What every manifest says, whatever the network; that of an adapter, too. */
export const fileList = z.object({
  format: z.literal(1),
  /** Left out for a GPT-2 (`gpt.ts`); `moe` has experts for MLPs (`moe.ts`). */
  architecture: z.string().optional(),
  name: z.string(),
  title: z.string(),
  license: z.string(),
  parameters: z.number().int().positive(),
  files: z.record(fileName, z.object({ bytes: z.number().int(), sha256: z.string().length(64) })),
});

export type FileList = z.infer<typeof fileList>;

const described = fileList.extend({
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
  tensors: z.record(z.string(), z.object({ shape: z.array(z.number().int()), dtype: z.string() })),
});

/** `public/models/<name>/manifest.json`: what a model is made of. Written by `training/export.py`. */
export const manifest = described.refine(isRunnable, "no engine here runs this architecture and config");

export type Manifest = z.infer<typeof manifest>;

/** A GPT-2 without experts, or a mixture with at least as many as a token is sent to. */
function isRunnable({ architecture, config }: z.infer<typeof described>): boolean {
  const { n_expert, n_expert_per_token } = config;
  if (architecture === undefined) return n_expert === undefined && n_expert_per_token === undefined;
  if (architecture !== "moe" || n_expert === undefined || n_expert_per_token === undefined) return false;
  return n_expert_per_token <= n_expert;
}

/** Shape of every tensor by its name, without the scales that int8 is stored with. */
export function toShapes({ tensors }: Manifest): Record<string, readonly number[]> {
  const named = Object.entries(tensors).filter(([name]) => !name.endsWith(".scale"));
  return Object.fromEntries(named.map(([name, { shape }]) => [name, shape]));
}
