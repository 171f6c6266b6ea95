import { byKind, kindNames } from "../kinds";
import { shape } from "../presets";
import { balanceLoss, loads } from "../routing";
import { allTexts, moe, probes, twin, weights } from "../served";
import { guessFirst, likingsOf, type Seen } from "../specialty";
import { chosenBy, type Losses, lossesOn, readRoutes, type Texts } from "../view";
import type { Figures } from "./figures";

const range = (length: number) => Array.from({ length }, (_, i) => i);
const round = (value: number) => Number(value.toFixed(4));
const rounded = (losses: Losses) => byKind((kind) => round(losses[kind]));

/** Likings are of tokens seen so often, and of each expert the first few. */
const [least, most] = [12, 8];

/** Nats a token with K experts each. */
export async function lossWith(perToken: number): Promise<Losses> {
  return rounded(await lossesOn(undefined, moe, allTexts, { perToken }));
}

/** What it costs to switch an expert off, in nats a token. */
export async function riseWithout(layer: number, expert: number): Promise<Losses> {
  const whole = await lossesOn(undefined, moe, probes);
  const without = await lossesOn(undefined, moe, probes, { off: [[layer, expert]] });
  return rounded(byKind((kind) => without[kind] - whole[kind]));
}

/** Everything that `figures.json` holds. Takes minutes. */
export async function measure(log: (line: string) => void): Promise<Figures> {
  const perToken: Losses[] = [];
  for (const k of range(shape.experts)) {
    perToken.push(await lossWith(k + 1));
    log(`${k + 1} experts: ${JSON.stringify(perToken[k])}`);
  }
  const off: Losses[][] = range(shape.layers).map(() => []);
  for (const layer of range(shape.layers))
    for (const expert of range(shape.experts)) off[layer].push(await riseWithout(layer, expert));
  log("each expert switched off once");
  return {
    weights,
    ...{ perToken, off },
    twin: rounded(await lossesOn(undefined, twin, allTexts)),
    ...(await measureRoutes(allTexts)),
  };
}

/** Who was sent where. */
export async function measureRoutes(texts: Texts) {
  const gates: number[][][] = range(shape.layers).map(() => []); // [L][all tokens][E]
  const router: number[][][] = range(shape.layers).map(() => []);
  const seen: Seen[][] = range(shape.layers).map(() => []);
  for (const kind of kindNames)
    for (const [i, text] of texts[kind].entries()) {
      const view = await readRoutes(undefined, moe, text);
      for (const layer of range(shape.layers)) {
        gates[layer].push(...view.gates[layer]);
        router[layer].push(...view.router[layer]);
        for (const [t, { id: token }] of view.pieces.entries()) {
          const chosen = chosenBy(view, layer, t).map(({ expert }) => expert);
          seen[layer].push({ token, kind, half: i % 2 === 0 ? 0 : 1, chosen });
        }
      }
    }
  const ofKind = (layer: number, kind: string) =>
    loads(gates[layer].filter((_, i) => seen[layer][i].kind === kind)).map(round);
  return {
    tokens: seen[0].length,
    load: gates.map((rows) => loads(rows).map(round)),
    loads: range(shape.layers).map((layer) => byKind((kind) => ofKind(layer, kind))),
    balance: gates.map((rows, layer) => round(balanceLoss(rows, router[layer]))),
    guess: seen.map((all) => {
      const { blind, kind, token } = guessFirst(all);
      return { blind: round(blind), kind: round(kind), token: round(token) };
    }),
    likes: seen.map((all) =>
      range(shape.experts).map((expert) =>
        likingsOf(all, expert, least, most).map(({ token, count, share }) => ({
          text: token === 0 ? "" : moe.tokenizer.text(token),
          count,
          share: round(share),
        })),
      ),
    ),
  };
}
