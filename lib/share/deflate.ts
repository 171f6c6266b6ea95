/** Text ⇄ compressed bytes, with a bound that a small input cannot get around. */

/** Fed in pieces of this many bytes: each inflates to half a megabyte at most before the next count. */
const piece = 512;

export type InflateProblem = "damaged" | "too-large";

export class InflateError extends Error {
  override readonly name = "InflateError";
  constructor(readonly problem: InflateProblem) {
    super(problem === "damaged" ? "The compressed data is damaged." : "The data inflates to too much.");
  }
}

export async function deflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = inPieces(new TextEncoder().encode(text)).pipeThrough(new CompressionStream("deflate-raw"));
  return readAll(stream, Number.POSITIVE_INFINITY);
}

/** Inflates `bytes` (deflate-raw) to UTF-8 text of at most `limit` bytes; throws an `InflateError`. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<string> {
  try {
    const stream = inPieces(bytes).pipeThrough(new DecompressionStream("deflate-raw"));
    return new TextDecoder("utf-8", { fatal: true }).decode(await readAll(stream, limit));
  } catch (error) {
    throw error instanceof InflateError ? error : new InflateError("damaged");
  }
}

/** Makes a stream that hands out the next piece only when the last one has been taken. */
function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(from, from + piece));
      from += piece;
    },
  });
}

/** Counts while reading, and hangs up as soon as the count is over `limit`. */
async function readAll(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let count = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concatenate(chunks, count);
    count += value.length;
    if (count > limit) {
      await reader.cancel().catch(() => {});
      throw new InflateError("too-large");
    }
    chunks.push(value);
  }
}

function concatenate(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
