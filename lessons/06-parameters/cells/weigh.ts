import { model, table } from "glassbox";
import { count, sizeOf } from "../count";
import { presetOf } from "../presets";
import { story } from "../story";

const vocabulary = (await model("story-1m")).vocabularySize; // 2048, asked of the running network
const inFile = Object.values(story).reduce((sum, shape) => sum + sizeOf(shape), 0); // 1088256
const { config } = presetOf("story-1m");

table([
  {
    what: "rows of wte.weight",
    "in the file": story["wte.weight"][0],
    "from the network or the rule": vocabulary,
  },
  { what: "all tensors", "in the file": inFile, "from the network or the rule": count(config).total },
]);
