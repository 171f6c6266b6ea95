import { TokenPicker } from "@/components/notebook/inputs/TokenPicker";
import type { Lesson } from "@/lib/content/lesson";
import { notebookAtBuild } from "@/lib/content/notebook";
import { servedAtBuild } from "@/lib/content/services";

interface LessonTokensProps {
  lesson: Lesson;
  name: string;
  model: string;
  text: string;
}

/** A text cut into a model's tokens, one of which the reader picks. */
export async function LessonTokens({ lesson, name, model, text }: LessonTokensProps) {
  const { controls } = await notebookAtBuild(lesson);
  const { tokenizer } = await servedAtBuild(model);
  const tokens = tokenizer.encode(text).map((token) => tokenizer.text(token));
  const { initial, spec } = controls[name];
  if (typeof initial !== "number" || initial >= tokens.length)
    throw new Error(
      `<TokenPicker name="${name}">: the text has ${tokens.length} tokens, value is ${initial}.`,
    );
  return <TokenPicker name={name} label={spec.label} tokens={tokens} />;
}
