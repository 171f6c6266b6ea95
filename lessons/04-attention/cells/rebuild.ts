import { attendResidual, readLayer } from "../layer";
import { largestGap } from "../matrix";

const story = await model("story-1m");
const read = await story.trace("Lily found a red box. She opened the box", {
  attention: true,
  residual: true,
});

const learned = await readLayer(story.weights, layer); // c_attn: [128, 384], c_proj: [128, 128]
const rebuilt = attendResidual(read.residual![layer], learned, 4); // heads: 4 × [T, T]

const names = ["start", ...(await story.tokenTexts(read.tokens.slice(1)))];
heatmap(rebuilt.heads[head].weights, {
  rowLabels: names,
  columnLabels: names,
  title: `layer ${layer}, head ${head}, rebuilt`,
});

const gaps = rebuilt.heads.map((mine, h) => largestGap(mine.weights, read.attention![layer][h]));
display(`largest difference from the model's own four maps: ${Math.max(...gaps).toExponential(1)}`);
