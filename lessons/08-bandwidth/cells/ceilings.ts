import { chips } from "../chips";
import { tokenCeiling, weightBytes } from "../decode";
import { models } from "../models";

const stored = { weight: 2, kv: 2 }; // 16 bits
const T = 1024;

const ceilings = Object.values(models).map((model) => {
  const fits = (memory: number) => weightBytes(model, stored) < memory;
  const speed = ({ bandwidth, memory }: (typeof chips)[string]) =>
    fits(memory) ? Number(tokenCeiling(model, stored, 1, T, bandwidth).toPrecision(3)) : "too big";
  const { m2ultra, rtx4090, h100 } = chips;
  return {
    model: model.name,
    "GB in 16 bits": Number((weightBytes(model, stored) / 1e9).toPrecision(3)),
    "M2 Ultra": speed(m2ultra),
    "RTX 4090": speed(rtx4090),
    H100: speed(h100),
  };
});
table(ceilings); // tokens a second, one text
