/** Values, globals and messages that are not what they seem. The page draws data and believes nothing. */

export interface Forgery {
  name: string;
  /** The cell, as in `storms.ts`. */
  code: string;
  /** What the reader must be told. */
  told: RegExp;
  /** What must be done before other cells are as they were; without it, nothing. */
  cure?: "restart";
}

/** A cell does not know the number of its run, but it is small. */
const say = (display: string) => `const port = await takePort();
for (let run = 0; run < 100; run++)
  port.postMessage(JSON.stringify({ type: "display", cell: "softmax", run, at: 0, display: ${display} }));
await new Promise((ok) => setTimeout(ok, 50));`;

const senseless = /Stopped: the cell sent a message that makes no sense/;

const messages: Forgery[] = [
  {
    name: "display of a kind that does not exist",
    code: say(`{ kind: "script", code: "window.owned = 1" }`),
    told: senseless,
  },
  {
    name: "message of a type that does not exist",
    code: `(await takePort()).postMessage('{"type":"stop","kernel":0}');\nawait new Promise(() => {});`,
    told: senseless,
  },
  {
    name: "message that is no JSON",
    code: `(await takePort()).postMessage("{");\nawait new Promise(() => {});`,
    told: senseless,
  },
  {
    name: "words of the broker",
    code: `(await takePort()).postMessage({ type: "ended", kernel: 0, why: "crash", message: "x" });\nawait new Promise(() => {});`,
    told: /a message of a kind that no cell sends/,
  },
  {
    name: "call of a method that does not exist",
    code: `(await takePort()).postMessage('{"type":"call","call":9,"cell":"softmax","run":0,"method":"constructor","args":{}}');\nawait new Promise(() => {});`,
    told: senseless,
  },
  {
    name: "models that do not exist, or are no names",
    code: `for (const name of ["../../secret", "__proto__", "", "m".repeat(65), 1, null, { toString: () => "story-1m" }])
  await model(name).then(() => console.log("LET IN " + name), (error) => console.log("refused: " + error.message));`,
    told: /^(refused: .*\n){4}(refused: model: the model's name is a string\n){3}/,
  },
  {
    name: "text that looks like HTML",
    code: `console.log("<img src=x onerror=window.owned=1><script>window.owned=1</script>");`,
    told: /<img src=x/,
  },
  {
    name: "table with names of prototypes",
    code: `const evil = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
display(evil);
display([evil, evil]);
display({ ["__proto__"]: { polluted: 1 } });
Object.prototype.polluted = 1;
${say(`JSON.parse('{"kind":"text","text":"polluting","tone":"log","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')`)}`,
    told: /polluting/,
  },
  {
    name: "table whose rows do not fit",
    code: say(
      `{ kind: "table", columns: ["a", "a", "__proto__"], rows: [[1], [1, 2, 3, 4, 5], []], totalRows: 1e15 }`,
    ),
    told: /of 1,000,000,000,000,000 rows/,
  },
  {
    name: "heatmap with ragged rows",
    code: say(
      `{ kind: "heatmap", values: [[1, null], [], [1, 2, 3]], rowLabels: [], columnLabels: ["x"], scale: "diverging", title: "ragged" }`,
    ),
    told: /ragged/,
  },
  {
    name: "bars beyond all numbers",
    code: say(
      `{ kind: "bars", title: "beyond", bars: [{ label: "a", value: 1.7e308 }, { label: "a", value: -1.7e308 }, { label: "", value: null }] }`,
    ),
    told: /beyond/,
  },
  {
    name: "error in a line that does not exist",
    code: say(`{ kind: "error", name: "Forged", message: "in no line", line: 2 ** 53 - 1 }`),
    told: /in no line/,
  },
  {
    name: "text that turns the line around",
    code: `console.log("\\u202e\\u2066 turned \\u0000\\u0007\\ud800" + "\\u0301".repeat(2000));`,
    told: /turned/,
  },
];

const thrown: Forgery[] = [
  {
    name: "error whose toString throws",
    code: "throw { toString() { throw new Error('twice'); } };",
    told: /reading it throws/,
  },
  {
    name: "proxy that refuses everything",
    code: "throw new Proxy({}, new Proxy({}, { get() { throw new Error('trap'); } }));",
    told: /error/i,
  },
  {
    name: "error with getters that throw",
    code: `const error = new Error("x");
for (const key of ["name", "message", "stack", "cause"])
  Object.defineProperty(error, key, { get() { throw new Error("getter"); } });
throw error;`,
    told: /error/i,
  },
  { name: "nothing thrown", code: "throw undefined;", told: /undefined/ },
  { name: "error with a giant message", code: `throw new Error("x".repeat(1e7));`, told: /cut/ },
  {
    name: "shown proxy that refuses everything",
    code: `display(new Proxy(() => {}, new Proxy({}, { get() { throw new Error("trap"); } })));\nconsole.log("went on");`,
    told: /went on/,
  },
];

/** Sabotage from the inside: the cell spoils the world that it shares with the kernel's own code. */
const globals: Forgery[] = [
  {
    name: "sabotaged JSON",
    code: `JSON.stringify = () => '{"type":"display","display":{"kind":"html","html":"<img src=x onerror=window.owned=1>"}}';
console.log("went on");`,
    told: /went on/,
    cure: "restart",
  },
  {
    name: "sabotaged prototypes",
    code: `console.log("sabotaging");
globalThis.dispatchEvent(new MessageEvent("message", { data: { type: "display" } }));
for (const name of ["Array", "Map", "Object", "Set", "String", "MessagePort", "EventTarget", "Promise"])
  for (const key of Object.getOwnPropertyNames(globalThis[name].prototype))
    try { globalThis[name].prototype[key] = () => { throw new Error("sabotaged"); }; } catch {}`,
    told: /sabotaging|makes no sense|Stopped|failed/,
    cure: "restart",
  },
  {
    name: "global that puts itself back",
    code: `const trap = { configurable: false, get() { return () => { throw new Error("trapped"); }; }, set() {} };
for (const name of ["display", "console", "JSON", "structuredClone", "__glassbox"])
  try { Object.defineProperty(globalThis, name, trap); } catch {}
Object.defineProperty(Object.prototype, "type", { get() { return "display"; }, set() {}, configurable: false });
Object.freeze(Array.prototype);`,
    told: /./,
    cure: "restart",
  },
];

export const forgeries: readonly Forgery[] = [...messages, ...thrown, ...globals];
