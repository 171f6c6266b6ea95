import { describe, expect, it } from "vitest";
import { toOembed } from "./oembed";

const lesson = { title: 'Top-p & "min-p"' };
const full = {
  ...lesson,
  url: "https://glassbox.example/en/learn/temperature/",
  demo: "https://glassbox.example/en/embed/temperature/sampler/",
  preview: "https://glassbox.example/en/learn/temperature/preview.png",
};

describe("a lesson's oEmbed", () => {
  it("is its first demo in a frame, with what the standard asks of a rich answer", () => {
    const found = JSON.parse(toOembed(full));
    expect(found).toMatchObject({
      version: "1.0",
      type: "rich",
      width: 960,
      height: 640,
      title: lesson.title,
    });
    expect(found.html).toContain('src="https://glassbox.example/en/embed/temperature/sampler/"');
    expect(found.html).toContain('title="Top-p &amp; &quot;min-p&quot;"');
    expect(found.thumbnail_url).toBe(full.preview);
    expect(found.provider_url).toBe("https://glassbox.example/");
  });

  it("is a link where the site does not know its address", () => {
    const found = JSON.parse(toOembed(lesson));
    expect(found).toMatchObject({ type: "link", provider_name: "Glassbox" });
    expect(Object.keys(found)).not.toContain("html");
  });
});
