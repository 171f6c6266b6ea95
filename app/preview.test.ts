import { describe, expect, it } from "vitest";
import { findLessons } from "@/lib/content/lesson";
import { drawPreview } from "./preview";

describe("a lesson's preview", () => {
  it("is a PNG of the size that other sites ask for, and no two are alike", async () => {
    const pictures = await Promise.all(
      (await findLessons("en")).map(async (lesson) =>
        Buffer.from(await (await drawPreview(lesson)).arrayBuffer()),
      ),
    );
    for (const picture of pictures) {
      expect(picture.subarray(1, 4).toString()).toBe("PNG");
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    }
    expect(new Set(pictures.map((picture) => picture.toString("base64"))).size).toBe(pictures.length);
  });
});
