import { count } from "../count";
import { hold, train } from "../memory";
import { presetNames, presetOf } from "../presets";

const gigabytes = (bytes: number) => Number((bytes / 1e9).toPrecision(3));
const larger = presetNames.slice(2); // the two smallest fit anywhere

table(
  larger.map((name) => {
    const { total } = count(presetOf(name).config);
    return {
      model: name,
      "fp16, GB": gigabytes(hold(total, "fp16")),
      "int4, GB": gigabytes(hold(total, "int4")),
      "training, GB": gigabytes(train(total, "mixed")),
      "trains on 80 GB": train(total, "mixed") <= 80e9,
    };
  }),
);
