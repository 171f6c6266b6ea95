import { z } from "@/lib/zod";
import type { Tokenizer } from "./language-model";

/** The part of a Hugging Face `tokenizer.json` that a byte-level BPE needs. */
export const tokenizerFile = z.object({
  model: z.object({
    vocab: z.record(z.string(), z.number().int()),
    merges: z.array(z.union([z.tuple([z.string(), z.string()]), z.string()])),
  }),
  pre_tokenizer: z.object({
    pretokenizers: z.tuple([z.object({ pattern: z.object({ Regex: z.string() }) })]).rest(z.unknown()),
  }),
});

/**
 * Byte-level byte-pair encoding (Sennrich 2016; GPT-2's variant over bytes).
 * Text is cut into words by the file's pattern; each word starts as its UTF-8 bytes, and the pair of
 * neighbors that was learned first is merged until no learned pair is left.
 */
export function createTokenizer(json: unknown): Tokenizer {
  const { model, pre_tokenizer } = tokenizerFile.parse(json);
  const words = new RegExp(pre_tokenizer.pretokenizers[0].pattern.Regex, "gu");
  const idOfByte = byteLetters.map((letter) => model.vocab[letter]);
  const bytesOf = readVocabulary(model.vocab);
  const merges = readMerges(model);
  const encoder = new TextEncoder();
  const cache = new Map<string, number[]>();

  function encodeWord(word: string): number[] {
    const cached = cache.get(word);
    if (cached) return cached;
    const ids = merge(
      Array.from(encoder.encode(word), (byte) => idOfByte[byte]),
      merges,
    );
    if (cache.size > 20_000) cache.clear();
    cache.set(word, ids);
    return ids;
  }

  const decode = (tokens: readonly number[]) =>
    new TextDecoder().decode(Uint8Array.from(tokens.flatMap((token) => bytesOf[token] ?? [])));
  return {
    encode: (text) => text.match(words)?.flatMap(encodeWord) ?? [],
    decode,
    text: (token) => decode([token]),
  };
}

/** Applies merges in the order they were learned until none fits. */
function merge(ids: number[], merges: Merges): number[] {
  let word = ids;
  for (;;) {
    let best: { rank: number; id: number } | undefined;
    for (let i = 0; i + 1 < word.length; i++) {
      const found = merges.get(pairKey(word[i], word[i + 1]));
      if (found && (!best || found.rank < best.rank)) best = found;
    }
    if (!best) return word;
    const next: number[] = [];
    for (let i = 0; i < word.length; i++) {
      const isPair = i + 1 < word.length && merges.get(pairKey(word[i], word[i + 1])) === best;
      next.push(isPair ? best.id : word[i]);
      if (isPair) i++;
    }
    word = next;
  }
}

type Merges = Map<number, { rank: number; id: number }>;

const pairKey = (left: number, right: number) => left * 2 ** 20 + right;

function readMerges({ vocab, merges }: z.infer<typeof tokenizerFile>["model"]): Merges {
  return new Map(
    merges.map((entry, rank) => {
      const [left, right] = typeof entry === "string" ? entry.split(" ") : entry;
      return [pairKey(vocab[left], vocab[right]), { rank, id: vocab[left + right] }];
    }),
  );
}

/** Bytes of each token; special tokens such as `<|endoftext|>` are spelled in plain letters. */
function readVocabulary(vocab: Record<string, number>): number[][] {
  const byteOf = new Map(byteLetters.map((letter, byte) => [letter, byte]));
  const bytes: number[][] = [];
  for (const [token, id] of Object.entries(vocab))
    bytes[id] = Array.from(token, (c) => byteOf.get(c) ?? 0x3f);
  return bytes;
}

/** GPT-2's alphabet: a visible letter for every byte. Bytes that print stand for themselves. */
const byteLetters: string[] = (() => {
  const prints = (byte: number) =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255);
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(prints(byte) ? byte : next++));
})();
