/** Lets needed cells pass and holds the others. */
export class Gates {
  private needed: ReadonlySet<string> = new Set();
  private readonly held = new Map<string, () => void>();

  /** Says who may pass from now on; those that are held stay so until `release`. */
  open(needed: ReadonlySet<string>): void {
    this.needed = needed;
  }

  release(): void {
    for (const [id, pass] of [...this.held]) if (this.isOpen(id)) pass();
  }

  isOpen(id: string): boolean {
    return this.needed.has(id);
  }

  opened(id: string, over: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const pass = () => {
        if (this.held.get(id) === pass) this.held.delete(id);
        resolve();
      };
      this.held.set(id, pass);
      over.addEventListener("abort", pass);
    });
  }
}
