import { init, jit, numpy } from "@jax-js/jax";
import type { Engine } from "./engine";
import type { Device } from "./protocol";

export interface DeviceVerdict {
  device: Device;
  /** One sentence for the reader. */
  reason: string;
  /** Milliseconds: a whole token on `wasm`, one bare round trip on `webgpu`. */
  probe: Partial<Record<Device, number>>;
}

/**
 * Decides whether WebGPU is worth a second set of weights. A token on WebGPU takes at least one round trip
 * to the GPU and back; when that alone takes longer than a whole token on WASM, WASM wins without a race.
 */
export function judge(wasmToken: number, roundTrip: number | undefined): DeviceVerdict {
  const ms = (x: number) => `${x.toFixed(1)} ms`;
  if (roundTrip === undefined)
    return { device: "wasm", reason: "WebGPU is not available here.", probe: { wasm: wasmToken } };
  const probe = { wasm: wasmToken, webgpu: roundTrip };
  return roundTrip >= wasmToken
    ? {
        device: "wasm",
        reason: `A token takes ${ms(wasmToken)} on WASM; the trip to the GPU and back alone takes ${ms(roundTrip)}.`,
        probe,
      }
    : {
        device: "webgpu",
        reason: `The trip to the GPU and back takes ${ms(roundTrip)}, a token on WASM ${ms(wasmToken)}.`,
        probe,
      };
}

/** Milliseconds of one token, the best of three after a first that compiles. */
export async function timeToken(engine: Engine): Promise<number> {
  const session = await engine.start([0]);
  const times = await repeat(4, () => session.decode(0));
  session.dispose();
  return Math.min(...times.slice(1));
}

/** Milliseconds from handing the GPU one small product to having its result, or undefined without WebGPU. */
export async function timeRoundTrip(): Promise<number | undefined> {
  if (typeof navigator === "undefined" || !navigator.gpu) return undefined;
  try {
    if (!(await init("webgpu")).includes("webgpu")) return undefined;
    const square = jit((x: numpy.Array) => numpy.matmul(x.ref, x));
    const times = await repeat(4, () => square(numpy.ones([32, 32], { device: "webgpu" })).data());
    square.dispose();
    return Math.min(...times.slice(1));
  } catch {
    return undefined; // a GPU that cannot do this much is as good as none
  }
}

async function repeat(count: number, run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times;
}
