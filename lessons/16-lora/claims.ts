import { batch } from "@/lib/model/train-lora";
import { loraSize } from "./adapter";
import { config, losses, numbersIn, openingRank, sizes, trainSize } from "./measured";
import { runsOfStudy } from "./results";

/**
 * The figures of the prose: `<Value of="…"/>` prints what stands here, so prose and code cannot disagree.
 * `claims.test.ts` proves the sentences around them.
 */

/** GPT-3 as Hu et al. adapted it: its published size, and W_q and W_v of every layer. */
export const gpt3 = { parameters: 175e9, layers: 96, width: 12_288, rank: 4, matrices: 2 };
export const gpt3Adapter = gpt3.layers * gpt3.matrices * loraSize(gpt3.width, gpt3.width, gpt3.rank);

/** The end of a run of the study. */
export const endOf = (name: string) => runsOfStudy.find((run) => run.name === name)!.points.at(-1)!;

export const claims: Record<string, () => string> = {
  gpt3Bytes: () => `${(2 * gpt3.parameters) / 1e9} GB`,
  gpt3Rank: () => String(gpt3.rank),
  gpt3Adapter: () => whole(gpt3Adapter),
  gpt3AdapterBytes: () => `${((2 * gpt3Adapter) / 1e6).toFixed(0)} MB`,
  gpt3Ratio: () => whole(Math.round(gpt3.parameters / gpt3Adapter / 100) * 100),
  baseParameters: () => whole(sizes.base),
  pirateParameters: () => whole(numbersIn("pirate")),
  sortingParameters: () => whole(numbersIn("sorting")),
  pirateShare: () => `${((100 * numbersIn("pirate")) / sizes.base).toFixed(1)}%`,
  pirateBefore: () => losses.pirateBefore.toFixed(2),
  pirateAfter: () => losses.pirateAfter.toFixed(2),
  share4096: () => `${((100 * loraSize(4096, 4096, 8)) / 4096 ** 2).toFixed(2)}%`,
  width: () => String(config.d_model),
  rowsAStep: () => String(batch.rows),
  rowWidth: () => String(batch.width),
  trainRank1: () => whole(trainSize(1)),
  adamFull: () => megabytes(2 * 4 * sizes.story),
  adamLora: () => megabytes(2 * 4 * trainSize(openingRank)),
  slideZero: () => losses.slideZero.toFixed(2),
  slideMinus: () => losses.slideMinus.toFixed(2),
  bothTelegram: () => losses.bothTelegram.toFixed(2),
  aloneTelegram: () => losses.aloneTelegram.toFixed(2),
  forgetFrom: () => runsOfStudy[0].points[0].base.toFixed(2),
  forgetRank4: () => endOf("LoRA, rank 4").base.toFixed(2),
  forgetRank16: () => endOf("LoRA, rank 16").base.toFixed(2),
  uniform: () => Math.log(config.n_vocab).toFixed(2),
  forgetFull: () => endOf("all weights, rate 0.001").base.toFixed(2),
  forgetFullFast: () => endOf("all weights, rate 0.003").base.toFixed(2),
};

function whole(value: number): string {
  return value.toLocaleString("en-US");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
