import { table } from "glassbox";
import { decodeStep, prefill } from "../decode";
import { models } from "../models";
import { intensity } from "../roofline";

const model = models.codellama34b;
const stored = { weight: 2, kv: 2 }; // bytes a number
const T = 1024; // tokens in each text

// By hand: 2 FLOP and 2 bytes for each weight, so B texts do B FLOP a byte, were it not for the cache.
const rows = [1, 4, 16, 64, 256, 1024, 4096].map((B) => ({
  texts: B,
  "decode, FLOP/B": intensity(decodeStep(model, stored, B, T)),
  "without the cache": B,
  "prefill, FLOP/B": intensity(prefill(model, stored, B, T)),
}));
table(rows);
