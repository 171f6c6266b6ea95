import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64url } from "@/lib/codec/base64url";

/** JSON with the keys of every object in one order: equal values have equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) =>
    typeof field === "object" && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}

/**
 * SHA-256 of `parts`. Not by `crypto.subtle`, which is missing where a school serves the site without TLS.
 */
export function hashOf(...parts: string[]): Uint8Array {
  return sha256(new TextEncoder().encode(JSON.stringify(parts)));
}

/** 12 characters of base64url: 72 bits. */
export function shortHash(...parts: string[]): string {
  return toBase64url(hashOf(...parts).subarray(0, 9));
}
