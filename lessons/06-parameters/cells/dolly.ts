import { count, ruleOfThumb } from "../count";
import { presetOf } from "../presets";

const [L, V] = [32, 50_280]; // and H, from the cell above
const layers = L * layer; // 2517647360
const byHand = V * H + layers + 2 * H + V * H; // embedding, layers, last norm, output head

table([
  { what: "by hand", parameters: byHand },
  { what: "the lesson's count", parameters: count(presetOf("dolly").config).total },
  { what: `12·L·H², H = ${H}`, parameters: ruleOfThumb({ layers: L, width: H }) },
  { what: `12·L·H², H = ${3 * H}`, parameters: ruleOfThumb({ layers: L, width: 3 * H }) },
]);
