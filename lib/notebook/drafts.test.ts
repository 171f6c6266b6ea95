import { describe, expect, it } from "vitest";
import { draftKey, localDrafts } from "./drafts";

function memory(): Storage {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  } as Storage;
}

const draft = { code: "1", base: "0" };

describe("drafts", () => {
  it("come back as they were saved, until removed", async () => {
    const storage = memory();
    const drafts = localDrafts(() => storage);
    expect(await drafts.save("k", draft)).toBe(true);
    expect(await drafts.load("k")).toEqual(draft);
    await drafts.remove("k");
    expect(await drafts.load("k")).toBeUndefined();
  });

  it("are forgotten, not fatal, where storage is turned off or full", async () => {
    const off = localDrafts(() => {
      throw new DOMException("denied", "SecurityError");
    });
    expect([await off.save("k", draft), await off.load("k"), await off.remove("k")]).toEqual([
      false,
      undefined,
      undefined,
    ]);
    const full = {
      ...memory(),
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    } as Storage;
    expect(await localDrafts(() => full).save("k", draft)).toBe(false);
  });

  it.each(["{", "1", "null", '{"code":1,"base":"x"}', "[]"])(
    "ignore what is not a draft: %s",
    async (stored) => {
      const storage = memory();
      storage.setItem("k", stored);
      expect(await localDrafts(() => storage).load("k")).toBeUndefined();
    },
  );

  it("belong to one cell of one page, with or without its last slash", () => {
    expect(draftKey("/en/learn/temperature/", "a")).toBe(draftKey("/en/learn/temperature", "a"));
    expect(draftKey("/en/learn/temperature", "a")).not.toBe(draftKey("/zh/learn/temperature", "a"));
  });
});
