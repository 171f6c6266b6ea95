import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readFiles } from "./files";

const fileOf = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

describe("files that are dropped on the review page", () => {
  it("are read as text, with their names", async () => {
    const { sources, refused } = await readFiles([fileOf("ada.txt", "v1.abc")]);
    expect(sources).toEqual([{ from: "ada.txt", text: "v1.abc" }]);
    expect(refused).toEqual([]);
  });

  it("may be a zip archive of a learning platform, with folders in it", async () => {
    const archive = zipSync({ "Ada_12/receipt.txt": strToU8("one"), "Bob_13/receipt.txt": strToU8("two") });
    const { sources } = await readFiles([fileOf("all.zip", archive as Uint8Array<ArrayBuffer>)]);
    expect(sources).toEqual([
      { from: "Ada_12/receipt.txt", text: "one" },
      { from: "Bob_13/receipt.txt", text: "two" },
    ]);
  });

  it("that are too large, or unpack to too much, are named and not read", async () => {
    const bomb = zipSync(
      { "bomb.txt": new Uint8Array(20_000_000), "fine.txt": strToU8("fine") },
      { level: 9 },
    );
    const { sources, refused } = await readFiles([
      fileOf("large.txt", "x".repeat(9_000_000)),
      fileOf("bomb.zip", bomb as Uint8Array<ArrayBuffer>),
      fileOf("broken.zip", "PK no"),
    ]);
    expect(sources).toEqual([{ from: "fine.txt", text: "fine" }]);
    expect(refused.map(({ from, problem }) => [from, problem])).toEqual([
      ["large.txt", "too-large"],
      ["bomb.zip: bomb.txt", "too-large"],
      ["broken.zip", "foreign"],
    ]);
  });
});
