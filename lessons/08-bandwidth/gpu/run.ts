import { spread } from "../statistics";
import type { GpuOrder, GpuPoint, GpuResult } from "./protocol";
import { readGroupSize, readWork } from "./read-kernel";

const MiB = 2 ** 20;
const largest = 64 * MiB;
/** Timed runs of each value, after warming up; launches in one run at most; least milliseconds of a run. */
const [runs, mostLaunches, shortest] = [7, 2048, 25];
const MAX_GROUPS = 65_535;
/** A launch this long, in milliseconds, is not repeated often. */
const slow = 300;

/** Compiles a kernel, runs it with every value of its constant, and times it. */
export async function runKernel(order: GpuOrder, tell: (points: GpuPoint[]) => void): Promise<GpuResult> {
  const work = readWork(order.wgsl);
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) throw new Error("This browser has WebGPU but found no GPU it may use.");
  const device = await adapter.requestDevice();
  const lost = device.lost.then(({ message }) => {
    throw new Error(`The GPU went away, most likely because a launch took too long. ${message}`);
  });
  lost.catch(() => {}); // heard through the race below
  const software =
    adapter.info.isFallbackAdapter ||
    /swiftshader|llvmpipe/i.test(Object.values(nameParts(adapter)).join(" "));
  const arrayBytes = Math.min(software ? 8 * MiB : largest, device.limits.maxStorageBufferBindingSize);
  const code = await compile(device, order.wgsl);
  const buffers = [0, 1, 2].map(() => makeArray(device, arrayBytes));
  const points: GpuPoint[] = [];
  for (const value of order.constant?.values ?? [undefined]) {
    const constant = value === undefined ? undefined : { name: order.constant!.name, value };
    const threads = work.threads ?? arrayBytes / (work.threadPer ?? 4);
    const groupSize = readGroupSize(order.wgsl, constant);
    const groups = Math.min(MAX_GROUPS, Math.max(1, Math.floor(threads / groupSize)));
    const pipeline = await toPipeline(device, code, constant);
    const bindings = bind(device, pipeline, buffers);
    const launch = (launches: number) => timeLaunches(device, pipeline, bindings, groups, launches);
    const seconds = spread(await Promise.race([timeRuns(launch), lost]));
    const done = groups * groupSize;
    points.push({ value, seconds, ...toRates(seconds, done * work.moves, done * work.computes) });
    tell(points);
  }
  device.destroy();
  return {
    name: Object.values(nameParts(adapter)).filter(Boolean).join(" ") || "no name given",
    software,
    arrayBytes,
    points,
  };
}

const nameParts = ({ info }: GPUAdapter) => ({
  maker: info.vendor,
  family: info.architecture,
  name: info.description,
});

function toRates(seconds: GpuPoint["seconds"], moved: number, computed: number) {
  const per = (amount: number) =>
    amount === 0
      ? undefined
      : {
          median: amount / seconds.median,
          low: amount / seconds.high,
          high: amount / seconds.low,
          runs: seconds.runs,
        };
  return { bandwidth: per(moved), arithmetic: per(computed) };
}

/** A storage buffer of small numbers: some GPUs read zeros faster than they read anything else. */
function makeArray(device: GPUDevice, bytes: number): GPUBuffer {
  const buffer = device.createBuffer({
    size: bytes,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
  });
  const piece = Float32Array.from({ length: MiB / 4 }, (_, i) => 1 + (i % 97) / 97);
  for (let at = 0; at < bytes; at += piece.byteLength)
    device.queue.writeBuffer(buffer, at, piece, 0, Math.min(piece.length, (bytes - at) / 4));
  return buffer;
}

async function compile(device: GPUDevice, code: string): Promise<GPUShaderModule> {
  device.pushErrorScope("validation");
  const module = device.createShaderModule({ code });
  const { messages } = await module.getCompilationInfo();
  await device.popErrorScope();
  const first = messages.find(({ type }) => type === "error");
  if (first) throw new Error(`Line ${first.lineNum}, column ${first.linePos}: ${first.message}`);
  return module;
}

async function toPipeline(
  device: GPUDevice,
  module: GPUShaderModule,
  constant?: { name: string; value: number },
): Promise<GPUComputePipeline> {
  const group = { binding: 0, visibility: GPUShaderStage.COMPUTE, buffer: { type: "storage" as const } };
  const layout = device.createBindGroupLayout({
    entries: [0, 1, 2].map((binding) => ({ ...group, binding })),
  });
  return device.createComputePipelineAsync({
    layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
    compute: { module, constants: constant && { [constant.name]: constant.value } },
  });
}

function bind(device: GPUDevice, pipeline: GPUComputePipeline, buffers: GPUBuffer[]): GPUBindGroup {
  return device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
}

/** Milliseconds from handing over so many launches to hearing that all are done. */
async function timeLaunches(
  device: GPUDevice,
  pipeline: GPUComputePipeline,
  bindings: GPUBindGroup,
  groups: number,
  launches: number,
): Promise<number> {
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, bindings);
  for (let i = 0; i < launches; i++) pass.dispatchWorkgroups(groups);
  pass.end();
  const start = performance.now();
  device.queue.submit([encoder.finish()]);
  await device.queue.onSubmittedWorkDone();
  return performance.now() - start;
}

/** Seconds of one launch, several times: as many launches a run as it takes to be long enough. */
async function timeRuns(launch: (launches: number) => Promise<number>): Promise<number[]> {
  let launches = 1;
  let first = await launch(launches);
  const count = first > slow ? 2 : runs;
  while (first < shortest && launches < mostLaunches) {
    launches *= 2;
    first = await launch(launches);
  }
  const times: number[] = [];
  for (let run = 0; run < count; run++) times.push((await launch(launches)) / 1000 / launches);
  return times;
}
