/**
 * JSON in an address: `v1.<base64url(length ‖ CRC-32 ‖ deflate-raw(JSON))>`. Everything of ours that travels in a
 * link or a file goes through here: assignments, receipts, shared notebooks.
 *
 * Length and checksum come first, in 4 bytes each, big-endian, so that a link that a mail program cut off is
 * known to be cut off, and not taken for a strange one. They notice accidents, not forgers.
 */

import { base64urlLength, fromBase64url, toBase64url } from "./base64url";
import { crc32 } from "./crc32";
import { deflate, InflatedTooLarge, inflate } from "./deflate";

/** Largest sizes in bytes. */
export interface CodecLimits {
  compressed: number;
  inflated: number;
}

/** What fits into an address that browsers, mail and QR-less copying still carry. */
export const linkLimits: CodecLimits = { compressed: 16_384, inflated: 262_144 };

/**
 * - `foreign`: not of this form at all; `newer`: of a later version of it
 * - `truncated`, `lengthened`: fewer or more characters than were sent; `damaged`: as many, but others
 * - `too-large`: over the limits, in transit or once inflated
 */
export type CodecProblem = "foreign" | "newer" | "truncated" | "lengthened" | "damaged" | "too-large";

export class CodecError extends Error {
  override readonly name = "CodecError";
  constructor(
    readonly problem: CodecProblem,
    message: string,
  ) {
    super(message);
  }
}

const VERSION = 1;
const HEADER = 8;

/** Throws a `CodecError` if `value` is over the limits. `value` must survive JSON. */
export async function encode(value: unknown, limits = linkLimits): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(value));
  if (json.length > limits.inflated) throw tooLarge(`${json.length} bytes`, limits.inflated);
  const body = await deflate(json);
  if (body.length > limits.compressed) throw tooLarge(`${body.length} bytes compressed`, limits.compressed);
  const bytes = new Uint8Array(HEADER + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  view.setUint32(4, crc32(body));
  bytes.set(body, HEADER);
  return `v${VERSION}.${toBase64url(bytes)}`;
}

/** The value, not yet checked against any schema. Throws a `CodecError` that names what is wrong. */
export async function decode(text: string, limits = linkLimits): Promise<unknown> {
  const body = readBody(readPayload(text, limits), limits);
  try {
    const json = await inflate(body, limits.inflated);
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(json));
  } catch (error) {
    if (error instanceof InflatedTooLarge) throw tooLarge("More", limits.inflated);
    throw new CodecError("foreign", "The text is whole, but what it holds is not ours.");
  }
}

/** Undoes what mail programs and chats do to a long word, and takes the version off. */
function readPayload(text: string, limits: CodecLimits): string {
  // Room for the line breaks that a mail program adds; more is not even looked at.
  if (text.length > 2 * base64urlLength(HEADER + limits.compressed))
    throw tooLarge(`${text.length} characters`, base64urlLength(HEADER + limits.compressed));
  const plain = text.replace(/%2E/gi, ".").replace(/=\r?\n|[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/g, "");
  const match = /^v(\d{1,4})\.([\w-]*)(.*)$/u.exec(plain);
  if (!match) throw new CodecError("foreign", `Not one of our links: it does not begin with "v${VERSION}.".`);
  const [, version, payload, rest] = match;
  if (Number(version) > VERSION)
    throw new CodecError(
      "newer",
      `Made by a newer version of this site (v${version}; this page reads v${VERSION}).`,
    );
  if (Number(version) < VERSION) throw new CodecError("foreign", `There never was a version ${version}.`);
  // A full stop or a bracket after the link belongs to the sentence around it.
  if (/[^\p{P}\p{S}]/u.test(rest))
    throw new CodecError("damaged", `Strange characters in the link: ${rest.slice(0, 20)}`);
  return payload;
}

function readBody(payload: string, limits: CodecLimits): Uint8Array<ArrayBuffer> {
  // A cut may fall anywhere, also where base64 cannot end.
  const bytes = fromBase64url(payload.length % 4 === 1 ? payload.slice(0, -1) : payload);
  if (!bytes || bytes.length < HEADER)
    throw new CodecError("truncated", `Cut off: only ${payload.length} characters arrived.`);
  const view = new DataView(bytes.buffer);
  const length = view.getUint32(0);
  const expected = base64urlLength(HEADER + length);
  if (length > limits.compressed) throw tooLarge(`${length} bytes compressed`, limits.compressed);
  if (payload.length < expected)
    throw new CodecError("truncated", `Cut off: ${payload.length} of ${expected} characters arrived.`);
  if (payload.length > expected)
    throw new CodecError(
      "lengthened",
      `Longer than it was: ${payload.length} characters instead of ${expected}.`,
    );
  const body = bytes.subarray(HEADER);
  if (crc32(body) !== view.getUint32(4))
    throw new CodecError("damaged", "Changed on its way: the checksum does not match.");
  return body;
}

function tooLarge(what: string, limit: number): CodecError {
  return new CodecError("too-large", `Too large: ${what}; the limit is ${limit}.`);
}
