/** What an attack is. The lists are in `roads.ts`, `reads.ts`, `storms.ts` and `forgeries.ts`. */

import type { EngineName } from "./engines/engine";

/** Addresses that the code of an attack may use by name. */
export interface Targets {
  /** The listener for HTTP: `http://host:port`. */
  http: string;
  /** `host:port` that counts connections. */
  tcp: string;
  /** `host:port` that counts packets. */
  udp: string;
  /** The origin of the site itself. */
  own: string;
}

/** One way out, or one thing to read: tried in a cell, and in an ordinary page to prove that it is one. */
export interface Vector {
  name: string;
  /**
   * Body of an async function, plain JavaScript. It may use the names of `Targets`, and `at`, an address of the
   * listener that is this vector's alone. It throws when it is refused, and returns what it read, if anything.
   */
  code: string;
  /** Where the proof is run: in an ordinary worker, or in the page's document. */
  where: "worker" | "document";
  /** What an engine must have for the vector to exist at all: an expression that is then defined. */
  needs: string;
  /** What the listener notices when it gets through, if not a request to `at`. */
  seen?: "connection" | "packet";
  /** It takes its page away, or another page in front: the proof needs a page for it alone. */
  leaves?: boolean;
  /** Why the proof cannot be had in an engine that has the means. */
  unproved?: Partial<Record<EngineName, string>>;
}

/** `fetch, no-cors` → `/fetch-no-cors` */
export function toPath(name: string): string {
  return `/${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

/** Globals that the vectors name: a notebook refuses to run a cell with names that it does not know. */
const globals =
  `Image Worker SharedWorker FontFace WebTransport WebSocketStream RTCPeerConnection BroadcastChannel
Notification OffscreenCanvas SharedArrayBuffer document parent top open history localStorage sessionStorage cookieStore
caches importScripts alert confirm prompt print`.split(/\s+/);

/** Code that tries all vectors at once and says, one a line, what came of each. `say` is the name of a function. */
export function toCode(vectors: readonly Vector[], targets: Targets, say: string): string {
  const tries = vectors.map(
    ({ name, code }) =>
      `${JSON.stringify(name)}: async () => {\nconst at = http + ${JSON.stringify(toPath(name))};\n${code}\n}`,
  );
  return `{
const { ${globals.join(", ")} } = globalThis;
const { http, tcp, udp, own } = ${JSON.stringify(targets)};
const vectors = {
${tries.join(",\n")}
};
await Promise.all(Object.entries(vectors).map(async ([name, attempt]) => {
  let end;
  try {
    const late = new Promise((_, refuse) => setTimeout(refuse, ${patience}, new Error("no answer")));
    end = "through: " + (await Promise.race([attempt(), late]));
  } catch (error) {
    end = "refused: " + error;
  }
  ${say}((name + " → " + end).replaceAll("\\n", " "));
}));
}`;
}

/** How long one vector may take to come through, in milliseconds. */
const patience = 700;

/** What `toCode` said, by vector. */
export function parseEnds(lines: string): Record<string, string> {
  // A long text is folded, and what the fold says stands between two lines.
  const text = lines.replace(/Show [\d,]+ more lines/, "\n");
  const pairs = text.split("\n").map((line) => /^(.*?) → (.*)$/.exec(line));
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1], pair[2]]] : [])));
}
