/**
 * What the authors' machine did, so that the page says something before the reader measures: recorded with the
 * instruments of this page, `Bandwidth` and `Tokens`, the browser going before other work, and rounded to three
 * digits.
 */
import type { TokenRun } from "../demos/run-tokens";
import type { Spread } from "../statistics";
import type { Measured } from "./protocol";

export const sampleMachine = "two cores of an AMD EPYC server, Chromium, November 2026";

const at = (low: number, median: number, high: number, runs: number): Spread => ({ low, median, high, runs });

export const sample: Measured = {
  engine: "wasm",
  arrayBytes: 67108864,
  rates: {
    read: at(32.9e9, 33.3e9, 33.7e9, 15),
    copy: at(29.3e9, 32.9e9, 33.7e9, 15),
    triad: at(31.7e9, 31.8e9, 32e9, 15),
    multiplyAdd: at(47.7e9, 47.7e9, 47.9e9, 15),
  },
  sweep: [
    { bytes: 4096, rate: at(111e9, 115e9, 115e9, 7) },
    { bytes: 6144, rate: at(109e9, 113e9, 114e9, 7) },
    { bytes: 8192, rate: at(112e9, 114e9, 115e9, 7) },
    { bytes: 12288, rate: at(113e9, 114e9, 115e9, 7) },
    { bytes: 16384, rate: at(98.6e9, 101e9, 114e9, 7) },
    { bytes: 24576, rate: at(101e9, 109e9, 113e9, 7) },
    { bytes: 32768, rate: at(115e9, 115e9, 115e9, 7) },
    { bytes: 49152, rate: at(113e9, 113e9, 114e9, 7) },
    { bytes: 65536, rate: at(110e9, 113e9, 114e9, 7) },
    { bytes: 98304, rate: at(97e9, 100e9, 103e9, 7) },
    { bytes: 131072, rate: at(94.2e9, 100e9, 103e9, 7) },
    { bytes: 196608, rate: at(83.9e9, 126e9, 126e9, 7) },
    { bytes: 262144, rate: at(97.2e9, 98.5e9, 101e9, 7) },
    { bytes: 393216, rate: at(96.5e9, 99.4e9, 101e9, 7) },
    { bytes: 524288, rate: at(115e9, 115e9, 117e9, 7) },
    { bytes: 786432, rate: at(109e9, 109e9, 110e9, 7) },
    { bytes: 1048576, rate: at(99.9e9, 100e9, 101e9, 7) },
    { bytes: 1572864, rate: at(94.7e9, 94.7e9, 95.9e9, 7) },
    { bytes: 2097152, rate: at(92.2e9, 92.6e9, 93.4e9, 7) },
    { bytes: 3145728, rate: at(89e9, 90.5e9, 91.5e9, 7) },
    { bytes: 4194304, rate: at(86.6e9, 87.3e9, 88e9, 7) },
    { bytes: 6291456, rate: at(84.3e9, 85.7e9, 86.1e9, 7) },
    { bytes: 8388608, rate: at(82e9, 82.6e9, 83.2e9, 7) },
    { bytes: 12582912, rate: at(90.5e9, 90.5e9, 92.6e9, 7) },
    { bytes: 16777216, rate: at(78.7e9, 80.1e9, 80.7e9, 7) },
    { bytes: 25165824, rate: at(36.3e9, 36.9e9, 37.8e9, 7) },
    { bytes: 33554432, rate: at(30e9, 30.5e9, 30.9e9, 7) },
    { bytes: 50331648, rate: at(26.8e9, 27.2e9, 28.2e9, 7) },
    { bytes: 67108864, rate: at(26.1e9, 30.2e9, 34.2e9, 7) },
  ],
  timerStep: 0.1,
};

export const sampleRun: TokenRun = {
  decode: at(203, 401, 534, 56),
  context: 40,
  prefill: [
    { tokens: 32, rate: at(5710, 5930, 6100, 7) },
    { tokens: 64, rate: at(6700, 6740, 6810, 7) },
    { tokens: 128, rate: at(6510, 6630, 6680, 7) },
    { tokens: 256, rate: at(5610, 5640, 5660, 7) },
  ],
  outside: 2.5,
  inside: 1.6,
  written: 60,
  text: "",
};
