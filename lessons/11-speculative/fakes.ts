import type { Session } from "@/lib/model/language-model";
import { uniform } from "./chance";
import type { Writer } from "./decode";

/**
 * A model of `size` tokens whose logits are a fixed, arbitrary function of the last two tokens, for tests. It keeps a
 * transcript as a cache would, so that a wrong `rewind` shows in what it says. Token 0 ends a text.
 */
export function fakeModel(
  size: number,
  seed: number,
  contextLength = 64,
  endBias = 0,
): Writer & { open: number } {
  const logitsAfter = (text: readonly number[]) => {
    const [a, b] = [text[text.length - 2] ?? 0, text[text.length - 1]];
    const next = uniform(seed * 7919 + a * 101 + b);
    return Float32Array.from({ length: size }, (_, id) => 4 * next() + (id === 0 ? endBias : 0));
  };
  const model = {
    contextLength,
    open: 0,
    async start(_signal: AbortSignal | undefined, tokens: readonly number[]): Promise<Session> {
      const text = [...tokens];
      model.open++;
      const extend: Session["extend"] = async (signal, more) => {
        signal?.throwIfAborted();
        if (text.length + more.length > contextLength) throw new RangeError("The context is full.");
        const logits = new Float32Array(more.length * size);
        for (const [i, token] of more.entries()) {
          text.push(token);
          logits.set(logitsAfter(text), i * size);
        }
        return { logits, milliseconds: 0 };
      };
      return {
        logits: logitsAfter(text),
        decode: (signal, token) => extend(signal, [token]),
        extend,
        async rewind(_aborted, length) {
          if (length > text.length) throw new RangeError("There are not as many tokens.");
          text.length = length;
        },
        close() {
          model.open--;
        },
      };
    },
  };
  return model;
}
