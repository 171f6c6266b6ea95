import type { Device } from "../roofline";
import type { Spread } from "../statistics";
import type { Measured } from "./protocol";
import { sample } from "./sample";

/** What the reader's GPU was found to do. */
export interface GpuFigures {
  name: string;
  /** byte/s */
  bandwidth?: number;
  /** FLOP/s */
  peak?: number;
}

/** Tokens a second that the page's model reached here. */
export interface TokenFigures {
  decode: Spread;
  /** Length of the text while it was written, tokens. */
  context: number;
  prefill: { tokens: number; rate: Spread }[];
}

export interface Figures {
  /** This device, or a machine of the authors' until it has been measured. */
  cpu: Measured;
  /** The figures of `cpu` are of this device. */
  own: boolean;
  gpu?: GpuFigures;
  tokens?: TokenFigures;
}

/** What has been measured on this page, shared by its instruments. */
class FigureStore {
  figures: Figures = { cpu: sample, own: false };
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(figures: Partial<Figures>) {
    this.figures = { ...this.figures, ...figures };
    for (const listener of this.listeners) listener();
  }
}

export const figureStore = new FigureStore();

/** The processor as the roofline sees it: arithmetic, and reading from memory. */
export function toDevice({ rates }: Measured): Device {
  return { peak: rates.multiplyAdd.median, bandwidth: rates.read.median };
}

/** Bandwidth of reading an array of this size again and again, byte/s: the next larger point of the sweep. */
export function rateAt({ sweep, rates }: Measured, bytes: number): number {
  return (sweep.find((point) => point.bytes >= bytes)?.rate ?? rates.read).median;
}
