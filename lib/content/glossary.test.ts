import { describe, expect, it } from "vitest";
import { checkTerms, definitionIn, findEntry, toGlossary } from "./glossary";
import { findLessons, toLesson } from "./lesson";
import { compileText, readParts } from "./mdx";

const lesson = (folder: string, terms: string, text = "") =>
  toLesson(folder, "en", `---\ntitle: T\nsummary: S.\nminutes: 5\nterms:\n${terms}---\n${text}`);
const one = lesson("01-one", "  KV cache: Keys and values.\n  token: A word.\n");
const two = lesson("02-two", "  token: An entry.\n  key: { means: What it is found by., link: false }\n");
const glossary = toGlossary([one, two]);

describe("the glossary", () => {
  it("lists each term once, by the alphabet, with every lesson's meaning", () => {
    expect(glossary.map(({ name, slug }) => [name, slug])).toEqual([
      ["key", "key"],
      ["KV cache", "kv-cache"],
      ["token", "token"],
    ]);
    expect(glossary[2].definitions.map(({ means }) => means)).toEqual(["A word.", "An entry."]);
  });

  it("finds a term by its name or its plural, and gives a lesson its own meaning", () => {
    expect(findEntry(glossary, "Tokens")?.slug).toBe("token");
    expect(findEntry(glossary, "tokenizer")).toBeUndefined();
    expect(definitionIn(glossary[2], "two").means).toBe("An entry.");
    expect(definitionIn(glossary[2], "three").means).toBe("A word.");
  });
});

describe("checkTerms", () => {
  it("names a term without a meaning, and a meaning without a term", () => {
    expect(() => checkTerms(one, ["tokens", "KV cache", "logit"])).toThrow(/01-one.*<Term>logit<\/Term>/);
    expect(() => checkTerms(one, ["tokens"])).toThrow(/01-one.*"KV cache"/);
    expect(() => checkTerms(one, ["tokens", "KV cache"])).not.toThrow();
  });

  it("holds for every lesson", async () => {
    for (const each of await findLessons("en"))
      checkTerms(each, (await readParts(each.text, each.folder)).terms);
  });
});

describe("terms in a text", () => {
  const uses = async (text: string) => {
    const { code, termsUsed } = await compileText(text, "test.mdx", glossary);
    const marked = [...code.matchAll(/TermUse, \{\s*of: "([^"]*)",\s*children: "([^"]*)"/g)];
    return { termsUsed, marked: marked.map(([, of, word]) => `${of}: ${word}`) };
  };

  it("are marked at their first use in each section", async () => {
    const { marked, termsUsed } = await uses("A token. Tokens.\n\n## More\n\n- *Tokens* and the KV cache.\n");
    expect(marked).toEqual(["token: token", "token: Tokens", "kv-cache: KV cache"]);
    expect(termsUsed).toEqual(["token", "kv-cache"]);
  });

  it("are not marked where the section defines them, in code, links, headings or parts of words", async () => {
    const text =
      "Some <Term>tokens</Term>, then tokens.\n\n## A token\n\n`token` [token](#a) tokenizer token-wise $token$\n";
    expect((await uses(text)).marked).toEqual([]);
  });

  it("are not marked where the word mostly means something else", async () => {
    expect((await uses("Press a key.")).marked).toEqual([]);
  });
});
