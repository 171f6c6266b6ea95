import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { modelAtBuild } from "@/lib/content/model-at-build";
import { Graph } from "@/lib/model/onnx/graph";
import { toBytes, writeDecoder } from "@/lib/model/onnx/networks";
import { dequantize } from "@/lib/model/quantization";
import { readSafetensors } from "@/lib/model/safetensors";

/** A repository's files by their names. */
type Files = Record<string, Buffer>;

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

/** A decoder of ours as repositories of the hub are laid out. */
export async function toHubModel(name: string): Promise<Files> {
  const { manifest, weights } = await modelAtBuild(name);
  const { n_layer, n_head, d_model, n_vocab, n_ctx, layer_norm_eps } = manifest.config;
  return {
    "config.json": json({
      model_type: "gpt2",
      architectures: ["GPT2LMHeadModel"],
      ...{ n_layer, n_head, n_embd: d_model, vocab_size: n_vocab, n_positions: n_ctx },
      layer_norm_epsilon: layer_norm_eps,
      ...{ bos_token_id: 0, eos_token_id: 0 },
    }),
    "tokenizer.json": await readFile(`public/models/${name}/tokenizer.json`),
    "tokenizer_config.json": json({ tokenizer_class: "GPT2Tokenizer", eos_token: "<|endoftext|>" }),
    "onnx/model.onnx": Buffer.from(writeDecoder(manifest.config, weights)),
  };
}

/** The table of our embedding model, `[V, d]`, and its words. */
export function readEmbeddings() {
  const folder = "public/models/embed";
  const { tensors } = readSafetensors(new Uint8Array(readFileSync(`${folder}/weights.safetensors`)).buffer);
  const { vocab } = JSON.parse(readFileSync(`${folder}/tokenizer.json`, "utf8")).model;
  return { table: dequantize(tensors).embeddings, vocab: vocab as Record<string, number> };
}

/** The same as a repository: a "BERT" whose last hidden state is a row of the table for each token. */
export async function toHubEmbedding(): Promise<Files> {
  const { table } = readEmbeddings();
  const graph = new Graph();
  const rows = graph.op("Gather", [
    graph.weight("embeddings", table.shape, toBytes(table.data)),
    graph.input("input_ids", "int64", [1, "T"]),
  ]);
  graph.output("last_hidden_state", rows, [1, "T", table.shape[1]]);
  return {
    "config.json": json({ model_type: "bert", architectures: ["BertModel"] }),
    "1_Pooling/config.json": json({ pooling_mode_mean_tokens: true }),
    "tokenizer.json": await readFile("public/models/embed/tokenizer.json"),
    "tokenizer_config.json": json({ tokenizer_class: "BertTokenizer", do_lower_case: true }),
    "onnx/model.onnx": Buffer.from(graph.toBytes("embedding")),
  };
}

interface Answer {
  status?: number;
  type?: string;
  body?: Buffer;
}

interface Repository {
  files: Files;
  /** Sends something else than the list of files says in the place of weights. */
  weights?: (data: Buffer) => Answer;
  /** Length of the weights, as the list has it. */
  listed?: number;
}

/** A server laid out like the hub, on an origin of its own, and the addresses it was asked for. */
export async function serveHub(repositories: Record<string, Repository>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://hub");
    const [, api, name, path] =
      /^\/hub\/(api\/models\/)?([\w-]+\/[\w-]+)\/(?:tree|resolve)\/main\/?(.*)$/.exec(pathname) ?? [];
    asked.push(path || pathname);
    const repository = repositories[name];
    const data = api ? repository && json(toTree(repository)) : repository?.files[path];
    const send = ({ status = 200, type = "application/octet-stream", body }: Answer) =>
      response.writeHead(status, { "Access-Control-Allow-Origin": "*", "Content-Type": type }).end(body);
    if (!data) send({ status: 404 });
    else if (path.endsWith(".onnx") && repository.weights) send(repository.weights(data));
    else send({ body: data });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}/hub`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address, asked, close };
}

/** Weights are in Git LFS, so the hub tells their SHA-256; of the rest it tells what git calls them. */
function toTree({ files, listed }: Repository) {
  const hash = (kind: string, ...parts: (string | Buffer)[]) =>
    parts.reduce((sum, part) => sum.update(part), createHash(kind)).digest("hex");
  return Object.entries(files).map(([path, data]) => ({
    ...{ type: "file", path, oid: hash("sha1", `blob ${data.length}\0`, data) },
    ...(path.endsWith(".onnx")
      ? { size: listed ?? data.length, lfs: { oid: hash("sha256", data) } }
      : { size: data.length }),
  }));
}
