import type { Tensor } from "../arrays/api";
import type { Question, StandInAnswer } from "../model/stand-in";
import { type Reader, readerOf } from "./changed-model";
import type { CallService } from "./services";
import type { CellModel } from "./stdlib";

/** Lets a changed model answer the demos of the page until the cell's run ends; see `Stdlib.runInDemos`. */
export function serveDemos(lm: CellModel, call: CallService): void {
  const changed = readerOf(lm);
  if (!changed)
    throw new TypeError(
      'runInDemos: this is the shipped model, which the demos run anyway; open one with model("…", { forward }).',
    );
  void serve(changed, call).catch(() => {}); // the run is over, and with it the calls
}

async function serve({ name, read }: Reader, call: CallService): Promise<never> {
  for (;;) {
    const asked = (await call("nextQuestion", { model: name })) as Question;
    await call("answerQuestion", { model: name, question: asked.question, ...tryAnswer(read, asked) });
  }
}

function tryAnswer(read: Reader["read"], asked: Question): StandInAnswer | { error: string } {
  try {
    const { tokens, attention, residual, heads, parts } = asked;
    const out = read(tokens, { heads: toLists(heads), parts: toLists(parts) });
    return {
      logits: toNumbers([out.logits]),
      attention: attention ? toNumbers(out.attention) : undefined,
      residual: residual ? toNumbers(out.residual) : undefined,
    };
  } catch (error) {
    return { error: String((error as Partial<Error>)?.message ?? error).slice(0, 1_000) };
  }
}

const toLists = (gates: Question["heads"]) => gates?.map((row) => [...row]);

/** Six digits are as many as float32 has, and half as long to send. */
function toNumbers(tensors: readonly Tensor[]): (number | null)[] {
  return tensors.flatMap((tensor) =>
    Array.from(tensor.data(), (x) => (Number.isFinite(x) ? Number(x.toPrecision(6)) : null)),
  );
}
