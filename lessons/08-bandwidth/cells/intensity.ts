import { decodeStep, prefill } from "../decode";
import { models } from "../models";
import { intensity } from "../roofline";

const llama = models.codellama34b; // in 16 bits, T tokens in each text, as above

// By hand: 2 FLOP and 2 bytes for each weight, so B texts do B FLOP a byte, were it not for the cache.
table(
  [1, 4, 16, 64, 256, 1024, 4096].map((B) => ({
    texts: B,
    "decode, FLOP/B": intensity(decodeStep(llama, stored, B, T)),
    "without the cache": B,
    "prefill, FLOP/B": intensity(prefill(llama, stored, B, T)),
  })),
);
