import { escapeXml } from "./xml";

/** HTML that shows one of our pages in somebody else's. */
export function toIframe(url: string, title: string, height: number): string {
  return (
    `<iframe src="${escapeXml(url)}" title="${escapeXml(title)}" width="100%" height="${height}" ` +
    `style="border:0" loading="lazy" allow="clipboard-write; fullscreen"></iframe>`
  );
}
