import { count, sizeOf } from "../count";
import { presetOf } from "../presets";
import { story } from "../story";

const { vocabularySize } = await model("story-1m"); // 2048, asked of the running network
const inFile = Object.values(story).reduce((sum, shape) => sum + sizeOf(shape), 0); // 1088256
const byRule = count(presetOf("story-1m").config).total;

table([
  {
    what: "rows of wte.weight",
    "in the file": story["wte.weight"][0],
    "from the network or the rule": vocabularySize,
  },
  { what: "all tensors", "in the file": inFile, "from the network or the rule": byRule },
]);
