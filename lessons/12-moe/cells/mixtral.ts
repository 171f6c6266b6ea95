const [layers, d, heads, kvHeads, headSize] = [32, 4096, 32, 8, 128];
const [hidden, vocabulary, inLayerExperts, perToken] = [14_336, 32_000, 8, 2];

const attention = d * headSize * (2 * heads + 2 * kvHeads); // q and output, k and v
const oneExpert = 3 * d * hidden; // gate, up, down: SwiGLU
const everyToken = 2 * vocabulary * d + layers * (attention + d * inLayerExperts + 2 * d) + d;

const held = everyToken + layers * inLayerExperts * oneExpert;
const used = everyToken + layers * perToken * oneExpert;
table([
  { part: "met by every token", parameters: everyToken },
  { part: "one expert of one layer", parameters: oneExpert },
  { part: "held", parameters: held },
  { part: "used by one token", parameters: used },
]);
expect(held, "all parameters").toBe(46_702_792_704);
expect(used, "active parameters").toBe(12_879_925_248);
display(`eight whole models of 7.24 billion: ${(8 * 7.24).toFixed(0)} billion`);
