import { decodeStep, prefill } from "../decode";
import type { TokenFigures } from "../measure/store";
import { models } from "../models";
import { type Device, intensity } from "../roofline";

export interface Roof extends Device {
  id: string;
  letter: string;
  name: string;
  strong?: boolean;
}

export interface Point {
  /** FLOP a byte. */
  at: number;
  /** FLOP/s */
  rate: number;
  name: string;
}

/** Where the page's model was found to run: arithmetic done for the tokens it read or wrote, per second. */
export function toMeasuredPoints({ decode, context, prefill: texts }: TokenFigures): Point[] {
  const shape = models.story1m;
  const stored = { weight: 4, kv: 4 };
  const each = 2 * shape.parameters; // FLOP a token
  const one = {
    at: intensity(decodeStep(shape, stored, 1, context)),
    rate: each * decode.median,
    name: "decode",
  };
  return [
    one,
    ...texts.map(({ tokens, rate }) => ({
      at: intensity(prefill(shape, stored, 1, tokens)),
      rate: each * rate.median,
      name: `prefill ${tokens}`,
    })),
  ];
}
