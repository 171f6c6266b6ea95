/**
 * Code as the build highlighted it. The HTML comes from the author's files only, never from a reader: this is
 * the one place of the notebook where HTML is set.
 */
export function Highlighted({ html, className }: { html: string; className?: string }) {
  // Shiki makes each block a stop for the Tab key; what is around it already is one.
  const inert = html.replace(' tabindex="0"', "");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made from the author's code by the build
  return <div className={className} dangerouslySetInnerHTML={{ __html: inert }} />;
}
