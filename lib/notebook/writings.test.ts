import { describe, expect, it } from "vitest";
import { servedAtBuild } from "@/lib/content/services";
import { Writings } from "./writings";

const model = await servedAtBuild("story-1m");
const text = "Once upon a time";

async function write(args: object, signal = new AbortController().signal) {
  const writings = new Writings();
  const writing = writings.start(signal, model, { model: "story-1m", text, ...args });
  const tokens = [];
  for (let next = await writings.next(writing); next; next = await writings.next(writing)) tokens.push(next);
  return tokens;
}

describe("texts written for cells", () => {
  it("come token by token, the likeliest ones at temperature 0", async () => {
    const tokens = await write({ temperature: 0, maxTokens: 5 });
    expect(tokens).toHaveLength(5);
    const { logits } = await model.trace(undefined, [0, ...model.tokenizer.encode(text)]);
    const last = logits.subarray(-model.config.n_vocab);
    expect(tokens[0]).toEqual({
      id: last.indexOf(last.reduce((a, b) => Math.max(a, b))),
      text: model.tokenizer.text(tokens[0].id),
      probability: 1,
    });
  });

  it("are the same for the same seed", async () => {
    const ids = async (seed: number) => (await write({ seed, maxTokens: 12 })).map(({ id }) => id);
    expect(await ids(3)).toEqual(await ids(3));
    expect(await ids(3)).not.toEqual(await ids(4));
  });

  it("end with the token that completes a stop text", async () => {
    const tokens = await write({ temperature: 0, stop: ["."] });
    const written = tokens.map((token) => token.text).join("");
    expect(written.indexOf(".")).toBe(written.length - 1);
  });

  it("end with their cell's run, and make room for newer ones", async () => {
    const over = new AbortController();
    const writings = new Writings();
    const start = () => writings.start(over.signal, model, { model: "story-1m", text });
    const first = start();
    expect(await writings.next(first)).toMatchObject({ id: expect.any(Number) });
    const later = [start(), start(), start(), start()];
    await expect(writings.next(first)).rejects.toThrow(
      "This text was ended: at most 4 are written at a time",
    );
    over.abort();
    await expect(writings.next(later[3])).rejects.toThrow("only as long as their cell runs");
  });

  it("end where the context is full, and are refused after a prompt that does not fit", async () => {
    const written = await write({ text: " the".repeat(250), maxTokens: 20, temperature: 1, seed: 3 });
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThanOrEqual(6);
    await expect(write({ text: " the".repeat(400) })).rejects.toThrow(
      "400 tokens; the model reads at most 255 at once",
    );
  });
});
