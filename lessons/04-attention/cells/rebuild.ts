import { display, heatmap, model } from "glassbox";
import { attendResidual, readLayer } from "../layer";
import { largestGap } from "../matrix";

const [layer, head] = [3, 1];
const story = await model("story-1m");
const { tokens, attention, residual } = await story.trace("Lily found a red box. She opened the box", {
  attention: true,
  residual: true,
});

const weights = await readLayer(story.weights, layer); // c_attn: [128, 384], c_proj: [128, 128]
const { heads } = attendResidual(residual![layer], weights, 4); // 4 × [T, T]

const names = ["start", ...(await story.tokenTexts(tokens.slice(1)))];
heatmap(heads[head].weights, {
  rowLabels: names,
  columnLabels: names,
  title: `layer ${layer}, head ${head}, rebuilt`,
});

const gaps = heads.map((mine, h) => largestGap(mine.weights, attention![layer][h]));
display(`largest difference from the model's own four maps: ${Math.max(...gaps).toExponential(1)}`);
