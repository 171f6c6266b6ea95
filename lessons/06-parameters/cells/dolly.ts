import { table } from "glassbox";
import { count, ruleOfThumb } from "../count";
import { presetOf } from "../presets";

const [L, H, V] = [32, 2560, 50_280];
const layers = L * (12 * H ** 2 + 13 * H); // 2517647360
const byHand = V * H + layers + 2 * H + V * H; // embedding, layers, last norm, output head

table([
  { what: "by hand", parameters: byHand },
  { what: "the lesson's count", parameters: count(presetOf("dolly").config).total },
  { what: "12·L·H², H = 2560", parameters: ruleOfThumb({ layers: L, width: H }) },
  { what: "12·L·H², H = 7680", parameters: ruleOfThumb({ layers: L, width: 3 * H }) },
]);
