import type { Device } from "@/lib/model/protocol";
import { count, fixed, percent } from "@/lib/plot/format";
import { printed } from "@/lib/plot/visible";
import { type Kind, kindNames, kinds } from "./kinds";
import { writeLimit } from "./presets";
import type { Address, Losses } from "./view";

const devices: Record<Device, string> = { wasm: "WASM", webgpu: "WebGPU" };
const share = (part: number) => `${fixed(100 * part, 0)}%`;
const nats = (value: number) => fixed(value, 2);
const signed = (value: number) => `${value > 0 ? "+" : ""}${nats(value)}`;
const list = (items: string[]) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
const times = (number: number, one: string, many = `${one}s`) =>
  `${count(number)} ${number === 1 ? one : many}`;
const billions = (parameters: number) =>
  parameters >= 1e9 ? `${fixed(parameters / 1e9, 1)} billion` : `${fixed(parameters / 1e6, 2)} million`;
const bytes = (size: number) => (size >= 1e9 ? `${fixed(size / 1e9, 1)} GB` : `${fixed(size / 1e6, 1)} MB`);

export interface MemoryCount {
  held: number;
  read: number;
  used: number;
  tokens: number;
  expertsRead: number;
  experts: number;
}

/** Words and sentences of this lesson's instruments. Other languages hold the same keys. */
const en = {
  kinds,
  start: "start",
  end: "end of text",
  layer: (layer: number) => `layer ${layer}`,
  expert: (expert: number) => `expert ${expert}`,
  stop: "Stop",
  share,
  nats,
  signed,
  billions,
  bytes,
  status: {
    reference: "computed when this page was built",
    kept: "measured beforehand on held-out texts",
    measured: (milliseconds: number, device: Device) =>
      `${Math.round(milliseconds)} ms on ${devices[device]}`,
    failed: (reason: string) => `That did not work: ${reason}`,
  },
  stale: {
    waiting: "still the older text; waiting for the model…",
    pending: "still the older settings; working…",
    failed: "still the older settings",
    again: "still from before the model changed; working…",
  },
  text: {
    label: "Text",
    note: (tokens: number) =>
      tokens === 0 ? "Empty: the model reads only the start token." : times(tokens, "token"),
  },

  routes: {
    title: "Which experts read each token?",
    kind: "A text of each kind",
    at: "token, counted from 0",
    stream: "Tokens, each with the experts that ran: a row is a layer, a column an expert",
    legend:
      "Under each token: layers from top to bottom, experts 0 to 7 from left to right. The darker a mark, the more its expert counts.",
    card: (text: string, chosen: { expert: number; weight: number }[][]) =>
      `${text}: ${chosen.map((ones, layer) => `layer ${layer}, ${list(ones.map(({ expert }) => `expert ${expert}`))}`).join("; ")}`,
    table: (text: string) => `What the routers made of ${text}`,
    probability: "probability",
    hint: "In each square, how probable the router finds the expert; below it, where the expert ran, the weight of its output.",
    summary: (text: string, chosen: { expert: number; weight: number }[][]) =>
      `${text}: ${chosen
        .map(
          (ones, layer) =>
            `in layer ${layer} ${list(ones.map(({ expert, weight }) => `expert ${expert} (${share(weight)})`))}`,
        )
        .join(", ")}.`,
    spread: (pairs: number, tokens: number) =>
      `${times(tokens, "token")} ${tokens === 1 ? "takes" : "take"} ${times(pairs, "different path")} through the four layers.`,
  },

  likes: {
    title: "Does an expert have a subject?",
    layer: "layer",
    expert: "expert",
    text: "A text of yours",
    own: "your text",
    all: "all eight kinds",
    kind: "kind of text",
    caption: (layer: number) =>
      `Share of the choices in layer ${layer} that fell on each expert; even would be 12.5%`,
    tokens: (layer: number, expert: number) => `What expert ${expert} of layer ${layer} gets most of`,
    token: (text: string, part: number, seen: number) =>
      `${printed(text)}: ${share(part)} of ${count(seen)} came here`,
    columns: { of: (seen: number) => `of ${count(seen)}` },
    summary: (layer: number, expert: number, least: [Kind, number], most: [Kind, number], load: number) =>
      `Expert ${expert} of layer ${layer} takes ${percent(load)} of all choices, from ${percent(least[1])} in ${kinds[least[0]]} to ${percent(most[1])} in ${kinds[most[0]]}.`,
    ownSays: (part: number) => `In your text it takes ${percent(part)}.`,
  },

  switches: {
    title: "What if other experts ran, or fewer, or more?",
    perToken: { label: "experts per token", hint: "It was trained with 2." },
    grid: "Experts, on or off",
    gridHint: "Fill: how much the loss rose with that expert alone switched off.",
    off: "experts switched off, as layer.expert",
    prompt: "Prompt",
    allOn: "All on",
    button: ([layer, expert]: Address, on: boolean, rise?: number) =>
      `layer ${layer}, expert ${expert}, ${on ? "on" : "off"}${rise === undefined ? "" : `; alone off, the loss changes by ${signed(rise)}`}`,
    last: "The last expert of a layer stays on.",
    curve: "Mean loss on all kinds by experts per token, nats a token, all switched on",
    twin: (loss: number) => `dashed, dense twin: ${nats(loss)}`,
    marker: (perToken: number, loss: number) => `${perToken}: ${nats(loss)}`,
    losses: "Loss by kind of text, nats a token: as trained → now",
    before: "as trained",
    after: "now",
    emptyText: "(end of text at once)",
    summary: (perToken: number, off: number, before: number, after: number, worst: [Kind, number]) =>
      `${times(perToken, "expert")} per token${off === 0 ? "" : `, ${times(off, "expert")} off`}: the mean loss over the kinds is ${nats(after)} nats a token, ${nats(before)} as trained. ` +
      (Math.abs(worst[1]) < 0.005
        ? "No kind has lost anything."
        : worst[1] < 0
          ? "Every kind has gained a little."
          : `Most is lost in ${kinds[worst[0]]}: ${signed(worst[1])}.`),
    trial: {
      start: "Switch off each in turn",
      status: {
        done: "",
        running: "One expert after the other…",
        stopped: "Stopped; what was measured stays.",
        failed: "",
      },
      worst: ([layer, expert]: Address, rise: number) =>
        `Missed most: expert ${expert} of layer ${layer}, ${signed(rise)} nats a token.`,
      waiting: "The model has to be loaded first.",
    },
    tableK: "Every number of experts as a table",
    columnsK: { k: "experts per token", mean: "mean", twin: "dense twin" },
    limit: `at most ${writeLimit} tokens, always the likeliest`,
  },

  memory: {
    title: "What does a step read, and what does it compute?",
    model: "model",
    models: { mixtral: "Mixtral 8x7B", moe: "moe, on this page" },
    experts: { label: "experts in each layer" },
    active: { label: "experts per token" },
    tokens: { label: "tokens in one step" },
    rows: {
      held: "held in memory",
      read: "read in this step",
      used: "computed with, per token",
    },
    shares: { shared: "attention, embeddings, routers", experts: "experts" },
    columns: ["parameters that are", "in all", "bytes, 16 bits", "of all"] as const,
    table: "Parameters held, read and computed with",
    caption:
      "Parameters: the first part of a bar is what every token meets, the second is experts; hatched parts rest",
    summary: ({ held, read, used, tokens, expertsRead: seen, experts }: MemoryCount) =>
      `${billions(held)} parameters, ${bytes(2 * held)}, must be in memory. A token computes with ${billions(used)}, ${share(used / held)} of them. ` +
      `A step over ${times(tokens, "token")} needs ${fixed(seen, 1)} of ${times(experts, "expert")} in each layer and reads ${bytes(2 * read)}, ${share(read / held)}.`,
    status: "computed in this page; choices taken as even and independent",
  },
};

export type LessonStrings = typeof en;

/** Kind with the smallest and the largest of some numbers. */
export function extremes(values: Losses): [least: [Kind, number], most: [Kind, number]] {
  const sorted = kindNames.map((kind): [Kind, number] => [kind, values[kind]]).sort((a, b) => a[1] - b[1]);
  return [sorted[0], sorted[sorted.length - 1]];
}

/** This lesson's strings in a language, in English until somebody has translated them. */
export function stringsFor(_locale: string): LessonStrings {
  return en;
}
