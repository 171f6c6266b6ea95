/** Code that asks for too much: time, messages, memory, patience. The page answers all the while. */

import type { EngineName } from "./engines/engine";

export interface Storm {
  name: string;
  /**
   * The cell. `display(value)` and `console` show; `await takePort()` gives the kernel's own line to the broker, past
   * everything that counts on the way.
   */
  code: string;
  /** Who ends it. What runs until the reader presses Stop must then stop within a second. */
  ends: "reader" | "sandbox" | "itself";
  /** Milliseconds until the reader presses Stop, if not the usual 500: long enough for it to do harm. */
  stopAfter?: number;
  /** What the reader must be told, in the outputs or in the line below them. */
  told: RegExp;
  /**
   * What it does in an ordinary worker, to prove it: `holds`, the worker answers nothing for a second; `floods`,
   * more than 2,000 messages arrive within one.
   */
  proof?: "holds" | "floods";
  /** Engines without a limit of their own, where running it would take the machine down. */
  unrun?: Partial<Record<EngineName, string>>;
}

const stoppedByReader = /stopped by you/;

const loops: Storm[] = [
  { name: "endless loop", code: "for (;;);", ends: "reader", told: stoppedByReader, proof: "holds" },
  {
    name: "endless chain of promises",
    code: "const spin = () => Promise.resolve().then(spin);\nawait spin();",
    ends: "reader",
    told: stoppedByReader,
    proof: "holds",
  },
  { name: "endless wait", code: "await new Promise(() => {});", ends: "reader", told: stoppedByReader },
  {
    name: "endless regular expression",
    code: `/^(a+)+$/.test("a".repeat(60) + "!");\nfor (;;);`,
    ends: "reader",
    told: stoppedByReader,
    proof: "holds",
  },
  {
    name: "endless WebAssembly",
    code: `const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11];
await WebAssembly.instantiate(new Uint8Array(bytes));`,
    ends: "reader",
    told: stoppedByReader,
    proof: "holds",
  },
  {
    name: "endless getter of a shown value",
    code: "display({ get value() { for (;;); } });",
    ends: "reader",
    told: stoppedByReader,
  },
  {
    name: "endless wait of a thread",
    code: `const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
Atomics.wait(new Int32Array(memory.buffer), 0, 0);`,
    ends: "reader",
    told: stoppedByReader,
    proof: "holds",
    unrun: { firefox: "memory is not shared without cross-origin isolation" },
  },
  {
    name: "endless recursion",
    code: "const dig = () => dig() + 1;\ndig();",
    ends: "itself",
    told: /RangeError|InternalError|call stack|recursion/i,
  },
];

const floods: Storm[] = [
  {
    name: "endless displays",
    code: "for (;;) display({ a: 1 });",
    ends: "reader",
    told: stoppedByReader,
    proof: "floods",
  },
  {
    name: "a million console lines",
    code: "for (let i = 0; i < 1e6; i++) console.log('line', i);",
    ends: "itself",
    told: /line 19\s*Show 480 more lines[\s\S]*999,500 more outputs were left out/,
    proof: "floods",
  },
  {
    name: "ten thousand rejections",
    code: "for (let i = 0; i < 1e4; i++) Promise.reject(new Error('no ' + i));\nawait new Promise((ok) => setTimeout(ok, 100));",
    ends: "itself",
    told: /more outputs were left out/,
  },
  {
    name: "ten thousand timers",
    code: "for (let i = 0; i < 1e4; i++) setTimeout(() => console.log(i));\nawait new Promise((ok) => setTimeout(ok, 200));",
    ends: "itself",
    told: /more outputs were left out/,
    proof: "floods",
  },
  {
    name: "messages past the counter, all at once",
    code: "const port = await takePort();\nfor (;;) port.postMessage('x');",
    ends: "sandbox",
    told: /Stopped: the cell sent/,
    proof: "floods",
  },
  {
    name: "displays past the counter, just below the limit",
    code: `const port = await takePort();
const line = (at, run) => JSON.stringify({ type: "display", cell: "softmax", run, at, display: { kind: "error", name: "x", message: "x" } });
for (let at = 0; ; at = (at + 1) % 500) {
  for (let run = 0; run < 19; run++) port.postMessage(line(at, run));
  await new Promise((ok) => setTimeout(ok, 10));
}`,
    ends: "reader",
    told: stoppedByReader,
  },
  {
    name: "model calls without end",
    code: `const calls = [];
for (let i = 0; i < 1e4; i++) calls.push(model("no such model"));
const ends = await Promise.allSettled(calls);
throw ends.at(-1).reason;`,
    ends: "itself",
    told: /model calls may wait at a time|more than 2000 messages/,
  },
];

