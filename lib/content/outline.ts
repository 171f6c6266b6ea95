import { createHash } from "node:crypto";
import { createProcessor } from "@mdx-js/mdx";
import GithubSlugger from "github-slugger";
import type { Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import type { Block, LessonDetail, LessonEntry, Part, Section } from "@/lib/assignment/catalog";
import { toPrints } from "@/lib/assignment/changes";
import { type ControlSpec, type DemoSpec, toValue } from "@/lib/controls/controls";
import { exerciseFiles } from "@/lib/notebook/exercise-program";
import type { Lesson } from "./lesson";
import { readProgram } from "./program";

/** What an instructor can pick from a lesson, and what tells one version of it from another. */
export interface Outline {
  entry: LessonEntry;
  detail: LessonDetail;
}

/** `demos`: the lesson's `controls.ts`, by the tag that shows the demo. */
export async function readOutline(
  lesson: Lesson,
  demos: Readonly<Record<string, DemoSpec>>,
): Promise<Outline> {
  const sections: Section[] = [];
  const parts: Part[] = [];
  const detail: LessonDetail = { blocks: [], exercises: {} };
  const slugger = new GithubSlugger();
  for (const node of parse(lesson.text).children) {
    if (node.type === "heading") addHeading(node, slugger, sections);
    const section = sections.at(-1)?.id;
    const tag = readTag(node);
    const part = tag && toPart(tag, demos);
    if (part) parts.push({ ...part, section });
    const code = part ? await readCode(lesson, part, detail) : "";
    detail.blocks.push(toBlock(sourceOf(node, lesson.text) + code, section));
  }
  const { slug, number, title, minutes } = lesson;
  const hashes = detail.blocks.map(({ text }) => sha256(text));
  const hash = sha256(JSON.stringify(detail.blocks.map(({ text }) => text)))
    .toString("base64url")
    .slice(0, 12);
  return { entry: { slug, number, title, minutes, hash, prints: toPrints(hashes), sections, parts }, detail };
}

/** The tag that shows a demo, as it stands in the lesson's text; nothing if the lesson has no such demo. */
export function findDemoTag(
  lesson: Pick<Lesson, "text">,
  demos: Readonly<Record<string, DemoSpec>>,
  id: string,
): string | undefined {
  const found = parse(lesson.text).children.find((node) => {
    const tag = readTag(node);
    const part = tag && toPart(tag, demos);
    return part?.kind === "demo" && part.id === id;
  });
  return found && sourceOf(found, lesson.text);
}

function parse(text: string): Root {
  return createProcessor({ remarkPlugins: [remarkGfm, remarkMath] }).parse(text) as Root;
}

function addHeading(
  node: RootContent & { type: "heading" },
  slugger: GithubSlugger,
  sections: Section[],
): void {
  // Every heading takes its slug, as rehype-slug does; only those of the second level are sections.
  const id = slugger.slug(textOf(node));
  if (node.depth === 2) sections.push({ id, title: textOf(node) });
}

interface Tag {
  name: string;
  /** Attributes that are plain text. */
  text: Record<string, string>;
}

function readTag(node: RootContent): Tag | undefined {
  if (node.type !== "mdxJsxFlowElement" || !node.name) return undefined;
  const entries = node.attributes.flatMap((attribute) =>
    attribute.type === "mdxJsxAttribute" && typeof attribute.value === "string"
      ? [[attribute.name, attribute.value] as const]
      : [],
  );
  return { name: node.name, text: Object.fromEntries(entries) };
}

function toPart({ name, text }: Tag, demos: Readonly<Record<string, DemoSpec>>): Part | undefined {
  if (name === "Cell") return { kind: "cell", id: text.name, title: text.title ?? text.name };
  if (name === "Exercise") return { kind: "exercise", id: text.name, title: text.title };
  if (name === "Predict") return { kind: "prediction", id: text.id, title: text.question };
  const demo = Object.hasOwn(demos, name) ? demos[name] : undefined;
  if (!demo) return undefined;
  const controls = Object.entries(demo.controls).map(([key, spec]) => [key, openAt(spec, text[key])]);
  return { kind: "demo", id: text.id ?? demo.id, title: demo.title, controls: Object.fromEntries(controls) };
}

/** A tag may open a control elsewhere than its description: `<Sampler prompt="…" />`. */
function openAt(spec: ControlSpec, attribute: string | undefined): ControlSpec {
  const initial = toValue(spec, attribute);
  return initial === undefined ? spec : ({ ...spec, initial } as ControlSpec);
}

/** The code that a tag shows or checks with, so that a change of it is a change of the lesson. */
async function readCode(lesson: Lesson, { kind, id }: Part, detail: LessonDetail): Promise<string> {
  if (kind === "cell") {
    const { entry, modules } = await readProgram(lesson.folder, `cells/${id}.ts`);
    return `\n\n${modules[entry]}`;
  }
  if (kind !== "exercise") return "";
  const { start, solution, check, mistakes } = exerciseFiles(`exercises/${id}`);
  const program = await readProgram(lesson.folder, start, solution, check, mistakes);
  detail.exercises[id] = program;
  return `\n\n${program.modules[start]}\n\n${program.modules[check]}`;
}

function sourceOf(node: RootContent, text: string): string {
  return text.slice(node.position?.start.offset, node.position?.end.offset);
}

function toBlock(text: string, section: string | undefined): Block {
  return section === undefined ? { text } : { text, section };
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
