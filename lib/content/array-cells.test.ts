import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type Display, textDisplay } from "@/lib/notebook/display";
import { prerenderPage } from "@/lib/notebook/prerender";
import { importLine, noteLine, readModelSource } from "./model-source";
import { servicesAtBuild } from "./services";

/** Runs cells, by id, as a page of the site would. */
async function run(cells: Record<string, string>): Promise<Record<string, Display[]>> {
  const list = Object.entries(cells).map(([id, code]) => ({ id, title: id, code }));
  const shown = await prerenderPage("test", list, [], {}, servicesAtBuild);
  return Object.fromEntries([...shown].map(([id, { outputs }]) => [id, outputs]));
}

const text = (display: Display) => textDisplay.parse(display).text;

describe("arrays in cells", () => {
  it("need no import, and pass from cell to cell", async () => {
    const { b } = await run({
      a: "const x = np.array([[1, 2], [3, 4]]);",
      b: "nn.softmax(x.matmul(x.T)).sum(1).js().join()",
    });
    expect(b.map(text)).toEqual(["1,1"]);
  });

  it("differentiate, compile and draw random numbers", async () => {
    const { a } = await run({
      a: [
        "const w = random.normal(random.key(0), [3]);",
        "const slope = jit(grad((w) => w.square().sum()))(w);",
        "np.allclose(slope, w.mul(2))",
      ].join("\n"),
    });
    expect(a.map(text)).toEqual(["true"]);
  });

  it("say at the reader's line which shapes do not fit", async () => {
    const { a } = await run({ a: "const x = np.ones([8, 64]);\n\nx.matmul(np.ones([32, 64]));" });
    expect(a).toEqual([
      {
        kind: "error",
        name: "ShapeError",
        message: "matmul: (8, 64) · (32, 64): inner sizes 64 and 32 differ; did you mean the transpose?",
        line: 3,
      },
    ]);
  });
});

describe("models in cells", () => {
  it("write token by token", async () => {
    const { a } = await run({
      a: [
        'const lm = await model("story-1m");',
        "const written = [];",
        'for await (const token of lm.generate("Once upon a", { temperature: 0, maxTokens: 3 })) written.push(token.text);',
        'written.join("|")',
      ].join("\n"),
    });
    expect(a.map(text)).toEqual([expect.stringMatching(/^ time\|,\| /)]);
  });

  it("are traced and give single tensors", async () => {
    const { a } = await run({
      a: [
        'const story = await model("story-1m");',
        'const { attention, tokens: ids } = await story.trace("Once upon a time", { attention: true });',
        'const bias = await story.weights("h.0.attn.c_attn.bias"); // [384]',
        "[ids.length, bias.length, Math.round(attention[0][0][2].reduce((a, b) => a + b) * 1e5)].join()",
      ].join("\n"),
    });
    expect(a.map(text)).toEqual(["5,384,100000"]);
  });

  it("give all their weights as arrays", async () => {
    const { a } = await run({
      a: 'const params = await weights("story-1m");\n[...params["wte.weight"].shape, params["ln_f.bias"].dtype].join()',
    });
    expect(a.map(text)).toEqual(["2048,128,float32"]);
  });
});

describe("the opened model", () => {
  const compare = (text = "Lily found a red box. She opened the") => ({
    compare: [
      'const shipped = await model("story-1m");',
      'const changed = await model("story-1m", { forward });',
      `await compareModels(shipped, changed, ${JSON.stringify(text)});`,
    ].join("\n"),
  });

  it("is the very file that the page runs, but for its import", async () => {
    const file = await readFile("lib/model/gpt.ts", "utf8");
    expect((await readModelSource()).replace(noteLine, importLine)).toBe(file);
  });

  it("computes what the page computes, as long as nobody changes it", async () => {
    const { gpt, compare: shown } = await run({ gpt: await readModelSource(), ...compare() });
    expect(gpt).toEqual([]);
    expect(shown.map(({ kind }) => kind)).toEqual(["text", "table"]);
    expect(text(shown[0])).toBe("They do not part: residual streams and logits agree at every token.");
  });

  it("parts from it where it is changed: without the scale, in the first layer", async () => {
    const source = (await readModelSource()).replace(", Math.sqrt(d_head))", ", 1)");
    const { compare: shown } = await run({ gpt: source, ...compare() });
    expect(text(shown[0])).toMatch(
      /^They part first in layer 0, at token 1 \("Lily"\): the residual streams differ by \d\.\d+\.$/,
    );
    expect(shown[1]).toMatchObject({ columns: ["next token", "story-1m", "story-1m, changed"] });
    expect(shown[2]).toMatchObject({ kind: "heatmap", columnLabels: expect.arrayContaining([" box"]) });
  });

  it("writes with the change, token by token", async () => {
    const source = (await readModelSource()).replace("nn.gelu(", "nn.relu(");
    const { write } = await run({
      gpt: source,
      write: [
        'const lm = await model("story-1m", { forward });',
        "const written = [];",
        'for await (const { text } of lm.generate("Once", { maxTokens: 4 })) written.push(text);',
        "written.length",
      ].join("\n"),
    });
    expect(write.map(text)).toEqual(["4"]);
  });

  it("says what is wrong with a forward pass that returns something else", async () => {
    const { compare: shown } = await run({
      gpt: "const forward = (params) => ({ logits: params['ln_f.bias'], attention: [], residual: [] });",
      ...compare(),
    });
    expect(shown).toMatchObject([
      { kind: "error", message: expect.stringContaining("logits of shape (128)"), line: 3 },
    ]);
  });
});
