import { pick, softmax, uniform } from "../sampling";

const chances = softmax(open); // [2048]
const next = uniform(7); // the seed
const counts = new Map<number, number>();
for (let draw = 0; draw < 1000; draw++) {
  const id = pick(chances, next());
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

const likeliest = top.slice(0, 8);
const texts = await story.tokenTexts(likeliest);
bars(
  likeliest.flatMap((id, i) => [
    { label: `${texts[i]}, probability`, value: chances[id] },
    { label: `${texts[i]}, drawn`, value: (counts.get(id) ?? 0) / 1000 },
  ]),
);
