import type { Display } from "./display";

/** After this long Stop is offered more loudly, in milliseconds. */
const slowAfter = 10_000;
/** What a cell shows stays until the next run has ended, or has taken this long: most runs replace it in one go. */
const patience = 120;
/** Shortest time between two pictures of a run that goes on. */
const frame = 50;

interface CellRunEvents {
  /** It is time to show what there is. */
  onShow(run: CellRun): void;
  /** It runs for longer than most cells ever do. */
  onSlow(): void;
}

/** One run of a cell as the page sees it: what it has shown, gathered so that the page is not drawn too often. */
export class CellRun {
  private readonly began = performance.now();
  private readonly displays: Display[] = [];
  private readonly slow: ReturnType<typeof setTimeout>;
  private show?: ReturnType<typeof setTimeout>;

  constructor(
    /** Of all runs of the kernel. */
    readonly number: number,
    private readonly events: CellRunEvents,
  ) {
    this.slow = setTimeout(() => events.onSlow(), slowAfter);
  }

  /** All it has shown so far; a flood may have lost some on the way. */
  get outputs(): readonly Display[] {
    return this.displays.filter(Boolean);
  }

  add(at: number, display: Display): void {
    this.displays[at] = display;
    const wait = Math.max(frame, patience - (performance.now() - this.began));
    this.show ??= setTimeout(() => {
      this.show = undefined;
      this.events.onShow(this);
    }, wait);
  }

  /** Its code has ended; what it left running, such as a generator, may still show something. */
  finish(): void {
    clearTimeout(this.slow);
    clearTimeout(this.show);
    this.show = undefined;
  }
}
