/** Name, message and stack of anything that was thrown; reading them may itself throw. */
export function describeError(error: unknown): { name: string; message: string } {
  return {
    name: readText(() => (error instanceof Error ? error.name : "Thrown value")) || "Error",
    message: readText(() => (error instanceof Error ? error.message : String(error))),
  };
}

export function stackOf(error: unknown): string {
  return readText(() => (error instanceof Error ? (error.stack ?? "") : ""));
}

function readText(read: () => unknown): string {
  try {
    return String(read());
  } catch {
    return "[cannot be shown: reading it throws]";
  }
}

export interface Place {
  /** Path of the module. */
  module: string;
  /** 1-based. */
  line: number;
}

/**
 * The innermost frame of a stack that lies in one of the modules, preferring `first`: the reader wants the
 * line of the cell, not the line of the lesson's file that it called.
 */
export function findPlace(
  stack: string,
  urls: ReadonlyMap<string, string>,
  first?: string,
): Place | undefined {
  const places = [...urls].flatMap(([module, url]) => {
    const at = stack.indexOf(`${url}:`);
    const line = Number(/^\d+/.exec(stack.slice(at + url.length + 1))?.[0]);
    return at < 0 || !line ? [] : [{ module, line, at }];
  });
  const inner = places.sort((a, b) => a.at - b.at);
  const found = inner.find(({ module }) => module === first) ?? inner[0];
  return found && { module: found.module, line: found.line };
}

/** Engines put the modules' URLs into messages ("… does not provide an export"); say the paths instead. */
export function namePaths(text: string, urls: ReadonlyMap<string, string>): string {
  let named = text;
  for (const [module, url] of urls) named = named.replaceAll(url, module);
  return named;
}
