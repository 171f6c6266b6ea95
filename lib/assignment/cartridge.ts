import type { Assignment } from "./assignment";
import { escapeXml } from "./xml";

/**
 * An IMS Common Cartridge 1.1 (`.imscc`): one module with a web link to the assignment and one to each of its lessons.
 * Version 1.1, because Moodle reads no later one, and a file for each link, because Canvas opens a resource's file.
 * Identifiers come from the assignment, so that importing it again replaces the module instead of doubling it.
 */

export interface WebLink {
  /** Part of its identifier: a slug. */
  name: string;
  title: string;
  url: string;
}

/** Paths and texts of the files in the package; zip them as they are. */
export function toCartridge(
  { id, title }: Pick<Assignment, "id" | "title">,
  links: readonly WebLink[],
): Record<string, string> {
  const files = links.map((link) => [`weblinks/${link.name}.xml`, toWebLink(link)] as const);
  return { "imsmanifest.xml": toManifest(id, title, links), ...Object.fromEntries(files) };
}

/** Moodle looks for the namespace in the first 500 bytes. */
function toManifest(id: string, title: string, links: readonly WebLink[]): string {
  const items = links.map(
    ({ name, title: text }) => `
          <item identifier="${toId("item", id, name)}" identifierref="${toId("link", id, name)}">
            <title>${escapeXml(text)}</title>
          </item>`,
  );
  const resources = links.map(
    ({ name }) => `
    <resource identifier="${toId("link", id, name)}" type="imswl_xmlv1p1">
      <file href="weblinks/${name}.xml"/>
    </resource>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${toId("manifest", id)}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
  <metadata>
    <schema>IMS Common Cartridge</schema>
    <schemaversion>1.1.0</schemaversion>
    <lomimscc:lom>
      <lomimscc:general>
        <lomimscc:title>
          <lomimscc:string>${escapeXml(title)}</lomimscc:string>
        </lomimscc:title>
      </lomimscc:general>
    </lomimscc:lom>
  </metadata>
  <organizations>
    <organization identifier="${toId("organization", id)}" structure="rooted-hierarchy">
      <item identifier="${toId("root", id)}">
        <item identifier="${toId("module", id)}">
          <title>${escapeXml(title)}</title>${items.join("")}
        </item>
      </item>
    </organization>
  </organizations>
  <resources>${resources.join("")}
  </resources>
</manifest>
`;
}

function toWebLink({ title, url }: WebLink): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">
  <title>${escapeXml(title)}</title>
  <url href="${escapeXml(url)}" target="_blank"/>
</webLink>
`;
}

/** An XML name: begins with a letter. */
function toId(kind: string, id: string, name?: string): string {
  return [kind, id, name].filter((part) => part !== undefined).join("-");
}
