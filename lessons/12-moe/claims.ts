import { card, figures, means, ours, parameters, rises, twinParameters } from "./measured";
import { expertsRead } from "./routing";
import { allTexts } from "./served";
import { mixtral, parametersRead, sizesOf } from "./sizes";
import { meanLoss } from "./view";

/**
 * The figures of the prose: `<Value of="…"/>` prints what stands here, so prose and code cannot disagree.
 * `claims.test.ts` proves the sentences around them.
 */

const big = sizesOf(mixtral);
const loads = figures.load.flat();
const late = rises.slice(2).flat();
const period = figures.likes[0].flat().find(({ text }) => text === ".")!;
const layers = [0, 1, 2, 3];
const readShare = (tokens: number) => parametersRead(mixtral, expertsRead(8, 2, tokens)) / big.total;

export const claims: Record<string, () => string> = {
  total: () => whole(parameters),
  active: () => whole(sizesOf(ours).active),
  twinParameters: () => whole(twinParameters),
  cardMoe: () => nats(card.heldOut.nats_per_token, 3),
  cardTwin: () => nats(card.twin.heldOut.nats_per_token, 3),
  ratio: () => (parameters / twinParameters).toFixed(1),
  tokensRead: () => (card.training.tokens / 1e6).toFixed(0),
  texts: () => String(Object.values(allTexts).flat().length),
  lossMoe: () => nats(means[1], 3),
  lossTwin: () => nats(meanLoss(figures.twin), 3),
  lossOne: () => nats(means[0], 3),
  lossThree: () => nats(means[2], 3),
  lossEight: () => nats(means[7], 3),
  leastOff0: () => nats(Math.min(...rises[0])),
  mostOff0: () => nats(Math.max(...rises[0])),
  mostOffLate: () => nats(Math.max(...late)),
  sums5: () => percent(figures.loads[0].sums[5]),
  story5: () => percent(figures.loads[0].story[5]),
  ...Object.fromEntries(
    layers.flatMap((layer) =>
      (["blind", "kind", "token"] as const).map((known) => [
        `${known}${layer}`,
        () => percent(figures.guess[layer][known]),
      ]),
    ),
  ),
  periods: () => percent(period.count / figures.tokens),
  idlest: () => percent(Math.min(...loads), 1),
  busiest: () => percent(Math.max(...loads), 1),
  balanceLeast: () => nats(Math.min(...figures.balance)),
  balanceMost: () => nats(Math.max(...figures.balance)),
  mixtralTotal: () => whole(big.total),
  mixtralActive: () => whole(big.active),
  mixtralTotalShort: () => (big.total / 1e9).toFixed(1),
  mixtralActiveShort: () => (big.active / 1e9).toFixed(1),
  mixtralBytes: () => `${((2 * big.total) / 1e9).toFixed(0)} GB`,
  readOne: () => percent(readShare(1)),
  expertsEight: () => expertsRead(8, 2, 8).toFixed(1),
  readEight: () => percent(readShare(8)),
};

function whole(value: number): string {
  return value.toLocaleString("en-US");
}

function nats(value: number, decimals = 2): string {
  return value.toFixed(decimals);
}

function percent(share: number, decimals = 0): string {
  return `${(100 * share).toFixed(decimals)}%`;
}
