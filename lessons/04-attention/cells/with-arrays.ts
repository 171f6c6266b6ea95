const params = await weights("story-1m");
const inLayer = (name: string) => params[`h.${layer}.${name}`];
const stream = np.array(read.residual![layer]); // [T, 128], what enters the layer
const [T, d] = stream.shape;

const centered = stream.sub(stream.mean(-1, { keepdims: true })); // [T, 128]
const deviation = centered.square().mean(-1, { keepdims: true }).add(1e-5).sqrt(); // [T, 1]
const normalized = centered.div(deviation).mul(inLayer("ln_1.weight")).add(inLayer("ln_1.bias")); // [T, 128]

const qkv = normalized.matmul(inLayer("attn.c_attn.weight")).add(inLayer("attn.c_attn.bias")); // [T, 384]
const [queries, keys] = np.split(qkv, 3, -1).map((y) => y.reshape([T, 4, d / 4]).transpose([1, 0, 2])); // [H, T, 32]
const fits = queries.matmul(keys.transpose([0, 2, 1])).div(Math.sqrt(d / 4)); // [H, T, T]
const maps = nn.softmax(np.where(np.tril(np.ones([T, T])), fits, -Infinity)); // [H, T, T]

heatmap(maps.slice(head), { rowLabels: names, columnLabels: names, title: `layer ${layer}, head ${head}` });
const distance = maps.sub(read.attention![layer]).abs().max().item();
display(`largest difference from the model's own four maps: ${distance.toExponential(1)}`);