const giants: Storm[] = [
  {
    name: "giant message of bytes",
    code: "(await takePort()).postMessage(new ArrayBuffer(3e8));\nfor (;;);",
    ends: "sandbox",
    told: /Stopped: the cell sent a message of a kind that no cell sends/,
  },
  {
    name: "giant message of text",
    code: "(await takePort()).postMessage('x'.repeat(1e8));\nfor (;;);",
    ends: "sandbox",
    told: /Stopped: the cell's output passed/,
  },
  {
    name: "deeply nested message",
    code: "(await takePort()).postMessage('['.repeat(1e6) + ']'.repeat(1e6 - 1000));\nfor (;;);",
    ends: "sandbox",
    told: /Stopped: the cell sent a message that makes no sense/,
  },
  {
    name: "long console lines",
    code: "for (let i = 0; i < 500; i++) console.log('x'.repeat(7000));",
    ends: "itself",
    told: /xxx/,
  },
  {
    name: "giant text, table, bars and heatmap",
    code: `display("x".repeat(1e8));
table(Array.from({ length: 1e5 }, (_, i) => ({ i, text: "y".repeat(100) })));
bars(Array.from({ length: 1e5 }, (_, i) => ({ label: String(i), value: i })));
heatmap(Array.from({ length: 1000 }, () => Array.from({ length: 1000 }, () => 1)));`,
    ends: "itself",
    told: /cut after 20000 characters[\s\S]*50 of 100,000 rows[\s\S]*first 200 of 100000 bars/,
  },
  {
    name: "tables that add up",
    code: `const rows = Array.from({ length: 1000 }, () => ({ a: "z".repeat(250) }));
for (let i = 0; i < 100; i++) display(rows);`,
    ends: "sandbox",
    told: /Stopped: the cell's output passed/,
  },
  {
    name: "a hundred tables of a thousand rows",
    code: "for (let i = 0; i < 100; i++) display(Array.from({ length: 1000 }, (_, j) => ({ j })));",
    ends: "itself",
    told: /rows/,
  },
  {
    name: "five hundred heatmaps",
    code: "for (let i = 0; i < 500; i++) display(Array.from({ length: 60 }, () => Array(60).fill(1)));",
    ends: "itself",
    told: /60/,
  },
  {
    name: "array of four billion holes",
    code: "display(new Array(2 ** 32 - 1));",
    ends: "reader",
    told: /stopped by you|Array/,
  },
  {
    name: "nested a hundred thousand deep",
    code: "let deep = {};\nfor (let i = 0; i < 1e5; i++) deep = { deep };\ndisplay(deep);",
    ends: "itself",
    told: /deep/,
  },
  {
    name: "a million keys",
    code: "display(Object.fromEntries(Array.from({ length: 1e6 }, (_, i) => ['key' + i, i])));",
    ends: "itself",
    told: /key0/,
  },
];

const bombs: Storm[] = [
  {
    name: "a gigabyte of buffers",
    code: "const kept = [];\nfor (let i = 0; i < 16; i++) kept.push(new Uint8Array(2 ** 26).fill(1));\nfor (;;);",
    ends: "reader",
    told: stoppedByReader,
  },
  {
    name: "buffers without end",
    code: "const kept = [];\nfor (;;) kept.push(new ArrayBuffer(2 ** 30));",
    ends: "itself",
    told: /RangeError|allocation|memory/i,
    unrun: { firefox: "the process of the tab ends, with the page: docs/sandbox.md" },
  },
  {
    name: "objects without end",
    code: "const kept = [];\nfor (;;) kept.push({ x: [kept.length] });",
    ends: "reader",
    stopAfter: 4_000,
    told: stoppedByReader,
  },
  {
    name: "string bomb",
    code: "let text = 'x';\nfor (;;) text += text;",
    ends: "itself",
    told: /RangeError|InternalError|memory|length|overflow/i,
  },
  {
    name: "fork bomb of workers",
    code: "const url = URL.createObjectURL(new Blob(['for (;;);']));\nfor (;;) new globalThis.Worker(url);",
    ends: "itself",
    told: /Worker/,
  },
];

export const storms: readonly Storm[] = [...loops, ...floods, ...giants, ...bombs];
