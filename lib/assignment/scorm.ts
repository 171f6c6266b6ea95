import type { Assignment } from "./assignment";
import { escapeXml } from "./xml";

/**
 * A SCORM 1.2 package: one page that shows the assignment in a frame and passes on what it says to the platform
 * (`public/scorm/relay.js`). The lessons stay on our site, so that a correction reaches everybody.
 */

/** Paths and texts of the files in the package. `url`: the assignment's link; `relay`: the text of relay.js. */
export function toScorm(
  { id, title, locale }: Pick<Assignment, "id" | "title" | "locale">,
  url: string,
  relay: string,
): Record<string, string> {
  return {
    "imsmanifest.xml": toManifest(id, title),
    "index.html": toPage(title, locale, url),
    "relay.js": relay,
  };
}

function toManifest(id: string, title: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="glassbox-${id}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="organization-${id}">
    <organization identifier="organization-${id}">
      <title>${escapeXml(title)}</title>
      <item identifier="item-${id}" identifierref="resource-${id}" isvisible="true">
        <title>${escapeXml(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="resource-${id}" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <file href="relay.js"/>
    </resource>
  </resources>
</manifest>
`;
}

/** `data-src` and not `src`: the frame is filled once the relay listens. */
function toPage(title: string, locale: string, url: string): string {
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeXml(title)}</title>
    <style>
      html, body { height: 100%; margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
      body { display: flex; flex-direction: column; }
      iframe { flex: 1; width: 100%; min-height: 40rem; border: 0; }
      p { margin: 0; padding: 0.5rem 1rem; background: #fbe8c3; color: #15202b; }
      p:empty { display: none; }
    </style>
  </head>
  <body>
    <p id="note" role="status"></p>
    <iframe id="site" title="${escapeXml(title)}" data-src="${escapeXml(url)}" allow="clipboard-write; fullscreen"></iframe>
    <script src="relay.js"></script>
  </body>
</html>
`;
}
