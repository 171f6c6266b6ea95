import { describe, expect, it, vi } from "vitest";
import { announce, type Happening, lessonAt, onHappening } from "./events";

const passed: Happening = { kind: "exercise", lesson: "temperature", id: "top-p", passed: true };

describe("announce", () => {
  it("tells every listener, until its signal is aborted", () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const [one, two] = [new AbortController(), new AbortController()];
    onHappening(one.signal, first);
    onHappening(two.signal, second);
    announce(passed);
    one.abort();
    announce(passed);
    two.abort();
    announce(passed);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
    expect(first).toHaveBeenCalledWith(passed);
  });

  it("goes on when a listener throws", () => {
    const over = new AbortController();
    const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
    const second = vi.fn();
    onHappening(over.signal, () => {
      throw new Error("no room");
    });
    onHappening(over.signal, second);
    announce(passed);
    expect(second).toHaveBeenCalledOnce();
    expect(complaint).toHaveBeenCalledOnce();
    over.abort();
    complaint.mockRestore();
  });
});

describe("lessonAt", () => {
  it("reads the lesson off an address, below any base path", () => {
    expect(lessonAt("/en/learn/temperature/")).toBe("temperature");
    expect(lessonAt("/glassbox/en/learn/attention")).toBe("attention");
    expect(lessonAt("/en/")).toBe("");
  });
});
