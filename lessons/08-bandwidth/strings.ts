import { fixed } from "@/lib/plot/format";
import type { RunProgress, TokenRun } from "./demos/run-tokens";
import type { GpuResult } from "./gpu/protocol";
import type { KernelName } from "./measure/kernels";
import type { Measured } from "./measure/protocol";
import { type Device, ridge } from "./roofline";
import type { Spread } from "./statistics";
import { bytes, flops, rate, size, three } from "./units";

const engines = {
  wasm: "WebAssembly, four floats an instruction",
  arrays: "plain JavaScript: no WASM SIMD here",
};

/** Words and sentences of this lesson's instruments. Other languages hold the same keys. */
const en = {
  machine: { own: "this device", sample: "our machine", gpu: (name: string) => `your GPU (${name})` },

  bandwidth: {
    title: "How fast does your memory deliver?",
    measure: "Measure this device",
    again: "Measure again",
    stop: "Stop",
    progress: "Progress of the measurement",
    before: "About five seconds; one core will be busy.",
    done: "Done. The other instruments of this page use these numbers now.",
    stopped: "Stopped; nothing was kept.",
    doing: (now: KernelName | "sweep") =>
      ({
        read: "Reading a large array…",
        copy: "Copying a large array…",
        triad: "Computing the triad…",
        multiplyAdd: "Multiplying and adding without memory…",
        sweep: "Reading arrays of growing size…",
      })[now],
    failed: (reason: string) =>
      `The measurement failed: ${reason} The rest of the page works with our machine's numbers.`,
    loops: { read: "read", copy: "copy", triad: "triad" },
    spread: ({ median, low, high }: Spread) =>
      `${rate(median)} ±${Math.max(1, Math.round((50 * (high - low)) / median))}%`,
    barsCaption: "Bytes a second from memory",
    barsLabel: "Memory bandwidth of this device and of known chips",
    sweepCaption: (who: string, coming: boolean) =>
      coming ? "Coming in: reading speed by size" : `Reading the same array again and again, ${who}`,
    sweepLabel: "Reading speed against the size of the array; the table below has the numbers",
    axes: { x: "size of the array", y: "bytes a second" },
    guide: (weights: number) => `story-1m’s weights, ${bytes(weights)}`,
    sentence: ({ rates, sweep, arrayBytes }: Measured, who: string) => {
      const fastest = sweep.reduce((a, b) => (b.rate.median > a.rate.median ? b : a));
      return (
        `On ${who} one core reads ${size(arrayBytes)} at ${rate(rates.read.median)}, and ${size(fastest.bytes)} ` +
        `at ${rate(fastest.rate.median)}: ${three(fastest.rate.median / rates.read.median)} times as fast, from a cache. ` +
        `Kept in registers, it does ${flops(rates.multiplyAdd.median)}.`
      );
    },
    exact: "All sizes as a table",
    columns: { size: "array", median: "median", quartiles: "middle half of the runs" },
    loopsText: "The loops that are timed",
    loopsNote: (engine: Measured["engine"]) =>
      engine === "wasm"
        ? "This text and the bytes that run come from the same list of instructions. $a, $b, $c are the addresses of three arrays."
        : "Your browser lacks WASM SIMD, so the same loops ran as JavaScript over typed arrays.",
    measured: ({ engine, arrayBytes, rates, timerStep }: Measured) =>
      `medians of ${rates.read.runs} runs after warming up; ± is half the width of the middle half; ` +
      `one thread, three arrays of ${size(arrayBytes)}; ${engines[engine]}; timer step ${three(timerStep)} ms`,
    sample: (machine: string) => `Our machine: ${machine}. Chips: their makers’ peak figures.`,
  },

  roofline: {
    title: "What limits a model on your device: memory or arithmetic?",
    model: "model",
    weights: "weights stored as",
    batch: "batch: texts at once",
    tokens: "tokens in each text",
    beside: "chips beside it",
    besideLine: "chips beside it, by id",
    decode: "decode",
    prefill: "prefill",
    chart: {
      x: "arithmetic intensity, FLOP per byte",
      y: "attainable FLOP a second (T = 10¹²)",
      own: (name: string) => name,
    },
    columns: {
      device: "device",
      bandwidth: "bandwidth",
      peak: "peak",
      ridge: "ridge, FLOP/B",
      unknown: "not given",
    },
    limit: { memory: "mem", arithmetic: "arith" },
    table: "Rooflines as a table",
    sentence: (decode: number, prefill: number, device: Device, batch: number) => {
      const at = ridge(device);
      const where = (x: number) => (x < at ? "memory" : "arithmetic");
      return (
        `The ridge of this roof lies at ${three(at)} FLOP per byte. Decoding ${batch === 1 ? "one text" : `${batch} texts at once`} ` +
        `does ${three(decode)}: ${where(decode)} is the limit. Reading the prompt does ${three(prefill)}: ${where(prefill)} is.`
      );
    },
    status: (own: boolean) =>
      own
        ? "your roof from the measurement above, chips from their makers"
        : "the thick roof is our machine’s until you measure yours above; chips from their makers",
    assumptions: (kv: string) =>
      `Counted: 2 FLOP for each weight and token, every weight read once, keys and values at ${kv} bytes a number. ` +
      "The chips’ roofs are whole chips on 16-bit matrices; the thick one is a single core in a browser, on 32-bit floats.",
    measuredPoints: "◆ is what story-1m reached here.",
  },

  gpu: {
    title: "What does your GPU like to read?",
    kernel: "kernel",
    kernels: {
      copy: { name: "copy", does: "Every thread copies four numbers." },
      triad: { name: "triad", does: "The same loop as above, four numbers a thread." },
      arithmetic: { name: "arithmetic", does: "Hardly any memory: 16,384 operations a thread." },
      stride: {
        name: "stride",
        does: "Neighboring threads read 1, 2, … 64 numbers apart. Only useful bytes count.",
      },
      tile: { name: "tile", does: "Two 256 × 256 matrices multiplied in tiles of 4, 8 and 16." },
    },
    run: "Run on the GPU",
    stop: "Stop",
    reset: "Reset the code",
    code: (name: string) => `WGSL of ${name}`,
    absent:
      "This browser has no WebGPU, so the kernels can be read but not run. Everything else on the page works without it.",
    nothing: "nothing measured yet",
    running: "Running…",
    stopped: "Stopped; the GPU may need a moment to finish its last launch.",
    failed: (reason: string) =>
      `The kernel did not run. ${reason.replace(/[.:]?$/, ".")} Change it, or reset the code, and run again.`,
    caption: (name: string) => `What ${name} reached`,
    point: (value: number | undefined, kind: "bandwidth" | "arithmetic") =>
      `${kind === "bandwidth" ? "useful bytes" : "arithmetic"}${value === undefined ? "" : `, ${value}`}`,
    measured: ({ name, software, arrayBytes, points }: GpuResult, edited: boolean) =>
      `${name}${software ? " (a program on the CPU that acts as a GPU: its speed says nothing of one)" : ""}; ` +
      `median of ${points[0]?.seconds.runs ?? 0} runs, arrays of ${size(arrayBytes)}` +
      (edited ? "; your own code" : ""),
  },

  tokens: {
    title: "How many tokens a second should it write, and how many does it?",
    prompt: "Once upon a time, there was a little",
    run: "Write 60 tokens and time them",
    again: "Run again",
    stop: "Stop",
    waiting: "Waiting for the model…",
    stopped: "Stopped.",
    running: ({ now, written }: RunProgress) =>
      now === "decode" ? `${written} tokens written…` : "Reading prompts of 32 to 256 tokens…",
    failed: (reason: string) => `The run failed: ${reason} The predictions stand without it.`,
    barsCaption: "Tokens a second: ceilings, then the run",
    ceilings: {
      memory: "ceiling: weights from memory",
      int8: "… if read as int8",
      cache: "ceiling: weights from cache",
      arithmetic: "ceiling: arithmetic alone",
    },
    written: "written, one by one",
    read: (tokens: number) => `read, ${tokens} at once`,
    perSecond: (value: number) => `${three(value)} tokens/s`,
    tick: (value: number) => (value >= 1e6 ? "1 M" : value >= 1000 ? `${value / 1000} k` : String(value)),
    partsCaption: (outside: number) => `Where the ${three(outside)} ms of one written token go`,
    parts: {
      limit: { letter: "R", name: "reading weights and arithmetic, at the measured speeds" },
      engine: { letter: "E", name: "the rest inside the engine" },
      messages: { letter: "M", name: "messages between page and worker" },
    },
    sentence: ({ decode, prefill }: TokenRun, ceiling: number, cache: number) => {
      const last = prefill[prefill.length - 1];
      return (
        `Written one by one: ${three((100 * decode.median) / ceiling)}% of the ceiling that memory sets. ` +
        (cache > 1.15
          ? `The weights are small enough to stay in a cache, which delivers ${fixed(cache, 1)} times as fast, so memory is not what holds it back. `
          : "An array of this size is read no faster than from memory here, yet memory is not what holds it back: see E and M. ") +
        `Read ${last.tokens} at once, tokens pass ${three(last.rate.median / decode.median)} times as fast: weights are fetched and steps are started once for all of them.`
      );
    },
    sample: "Measured on our machine, with its bandwidth.",
    notOwn: "The ceilings use our machine’s bandwidth until you measure yours.",
    measured: ({ written, decode }: TokenRun, device: string) =>
      `${written} tokens written on ${device === "webgpu" ? "WebGPU" : "WASM"}, median of ${decode.runs}; prompts read 7 times each.`,
  },
};

export type LessonStrings = typeof en;

/** This lesson's strings in a language, in English until somebody has translated them. */
export function stringsFor(_locale: string): LessonStrings {
  return en;
}
