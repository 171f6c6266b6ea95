import { bars, model } from "glassbox";
import { pick, ranking, softmax, uniform } from "../sampling";

const story = await model("story-1m");
const probs = softmax(await story.logits("Lily opened the box and found a")); // [2048]

const random = uniform(7); // the seed
const counts = new Map<number, number>();
for (let draw = 0; draw < 1000; draw++) {
  const id = pick(probs, random());
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

const top = ranking(probs).slice(0, 8);
const texts = await story.tokenTexts(top);
bars(
  top.flatMap((id, i) => [
    { label: `${texts[i]}, probability`, value: probs[id] },
    { label: `${texts[i]}, drawn`, value: (counts.get(id) ?? 0) / 1000 },
  ]),
);
