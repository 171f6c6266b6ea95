/** Cache storage in memory, as far as `kept.ts` uses it: for tests, since Node has none. */
export class FakeCaches {
  /** By full address. */
  readonly files = new Map<string, Response>();
  /** What the next `put` fails with. */
  failure?: Error;

  async open() {
    const full = (address: string) => new URL(address, "https://site").href;
    return {
      keys: async (address?: string) =>
        [...this.files.keys()]
          .filter((url) => address === undefined || url === full(address))
          .map((url) => ({ url })),
      match: async (request: string | { url: string }) =>
        this.files.get(full(typeof request === "string" ? request : request.url))?.clone(),
      put: async (address: string, response: Response) => {
        if (this.failure) throw this.failure;
        this.files.set(full(address), response);
      },
      delete: async (request: string | { url: string }) =>
        this.files.delete(full(typeof request === "string" ? request : request.url)),
    };
  }
}
