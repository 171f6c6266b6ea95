import { examples as all } from "../kinds";
import { expertsRead } from "../routing";

const long = await moe.trace(all.story + all.recipe, { router: true });
const sizes = [1, 2, 4, 8, 16, 32].filter((size) => size <= long.tokens.length);
const found = sizes.map((size) => {
  const seen: number[] = []; // different experts among `size` neighbors, over all layers and places
  for (const inLayer of long.gates!)
    for (let from = 0; from + size <= inLayer.length; from++) {
      const step = inLayer.slice(from, from + size);
      seen.push([0, 1, 2, 3, 4, 5, 6, 7].filter((e) => step.some((row) => row[e] > 0)).length);
    }
  const mean = seen.reduce((a, b) => a + b) / seen.length;
  return { "tokens in one step": size, "experts read": mean, "if independent": expertsRead(8, 2, size) };
});
table(found);
expect(found[0]["experts read"], "one token").toBe(2);
