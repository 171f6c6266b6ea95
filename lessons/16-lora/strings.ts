import type { Device } from "@/lib/model/protocol";
import { count, fixed } from "@/lib/plot/format";
import type { Shipped } from "./presets";
import type { TrainRun } from "./runs";
import type { MixView } from "./view";

const nats = (value: number | undefined) => (value === undefined ? "–" : fixed(value, 2));
const quote = (text: string) => `“${text}”`;
const kinds: Record<Shipped | "story", string> = {
  story: "a plain story",
  pirate: "a pirate's story",
  telegram: "a telegram",
  sorting: "digits to sort",
};

const devices: Record<Device, string> = { wasm: "WASM", webgpu: "WebGPU" };

/** Words and sentences of this lesson's instruments. Other languages hold the same keys. */
const en = {
  status: {
    reference: "computed when this page was built",
    waiting: "waiting for the model…",
    failed: (message: string) => `That did not work: ${message}`,
    measured: (milliseconds: number, device: Device) =>
      `${Math.round(milliseconds)} ms on ${devices[device]}`,
  },

  train: {
    title: "Can you teach it your own text?",
    text: "Text to learn",
    textNote: (used: number, all: number) =>
      used < all ? `${count(all)} tokens; only the first ${count(used)} are learned` : `${count(all)} tokens`,
    noText: "There is nothing to learn yet: paste some text.",
    method: "What is trained",
    methods: { lora: "an adapter (LoRA)", full: "all weights" },
    rank: "rank r",
    alpha: "α",
    matrices: "Matrices with an adapter",
    matrixChoices: {
      qkv: "queries, keys, values",
      attention: "attention, both",
      mlp: "MLP, both",
      all: "all four",
    },
    steps: "steps",
    rate: "learning rate",
    size: (parameters: number, all: number) =>
      `${count(parameters)} numbers to train, ${share(parameters / all)} of the model's ${count(all)}`,
    start: "Train",
    stop: "Stop",
    preparing: "Copying the weights and compiling. The first step takes a few seconds.",
    progress: (run: TrainRun, speed: number | undefined) =>
      `Step ${run.steps.length} of ${run.settings.steps}, loss ${nats(run.steps.at(-1)?.loss)}` +
      (speed ? `, ${count(Math.round(speed))} tokens/s` : ""),
    stopping: "Stopping after this step…",
    curve: "Loss by step, nats a token",
    learned: "rows learned from",
    kept: "a story of the base's own kind",
    authors: (steps: number) =>
      `A run of ours on telegrams, rank 4, ${steps} steps: press Train to see yours here.`,
    curveSays: (run: { first: number; last: number; keptFirst: number; keptLast: number; steps: number }) =>
      `Over ${run.steps} ${run.steps === 1 ? "step" : "steps"} the loss on the new text went from ${nats(run.first)} to ${nats(run.last)} nats a token; on a story of the base's own kind it went from ${nats(run.keptFirst)} to ${nats(run.keptLast)}.`,
    table: "Runs, yours and kept ones",
    columns: {
      use: "apply",
      run: "run",
      status: "status",
      numbers: "numbers trained",
      bytes: "size, kB",
      own: "loss, new text",
      kept: "loss, base's text",
      speed: "tokens/s",
    },
    runName: (run: TrainRun) =>
      run.status === "loaded"
        ? `${quote(run.adapter?.title ?? "")}, from a file, r = ${run.settings.rank}`
        : run.settings.method === "full"
          ? "all weights"
          : `LoRA, r = ${run.settings.rank}, α = ${run.settings.alpha}`,
    statuses: {
      preparing: "beginning",
      running: "running",
      stopping: "stopping",
      done: "done",
      stopped: "stopped",
      failed: "failed",
      interrupted: "cut off",
      loaded: "loaded",
    } satisfies Record<TrainRun["status"], string>,
    at: (status: string, step: number) => `${status} at ${step}`,
    change: (before: number | undefined, after: number | undefined) => `${nats(before)} → ${nats(after)}`,
    drop: (name: string) => `Delete ${name}`,
    kept2: (most: number) =>
      `Adapters are kept in this browser while they are trained, the newest ${most}; leaving the page loses at most an eighth of a run.`,
    notKept:
      "This browser keeps nothing for this page: an adapter is gone when you leave, unless you save it as a file.",
    save: "Save as file",
    load: "Load a file",
    loadFailed: (message: string) => `The file was not loaded. ${message}`,
    tooLarge: (bytes: number, most: number) =>
      `It has ${count(Math.round(bytes / 1e6))} MB; adapters of this model stay under ${count(most / 1e6)} MB.`,
    fullNote:
      "All weights were trained: there is no small file to save, slide or mix. That is part of the point.",
  },

  effect: {
    heading: "Before and after",
    strength: "strength",
    strengthWords: { 0: "base", 1: "as trained" },
    prompt: "Prompt",
    before: "base",
    after: (strength: number) => `with the adapter × ${strength}`,
    nothing: "Nothing to apply yet. Train an adapter, or load one.",
    empty: "(end of text at once)",
    losses: (own: [number | undefined, number | undefined], kept: [number | undefined, number | undefined]) =>
      (own[0] === undefined ? "" : `Loss on the learned text: ${nats(own[0])} → ${nats(own[1])}. `) +
      `Loss on a story of the base's own kind: ${nats(kept[0])} → ${nats(kept[1])}.`,
    merged: (gap: number, logits: number) =>
      `Merged into the weights or left beside them: ${count(logits)} logits, largest difference ${gap.toExponential(1)}.`,
    pending: "The model is writing…",
  },

  mix: {
    title: "What do two adapters make together?",
    prompt: "Prompt",
    strengths: "Strengths",
    names: { pirate: "pirate", telegram: "telegram", sorting: "sorting" } satisfies Record<Shipped, string>,
    without: "base alone",
    with: "with adapters",
    kinds,
    lossCaption: "Loss on a text of each kind, nats a token: without adapters, with them",
    summary: ({ strengths, losses }: MixView) => {
      const on = (Object.keys(strengths) as Shipped[]).filter((name) => strengths[name] !== 0);
      const mix = on.map((name) => `${name} × ${strengths[name]}`).join(" + ");
      const told = losses.map(({ kind, before, after }) => `${kinds[kind]} ${nats(before)} → ${nats(after)}`);
      return `${on.length === 0 ? "No adapter: the base." : `${mix}.`} Loss by text: ${told.join("; ")}.`;
    },
    reset: "All to 0",
    presets: { pirate: "pirate alone", both: "pirate + telegram", minus: "minus pirate" },
  },

  compare: {
    title: "What does learning cost the old text?",
    table: "The same as a table",
    step: "step",
    x: "loss on new telegrams →",
    y: "loss on the base's own stories →",
    caption:
      "Each way of training, from the base (ring) to the chosen step (mark). Down is less forgotten, left is more learned.",
    columns: ["trained", "numbers", "rows learned from", "new telegrams", "base's stories"],
    summary: (rows: { name: string; heldOut: number; base: number }[], step: number, from: number) =>
      `At step ${step}: ${rows.map(({ name, heldOut, base }) => `${name}: ${nats(heldOut)} on new telegrams, ${nats(base)} on the base's stories`).join("; ")}. The base's stories began at ${nats(from)}.`,
    status: "story-1m, trained by the code of this page; lessons/16-lora/study",
  },

  stale: {
    waiting: "still the older settings; waiting for the model…",
    pending: "still the older settings; working…",
    failed: "still the older settings",
    again: "still from before the model changed; working…",
  },
  nats,
  quote,
};

function share(part: number): string {
  return `${fixed(100 * part, part < 0.0995 ? 1 : 0)}%`;
}

export type LessonStrings = typeof en;

export function stringsFor(_locale: string): LessonStrings {
  return en;
}
