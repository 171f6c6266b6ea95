import { readFileSync } from "node:fs";
import { Stop } from "./cli.mjs";

/** @typedef {{ matches: RegExp, headers: [name: string, value: string][] }} Rule */

/**
 * Reads a `_headers` file: a path pattern at the start of a line, its headers indented below.
 * @param {string} file
 */
export function readHeaderRules(file) {
  return parseHeaderRules(readFileSync(file, "utf8"), file);
}

/**
 * @param {string} text
 * @param {string} [file] for messages
 * @returns {Rule[]}
 */
export function parseHeaderRules(text, file = "_headers") {
  /** @type {Rule[]} */
  const rules = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const header = /^\s+([\w-]+):\s*(.*\S)\s*$/.exec(line);
    if (/^\//.test(line)) rules.push({ matches: toPattern(line.trim()), headers: [] });
    else if (header && rules.length > 0) rules[rules.length - 1].headers.push([header[1], header[2]]);
    else
      throw new Stop(`${file}:${index + 1}: expected "/path" or an indented "Name: value", found: ${line}`);
  }
  return rules;
}

/**
 * The headers for one path; values of rules that overlap are joined, as the hosts do.
 * @param {Rule[]} rules
 * @param {string} path
 * @returns {Record<string, string>}
 */
export function headersFor(rules, path) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const { matches, headers } of rules) {
    if (!matches.test(path)) continue;
    for (const [name, value] of headers) found[name] = found[name] ? `${found[name]}, ${value}` : value;
  }
  return found;
}

/** `*` stands for anything. @param {string} pattern */
function toPattern(pattern) {
  const escaped = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`);
}
