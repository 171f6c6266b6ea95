import type { ReactElement } from "react";
import { highlight } from "@/lib/content/highlight";

/** A fenced block of code in the prose, highlighted at build time. */
export async function CodeBlock({
  children,
}: {
  children?: ReactElement<{ className?: string; children: string }>;
}) {
  const language = children?.props.className?.replace("language-", "") ?? "text";
  const html = await highlight(children?.props.children ?? "", language);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own code, escaped by the highlighter.
  return <div className="code-block" dangerouslySetInnerHTML={{ __html: html }} />;
}
