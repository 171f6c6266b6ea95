import { model, table } from "glassbox";

const story = await model("story-1m");
const kept = await story.trace("Lily found a red box", { attention: true });
const changed = await story.trace("Lily found a red ball", { attention: true }); // another last word

const names = ["start", ...(await story.tokenTexts(kept.tokens.slice(1)))]; // [T]
const gap = (t: number) =>
  Math.max(...kept.logits[t].map((logit, id) => Math.abs(logit - changed.logits[t][id]))); // over [2048]
const ahead = (t: number) => Math.max(0, ...kept.attention!.flat().flatMap((head) => head[t].slice(t + 1))); // all 16 heads

table(
  names.map((name, t) => ({
    position: t,
    token: name,
    "logits moved by": gap(t),
    "largest look ahead": ahead(t),
  })),
);
