import type { MDXComponents } from "mdx/types";
import type { ComponentType, ReactNode } from "react";
import { TermUse } from "@/components/course/Meanings";
import { Aside } from "@/components/lesson/Aside";
import { CheckTheNote, Reveal } from "@/components/lesson/CheckTheNote";
import { Predict } from "@/components/lesson/Predict";
import { Cite, Sources } from "@/components/lesson/Sources";
import { Term } from "@/components/lesson/Term";
import { Label } from "@/components/ui/Instrument";
import { toGlossary } from "@/lib/content/glossary";
import type { Lesson } from "@/lib/content/lesson";
import { predictAtBuild } from "@/lib/content/prediction";
import { CodeBlock } from "./CodeBlock";
import { LessonCell } from "./LessonCell";
import { LessonExercise } from "./LessonExercise";
import { LessonInput } from "./LessonInput";
import { LessonModel } from "./LessonModel";
import { LessonTokens } from "./LessonTokens";

type TokenTag = { name: string; model: string; text: string };
type ExerciseTag = { name: string; title: string; hints?: string[]; children: ReactNode };

export type Claims = Record<string, () => string | number | Promise<string | number>>;

/** The one vocabulary of tags that lesson text may use; described for authors in `lessons/README.md`. */
export function lessonComponents(
  lesson: Lesson,
  demos: Record<string, ComponentType<never>>,
  claims: Claims,
): MDXComponents {
  const terms = toGlossary([lesson]);
  /** Attributes are read with the rest of the notebook; a tag only says where its control stands. */
  const inputOf = (tag: string) => {
    const Input = ({ name }: { name: string }) => <LessonInput lesson={lesson} name={name} />;
    return Object.assign(Input, { displayName: tag });
  };
  return {
    ...Object.fromEntries(Object.entries(demos).map(([name, demo]) => [name, withPrediction(demo)])),
    Aside,
    Cell: ({ name }: { name: string }) => <LessonCell lesson={lesson} name={name} />,
    CheckTheNote,
    Checkbox: inputOf("Checkbox"),
    Cite: ({ id }: { id: string }) => <Cite id={id} sources={lesson.sources} />,
    Exercise: (props: ExerciseTag) => <LessonExercise lesson={lesson} {...props} />,
    Label,
    OpenModel: () => <LessonModel lesson={lesson} />,
    Predict,
    Reveal,
    Select: inputOf("Select"),
    Slider: inputOf("Slider"),
    Sources: () => <Sources sources={lesson.sources} />,
    Term: ({ children }: { children?: ReactNode }) => <Term terms={terms}>{children}</Term>,
    TermUse,
    TextInput: inputOf("TextInput"),
    TokenPicker: (props: TokenTag) => <LessonTokens lesson={lesson} {...props} />,
    Value: ({ of }: { of: string }) => <Value of={of} claims={claims} folder={lesson.folder} />,
    pre: CodeBlock,
    table: ({ children }: { children?: ReactNode }) => (
      // A wide table scrolls by itself, by keyboard too.
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
      <div role="group" className="scrolling" tabIndex={0} aria-label="Table">
        <table>{children}</table>
      </div>
    ),
  };
}

/** Adds to a demo with a prompt what the model says to it, computed now. */
function withPrediction(Demo: ComponentType<never>) {
  const Any = Demo as ComponentType<Record<string, unknown>>;
  return async (props: { prompt?: string; model?: string }) => {
    if (props.prompt === undefined || props.model === undefined) return <Any {...props} />;
    return <Any {...props} prebuilt={await predictAtBuild(props.model, props.prompt)} />;
  };
}

/** A figure in the prose, computed by the function it names. */
async function Value({ of, claims, folder }: { of: string; claims: Claims; folder: string }) {
  const claim = claims[of];
  if (!claim) throw new Error(`<Value of="${of}"/>: lessons/${folder}/claims.ts exports no such claim.`);
  return <span className="value">{await claim()}</span>;
}
