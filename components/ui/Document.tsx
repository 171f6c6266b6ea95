import type { ReactNode } from "react";
import { earlyTypingScript } from "@/lib/early-typing";
import { themeScript } from "@/lib/theme";
import { KeepFragment } from "./KeepFragment";
import { ServiceWorker } from "./ServiceWorker";

interface DocumentProps {
  lang: string;
  className: string;
  children: ReactNode;
}

/** `<html>` and `<body>`, with the reader's lamp switched on before anything is painted. */
export function Document({ lang, className, children }: DocumentProps) {
  return (
    <html lang={lang} className={className} suppressHydrationWarning>
      {/* biome-ignore lint/style/noHeadElement: this is the root layout, not a page. */}
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: constants of ours; their hash is in the page's policy. */}
        <script dangerouslySetInnerHTML={{ __html: `${themeScript};${earlyTypingScript}` }} />
      </head>
      <body>
        {children}
        <KeepFragment />
        <ServiceWorker />
      </body>
    </html>
  );
}
