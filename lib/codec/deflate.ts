/** Raw deflate by the platform's own streams (Node 20, every browser since 2023). */

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** More came out than was allowed. */
export class InflatedTooLarge extends Error {
  override readonly name = "InflatedTooLarge";
}

/**
 * Counts while it inflates and stops at the first byte over `limit`: a few kilobytes can deflate to gigabytes.
 * Throws `InflatedTooLarge`, or the platform's `TypeError` if `bytes` are no deflate stream.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) {
      // Not awaited: the stream may still be busy with what it was fed, and nobody wants the rest.
      void reader.cancel().catch(() => {});
      throw new InflatedTooLarge(`More than ${limit} bytes.`);
    }
    chunks.push(next.value);
  }
  return join(chunks, length);
}

function join(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
