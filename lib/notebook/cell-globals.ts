import { stdlibNames } from "./stdlib";

/** What a cell's worker has besides the language itself, as types: no page, no network worth having. */
export const cellGlobals = `
declare const console: Record<"log" | "info" | "debug" | "warn" | "error" | "table", (...values: unknown[]) => void>;
declare const performance: { now(): number };
declare function setTimeout(run: () => void, milliseconds?: number): number;
declare function clearTimeout(timer: number): void;
declare function setInterval(run: () => void, milliseconds?: number): number;
declare function clearInterval(timer: number): void;
declare function queueMicrotask(run: () => void): void;
declare function structuredClone<T>(value: T): T;
declare class TextEncoder { encode(text: string): Uint8Array }
declare class TextDecoder { decode(bytes: Uint8Array): string }
declare const crypto: { getRandomValues<T extends ArrayBufferView>(array: T): T };
`;

/** Types of the standard library that cells may name. */
const stdlibTypes = [
  "CellModel",
  "CellTrace",
  "TraceOptions",
  "Bar",
  "HeatmapOptions",
  "SliderOptions",
  "Tensor",
];

/**
 * Declares the names of the standard library. `stdlib`: how the file with the declarations imports `stdlib.ts`;
 * `comments`: what an editor shows of each name.
 */
export function toLibraryGlobals(stdlib: string, comments: Readonly<Record<string, string>> = {}): string {
  const from = `import(${JSON.stringify(stdlib)})`;
  return [
    "export {};",
    "declare global {",
    ...stdlibNames.map((name) => `${comments[name] ?? ""}  const ${name}: ${from}.Stdlib["${name}"];`),
    ...stdlibTypes.map((name) => `  type ${name} = ${from}.${name};`),
    "}",
    "",
  ].join("\n");
}
