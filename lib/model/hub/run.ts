/** The part of the worker that has transformers.js in it. */
import {
  AutoModel,
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  FeatureExtractionPipeline,
  InterruptableStoppingCriteria,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type Tensor,
  TextStreamer,
} from "@huggingface/transformers";
import type { Device } from "../protocol";
import type { Answers, Listing, Next, Written } from "./protocol";
import { baseOf } from "./repository";

const SHOWN = 10;

env.allowLocalModels = false;
env.useBrowserCache = false; // files come checked and kept from `fetchFile`
env.useWasmCache = false;

type Config = Record<string, unknown>;

/** One model. `fetchFile` brings the files of its listing; no other is asked for. */
export class HubNetwork {
  private network!: PreTrainedModel;
  private tokenizer!: PreTrainedTokenizer;
  private readonly stopping = new InterruptableStoppingCriteria();
  /** Milliseconds of each pass through the network since the last request began. */
  private passes: number[] = [];

  constructor(
    private readonly listing: Listing,
    fetchFile: (name: string) => Promise<ArrayBuffer>,
  ) {
    env.remoteHost = listing.host;
    env.fetch = async (url: string | URL) => {
      const name = String(url).slice(baseOf(listing).length);
      if (!Object.hasOwn(listing.files, name)) return new Response(null, { status: 404 });
      return new Response(await fetchFile(name));
    };
  }

  /** Opens it on the listed device, or on WASM where that fails. */
  async open(): Promise<{ device: Device; fallback?: string }> {
    const { repository, device } = this.listing;
    this.tokenizer = await AutoTokenizer.from_pretrained(repository);
    try {
      await this.openOn(device);
      return { device };
    } catch (error) {
      if (device === "wasm") throw error;
      await this.openOn("wasm");
      return { device: "wasm", fallback: (error as Error).message };
    }
  }

  get kind(): string {
    return this.network.config.model_type ?? "";
  }

  async next(prompt: string): Promise<Next> {
    const inputs = this.read(prompt);
    const { logits }: { logits: Tensor } = await this.network(inputs); // [1, T, V]
    const last = Float32Array.from(logits.to("float32").data as Float32Array).slice(-logits.dims[2]);
    if (!last.every(Number.isFinite))
      throw new Error("The network computes no numbers after this text. Its weights may be damaged.");
    const top = mostProbable(last, SHOWN).map(({ token, probability }) => ({
      text: this.tokenizer.decode([token]),
      probability,
    }));
    return { tokens: inputs.input_ids.dims[1], milliseconds: this.passes[0], top };
  }

  /** Goes on with the prompt, token by token; `say` hears each piece of text. */
  async write(prompt: string, most: number, say: (text: string) => void): Promise<Written> {
    const inputs = this.read(prompt);
    const room = this.context - inputs.input_ids.dims[1];
    this.stopping.reset();
    const options = { skip_prompt: true, skip_special_tokens: true, callback_function: say };
    await this.network.generate({
      ...inputs,
      ...{ do_sample: false, max_new_tokens: Math.max(1, Math.min(most, room)) },
      streamer: new TextStreamer(this.tokenizer, options),
      stopping_criteria: this.stopping,
    } as Parameters<PreTrainedModel["generate"]>[0]);
    const [, ...after] = this.passes;
    const sum = after.reduce((a, b) => a + b, 0);
    return {
      tokens: this.passes.length,
      millisecondsPerToken: after.length > 0 ? sum / after.length : undefined,
    };
  }

  stop(): undefined {
    this.stopping.interrupt();
  }

  /** One after another: so none is padded, and pooling by the last token meets no padding. */
  async embed(sentences: string[]): Promise<Answers["embed"]> {
    this.passes = [];
    const extract = new FeatureExtractionPipeline({
      task: "feature-extraction",
      model: this.network,
      tokenizer: this.tokenizer,
    });
    const vectors: Float32Array[] = [];
    for (const sentence of sentences) {
      const vector = await extract(sentence, { pooling: this.listing.pooling, normalize: true }); // [1, d]
      vectors.push(Float32Array.from(vector.data as Float32Array));
    }
    if (!vectors.every((vector) => vector.every(Number.isFinite)))
      throw new Error("The network computes no numbers for these sentences. Its weights may be damaged.");
    return { vectors, milliseconds: this.passes.reduce((a, b) => a + b, 0) };
  }

  private async openOn(device: Device): Promise<void> {
    const Model = this.listing.task === "text-generation" ? AutoModelForCausalLM : AutoModel;
    const dtype = this.listing.dtype as "fp32";
    this.network = await Model.from_pretrained(this.listing.repository, { dtype, device });
    const forward = this.network.forward.bind(this.network);
    this.network.forward = async (inputs: unknown) => {
      await turn();
      const start = performance.now();
      const outputs = await forward(inputs as Parameters<typeof forward>[0]);
      this.passes.push(performance.now() - start);
      return outputs;
    };
  }

  private read(prompt: string) {
    this.passes = [];
    const inputs = this.tokenizer(prompt) as { input_ids: Tensor };
    const tokens: number = inputs.input_ids.dims[1];
    if (tokens === 0) throw new Error("This model needs at least one token to begin with. Write a word.");
    if (tokens > this.context)
      throw new Error(`This text has ${tokens} tokens; the model reads at most ${this.context}. Shorten it.`);
    return inputs;
  }

  /** Longest input in tokens; configs have three names for it. */
  private get context(): number {
    const config = this.network.config as unknown as Config;
    const named = ["max_position_embeddings", "n_positions", "n_ctx"].map((name) => config[name]);
    return named.find((value) => typeof value === "number") ?? Number.POSITIVE_INFINITY;
  }
}

/** A turn for the worker's messages: on WASM the library gives none between tokens, and a stop would come too late. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });
}

/** Softmax, and the largest of it. */
function mostProbable(logits: Float32Array, count: number) {
  const largest = logits.reduce((a, b) => Math.max(a, b));
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - largest), 0);
  return Array.from(logits, (logit, token) => ({ token, probability: Math.exp(logit - largest) / sum }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}
