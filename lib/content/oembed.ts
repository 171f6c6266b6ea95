import { toIframe } from "@/lib/assignment/embed";

/** Pixels; what a lesson's widest instrument takes, and about as high as the highest. */
const size = { width: 960, height: 640 };

export interface Embeddable {
  title: string;
  /** Full address of the lesson, where it is known. */
  url?: string;
  /** Full address of the page that shows one of its demos alone. */
  demo?: string;
  /** Full address of the preview picture. */
  preview?: string;
}

/**
 * A lesson as oEmbed 1.0 (https://oembed.com), so that a site that is given its address can show its first demo.
 * Without full addresses, or without a demo, all that can be said is what the link leads to.
 */
export function toOembed({ title, url, demo, preview }: Embeddable): string {
  const rich = demo !== undefined && { html: toIframe(demo, title, size.height), ...size };
  const picture = preview !== undefined && {
    thumbnail_url: preview,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
  return `${JSON.stringify({
    version: "1.0",
    type: rich ? "rich" : "link",
    title,
    author_name: "Glassbox contributors",
    provider_name: "Glassbox",
    ...(url === undefined ? {} : { provider_url: new URL("/", url).href }),
    ...(rich || {}),
    ...(picture || {}),
  })}\n`;
}
