import { stdlibNames } from "../notebook/stdlib";

/** What a notebook's first cell gives to those below it, outside Glassbox: showing works, models do not. */
const shown = `
// Outside of a notebook, merely reading Deno.jupyter throws.
const jupyter = (() => { try { return Deno.jupyter; } catch {} })();
const show = (text, html) => {
  if (jupyter && html) return jupyter.broadcast("display_data", {
    data: { "text/plain": text, "text/html": html }, metadata: {}, transient: {},
  });
  console.log(text);
};
const escape = (value) => String(value ?? "").replace(/[&<>]/g, (sign) => \`&#\${sign.charCodeAt(0)};\`);
const row = (tag, cells) => \`<tr>\${cells.map((cell) => \`<\${tag}>\${escape(cell)}</\${tag}>\`).join("")}</tr>\`;

Object.assign(globalThis, {
  display(value) {
    console.log(value);
    return value;
  },
  table(rows) {
    const columns = [...new Set(rows.flatMap((one) => Object.keys(one)))];
    const lines = rows.map((one) => columns.map((column) => one[column]));
    const text = [columns, ...lines].map((line) => line.join("\\t")).join("\\n");
    show(text, \`<table>\${row("th", columns)}\${lines.map((line) => row("td", line)).join("")}</table>\`);
  },
  bars(entries) {
    const longest = Math.max(...entries.map(({ value }) => Math.abs(value)), 1e-9);
    const bar = (value) => "█".repeat(Math.round((30 * Math.abs(value)) / longest));
    show(entries.map(({ label, value }) => \`\${label}\\t\${bar(value)} \${value}\`).join("\\n"));
  },
  heatmap(values) {
    show(values.map((line) => Array.from(line, (value) => value.toFixed(2)).join("\\t")).join("\\n"));
  },
});
`.trim();

const written = ["display", "table", "bars", "heatmap"];

/** Code of the first cell of an exported notebook. */
export function toPrelude(address: string): string {
  const missing = stdlibNames.filter((name) => !written.includes(name));
  return [
    "// What cells have without an import in Glassbox, as far as it exists outside.",
    shown,
    "",
    "// These need Glassbox, where the models and the arrays are.",
    `${JSON.stringify(missing)}.forEach((name) => {`,
    `  const refuse = () => { throw new Error(\`\${name} works in Glassbox only: ${address}\`); };`,
    "  globalThis[name] = new Proxy(refuse, { get: refuse, apply: refuse });",
    "});",
  ].join("\n");
}
