import { count, parts } from "../count";
import { presetOf } from "../presets";

const H = 2560; // dolly-v2-3b
const linear = (from: number, to: number) => from * to + to; // matrix [from, to], bias [to]

const qkv = linear(H, 3 * H); // 3H² + 3H
const projection = linear(H, H); // H² + H
const ffn = linear(H, 4 * H) + linear(4 * H, H); // 8H² + 5H
const norms = 2 * (H + H); // two, each a scale [H] and a shift [H]

const layer = qkv + projection + ffn + norms; // 78676480
const one = { ...presetOf("dolly").config, layers: 1 };
const lessons = count(one, parts.slice(2, 11)).total; // the lesson's count, inside a layer
table([{ layer, "12H² + 13H": 12 * H ** 2 + 13 * H, "the lesson's count": lessons }]);
