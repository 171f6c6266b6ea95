/** Lets needed cells pass and holds the others. */
export class Gates {
  private needed: ReadonlySet<string> = new Set();
  private readonly held = new Map<string, () => void>();

  open(needed: ReadonlySet<string>): void {
    this.needed = needed;
    for (const [id, pass] of [...this.held]) if (needed.has(id)) pass();
  }

  isOpen(id: string): boolean {
    return this.needed.has(id);
  }

  opened(id: string, over: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const pass = () => {
        this.held.delete(id);
        resolve();
      };
      this.held.set(id, pass);
      over.addEventListener("abort", pass);
    });
  }
}
