import { chips } from "./chips";
import { tokenCeiling, weightBytes } from "./decode";
import { type Model, models } from "./models";
import { attainable, ridge } from "./roofline";
import { bytes, flops, three } from "./units";

/**
 * The figures of the prose: `<Value of="…"/>` prints what stands here, so prose and code cannot disagree.
 * `claims.test.ts` proves the sentences around them.
 */

const half = { weight: 2, kv: 2 };
const full = { weight: 4, kv: 4 };
/** The model of the puzzle, counted as roundly as the note counts it. */
export const thirtyFour: Model = { ...models.codellama34b, parameters: 34e9 };
/** Tokens a second that the note reports. */
export const reported = 20;
const { m2ultra, rtx4090, a100, h100, tpuv4, tpuv5p } = chips;
const roof = ({ peak, bandwidth }: typeof a100) => ({ peak: peak!, bandwidth });

/** Seconds from asking for a byte of a GPU's memory to having it: assumed, a round figure. */
export const latency = 600e-9;
/** Registers of an H100: streaming multiprocessors, and bytes each (its makers' white paper). */
export const registers = { processors: 132, bytes: 256 * 1024 };
/** MobileVLM's smaller language model, if its weights take 4 bits each. */
export const mobile = { parameters: 1.4e9, weight: 0.5, phone: 21.5, jetson: 65.3 };
/** int8 operations a second that Google gives for each chip. */
export const int8 = { tpuv4: 275e12, tpuv5p: 918e12 };

export const ceiling34 = () => tokenCeiling(thirtyFour, half, 1, 0, m2ultra.bandwidth);
export const story = models.story1m;

export const claims: Record<string, () => string> = {
  storyParameters: () => story.parameters.toLocaleString("en-US"),
  storyBytes: () => bytes(weightBytes(story, full)),
  bytes34: () => bytes(weightBytes(thirtyFour, half)),
  exactBytes34: () => bytes(weightBytes(models.codellama34b, half)),
  ceiling34: () => three(ceiling34()),
  perReading: () => three(reported / ceiling34()),
  a100Ridge: () => three(ridge(roof(a100))),
  h100Ridge: () => three(ridge(roof(h100))),
  a100AtOne: () => flops(attainable(1, roof(a100))),
  a100Share: () => percent(attainable(1, roof(a100)) / a100.peak!, 1),
  inFlight: () => bytes(h100.bandwidth * latency),
  registers: () => `${three((registers.processors * registers.bytes) / 2 ** 20)} MiB`,
  tpuBf16: () => three(tpuv5p.peak! / tpuv4.peak!),
  tpuInt8: () => three(int8.tpuv5p / int8.tpuv4),
  tpuMemory: () => three(tpuv5p.memory / tpuv4.memory),
  tpuBandwidth: () => three(tpuv5p.bandwidth / tpuv4.bandwidth),
  halfAnA100: () => percent(rtx4090.bandwidth / a100.bandwidth, 0),
  behindA100: () => percent(1 - rtx4090.bandwidth / a100.bandwidth, 0),
  mobileBytes: () => bytes(mobile.parameters * mobile.weight),
  phoneBandwidth: () => `${three((mobile.phone * mobile.parameters * mobile.weight) / 1e9)} GB/s`,
  jetsonBandwidth: () => `${three((mobile.jetson * mobile.parameters * mobile.weight) / 1e9)} GB/s`,
  ...Object.fromEntries(
    Object.entries(chips).map(([id, chip]) => [
      `${id}Ridge`,
      () => (chip.peak === undefined ? "–" : three(ridge(roof(chip)))),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(chips).map(([id, chip]) => [`${id}Bandwidth`, () => `${bytes(chip.bandwidth)}/s`]),
  ),
  ...Object.fromEntries(
    Object.entries(chips).map(([id, { peak }]) => [
      `${id}Peak`,
      () => (peak === undefined ? "not given" : flops(peak)),
    ]),
  ),
};

function percent(share: number, digits: number): string {
  return `${(100 * share).toFixed(digits)}%`;
}
