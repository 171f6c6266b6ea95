/** A browser with one page, as far as the suite needs it; the same for every engine. */
export interface Engine {
  /** "Firefox 153.7.0" */
  version: string;
  open(url: string): Promise<void>;
  /** Runs a function in the page, with arguments that JSON can carry, and waits for what it promises. */
  evaluate<Args extends unknown[], Result>(
    act: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** The address of the page; a page that was navigated away tells. */
  url(): Promise<string>;
  /** How many pages are open; a popup makes one more. */
  pages(): Promise<number>;
  close(): Promise<void>;
}

export const engineNames = ["chromium", "firefox", "webkit"] as const;
export type EngineName = (typeof engineNames)[number];
