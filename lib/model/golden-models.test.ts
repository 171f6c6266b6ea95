import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ModelAtBuild } from "@/lib/content/model-at-build";
import { engineNames, modelInNode } from "./engines/in-node";
import { readSafetensors } from "./safetensors";

/** Reference values of every model in `public/models`: JAX float32 on the same dequantized weights, from `training/`. */
const folders = (await readdir("public/models", { withFileTypes: true })).filter((entry) =>
  entry.isDirectory(),
);
const names = folders.map(({ name }) => name);
/** Those that write: dense ones, whose manifest names no architecture, and mixtures of experts. */
const writers: string[] = [];
for (const name of names) {
  const { architecture } = JSON.parse(await readFile(`public/models/${name}/manifest.json`, "utf8"));
  if (architecture === undefined || architecture === "moe") writers.push(name);
}
const references = new Map(
  await Promise.all(
    (await findGoldenFiles("training", 3)).map(async (file) => {
      const reference = readSafetensors(new Uint8Array(await readFile(file)).buffer);
      return [reference.metadata.model, reference] as const;
    }),
  ),
);

/** `training/base/golden.safetensors` and the like; `data` and `.venv` hold none of ours. */
async function findGoldenFiles(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const here = entries.filter((entry) => entry.name === "golden.safetensors");
  const inside = entries.filter(
    (entry) => entry.isDirectory() && depth > 1 && !/^(data|checkpoints|[._].*)$/.test(entry.name),
  );
  const deeper = await Promise.all(
    inside.map((entry) => findGoldenFiles(path.join(folder, entry.name), depth - 1)),
  );
  return [...here.map((entry) => path.join(folder, entry.name)), ...deeper.flat()];
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((worst, x, i) => Math.max(worst, Math.abs(x - b[i])), 0);
}

const heldOut: Record<string, { tokens: number[]; best: number[] }> = JSON.parse(
  await readFile("training/held_out.json", "utf8"),
);
const onEngines = writers.flatMap((name) => engineNames.map((engine) => ({ name, engine })));

function indexOfLargest(values: Float32Array): number {
  return values.indexOf(values.reduce((largest, x) => Math.max(largest, x)));
}

describe.each(onEngines)("the shipped model $name on $engine", ({ name, engine }) => {
  let model: ModelAtBuild;
  beforeAll(async () => {
    model = await modelInNode(engine, name);
  });

  it("agrees with JAX on every golden prompt: tokens, logits, attention, experts", async () => {
    const reference = references.get(name);
    const prompts: string[] = JSON.parse(reference?.metadata.prompts ?? "[]");
    expect(prompts.length, `training/ holds no golden.safetensors of ${name}`).toBeGreaterThan(0);
    for (const [k, prompt] of prompts.entries()) {
      const tokens = Array.from(reference!.tensors[`${k}.tokens`].data);
      expect([0, ...model.tokenizer.encode(prompt)]).toEqual(tokens);
      const gates = reference!.tensors[`${k}.gates`]; // of a mixture
      expect(gates !== undefined).toBe(model.manifest.architecture === "moe");
      const trace = await model.engine.trace(tokens, { attention: true, router: gates !== undefined });
      if (gates) expect(largestDifference(trace.gates!, gates.data)).toBeLessThan(1e-4);
      const { data: logits } = reference!.tensors[`${k}.logits`];
      // int8 weights and rows of up to 256 numbers: float32 sums in another order differ in the fifth digit
      expect(largestDifference(trace.logits, logits)).toBeLessThan(2e-4);
      expect(largestDifference(trace.attention!, reference!.tensors[`${k}.attention`].data)).toBeLessThan(
        1e-4,
      );
    }
  });

  it("finds the token most likely that JAX does, after each of 200 held-out ones", async () => {
    expect(heldOut[name], "run `python -m training.held_out` after training a model").toBeDefined();
    const { tokens, best } = heldOut[name];
    expect(tokens).toHaveLength(200);
    const { n_vocab, n_ctx } = model.manifest.config;
    const found: number[] = [];
    for (let read = 0; read < tokens.length; read += n_ctx) {
      const row = tokens.slice(read, read + n_ctx);
      const { logits } = await model.engine.trace(row);
      found.push(...row.map((_, i) => indexOfLargest(logits.subarray(i * n_vocab, (i + 1) * n_vocab))));
    }
    expect(found).toEqual(best);
  });
});

describe.each(names)("the folder of %s", (name) => {
  it("counts as many parameters in its manifest as its tensors hold, and says so in its card", async () => {
    const { tensors, parameters } = JSON.parse(await readFile(`public/models/${name}/manifest.json`, "utf8"));
    const counted = Object.entries<{ shape: number[] }>(tensors)
      .filter(([tensor]) => !tensor.endsWith(".scale"))
      .reduce((sum, [, { shape }]) => sum + shape.reduce((a, b) => a * b, 1), 0);
    expect(counted).toBe(parameters);
    const card = await readFile(`public/models/${name}/README.md`, "utf8");
    expect(card).toContain(counted.toLocaleString("en"));
  });

  it("names its license, data, recipe and limits in its card, and shows ten samples", async () => {
    const text = await readFile(`public/models/${name}/README.md`, "utf8");
    for (const part of ["license", "## Data", "## Recipe", "## Samples", "## Limits"])
      expect(text).toContain(part);
    const { samples } = JSON.parse(await readFile(`public/models/${name}/card.json`, "utf8"));
    expect(samples).toHaveLength(10);
  });
});

describe.each(writers)("the card of %s", (name) => {
  it("gives the held-out loss of the weights as shipped", async () => {
    const { heldOut } = JSON.parse(await readFile(`public/models/${name}/card.json`, "utf8"));
    expect(heldOut.nats_per_token).toBeGreaterThan(0);
    expect(await readFile(`public/models/${name}/README.md`, "utf8")).toContain(
      String(heldOut.nats_per_token),
    );
  });
});

it("ships models of at most 48 MB in all", async () => {
  const files = await readdir("public/models", { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size),
  );
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(48e6);
});
