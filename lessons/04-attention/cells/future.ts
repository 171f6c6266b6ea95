const kept = await story.trace("Lily found a red box", { attention: true });
const changed = await story.trace("Lily found a red ball", { attention: true }); // another last word

const moved = (t: number) =>
  Math.max(...kept.logits[t].map((logit, id) => Math.abs(logit - changed.logits[t][id]))); // over [2048]
const ahead = (t: number) => Math.max(0, ...kept.attention!.flat().flatMap((head) => head[t].slice(t + 1))); // all 16 heads

const keptNames = ["start", ...(await story.tokenTexts(kept.tokens.slice(1)))]; // [T]
table(
  keptNames.map((name, t) => ({
    position: t,
    token: name,
    "logits moved by": moved(t),
    "largest look ahead": ahead(t),
  })),
);
