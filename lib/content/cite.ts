/** What a citation says of a lesson. */
export interface Citation {
  slug: string;
  number: number;
  title: string;
  /** Day of the last change, as 2026-11-22; undefined while the lesson names none. */
  date?: string;
  /** Hash of its text and code: another one is another version. */
  version: string;
  /** Full address, where it is known. */
  url?: string;
}

const author = "Glassbox contributors";
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export function toBibtex({ slug, number, title, date, version, url }: Citation): string {
  const [year, month, day] = date?.split("-") ?? [];
  const fields = [
    ["author", `{{${author}}}`],
    ["title", `{${escapeTex(title)}}`],
    ["howpublished", `{Glassbox, lesson ${number}}`],
    ["year", year && `{${year}}`],
    ["month", month && months[Number(month) - 1]],
    ["day", day && `{${Number(day)}}`],
    ["note", `{Version ${version}}`],
    ["url", url && `{${url}}`],
  ].filter(([, value]) => value);
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
  return `@misc{glassbox-${slug},\n${lines.join(",\n")}\n}\n`;
}

/** An array of one item, as CSL-JSON has it. */
export function toCslJson({ slug, number, title, date, version, url }: Citation): string {
  const item = {
    id: `glassbox-${slug}`,
    type: "webpage",
    title,
    author: [{ literal: author }],
    "container-title": "Glassbox",
    number: String(number),
    version,
    ...(date && { issued: { "date-parts": [date.split("-").map(Number)] } }),
    ...(url && { URL: url }),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** Letters that TeX takes for commands; ² and · are letters to it today. */
function escapeTex(text: string): string {
  return text.replace(/[&%$#_{}]/g, "\\$&");
}
