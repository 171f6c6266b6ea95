import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";
import type { ReactElement } from "react";
import { Preview } from "@/components/course/Preview";
import type { Lesson } from "@/lib/content/lesson";
import { stringsFor } from "@/lib/content/locale";
import { readTokens, resolveColors } from "@/lib/preview/colors";
import { pictureOf } from "./pictures";

const size = { width: 1200, height: 630 };
const root = process.cwd();

/** A lesson's picture for links to it, as PNG, drawn when the site is built. */
export async function drawPreview(lesson: Lesson): Promise<Response> {
  const tokens = readTokens(await readFile(path.join(root, "app/tokens.css"), "utf8"));
  const draw = (await pictureOf(lesson)) as (() => ReactElement | Promise<ReactElement>) | undefined;
  const preview = (
    <Preview
      number={lesson.number}
      title={lesson.title}
      minutes={stringsFor(lesson.locale).minutes(lesson.minutes)}
      picture={await draw?.()}
      caption={lesson.picture}
      resolve={(value) => resolveColors(value, tokens)}
    />
  );
  return new ImageResponse(preview, { ...size, fonts: await Promise.all([serif(), sans()]) });
}

const serif = async () => ({ name: "Newsreader", data: await readFont("newsreader", 500) });
const sans = async () => ({ name: "Instrument Sans", data: await readFont("instrument-sans", 400) });

/** The page's fonts are variable and WOFF2, which the drawing library cannot read; these are the same cut. */
function readFont(name: string, weight: number): Promise<Buffer> {
  return readFile(
    path.join(root, `node_modules/@fontsource/${name}/files/${name}-latin-${weight}-normal.woff`),
  );
}
