/**
 * The WGSL kernels the reader may edit. Every kernel finds three arrays, `a`, `b` and `c`, of equal length, and
 * says of itself how many bytes of an array belong to one thread (or how many threads there are), what a thread
 * moves and what it computes:
 * the page works out rates from those words.
 */
export interface GpuKernel {
  wgsl: string;
  constant?: { name: string; values: readonly number[] };
}

const arrays = (type: string) => `@group(0) @binding(0) var<storage, read_write> a: array<${type}>;
@group(0) @binding(1) var<storage, read_write> b: array<${type}>;
@group(0) @binding(2) var<storage, read_write> c: array<${type}>;`;

const copy = `// @thread-per 16 bytes  @moves 32 bytes  @computes 0 flops
${arrays("vec4f")}

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  a[i] = b[i];
}
`;

const triad = `// @thread-per 16 bytes  @moves 48 bytes  @computes 8 flops
${arrays("vec4f")}

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  a[i] = b[i] + 3.0 * c[i];
}
`;

const arithmetic = `// @thread-per 64 bytes  @moves 0 bytes  @computes 16384 flops
${arrays("vec4f")}

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3u) {
  var x = b[id.x];
  var y = c[id.x];
  // 1024 rounds of two multiply-adds on four numbers each: 16 FLOP a round
  for (var round = 0; round < 1024; round++) {
    x = 0.5 * x + vec4f(1.0);
    y = 0.5 * y + vec4f(1.0);
  }
  a[id.x] = x + y;
}
`;

const stride = `// @thread-per 4 bytes  @moves 8 bytes  @computes 0 flops
${arrays("f32")}

override STRIDE: u32 = 1;

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3u) {
  // Neighboring threads read STRIDE apart; all together they still read everything once.
  let n = arrayLength(&b);
  let far = id.x * STRIDE;
  a[id.x] = b[far % n + far / n];
}
`;

const tile = `// @threads 65536  @moves 0 bytes  @computes 512 flops
${arrays("f32")}

override TILE: u32 = 8;
const N = 256u; // a = b · c, all N × N
var<workgroup> left: array<f32, TILE * TILE>;
var<workgroup> right: array<f32, TILE * TILE>;

@compute @workgroup_size(TILE, TILE)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) at: vec3u) {
  let tiles = N / TILE;
  let row = (group.x / tiles) * TILE + at.y;
  let column = (group.x % tiles) * TILE + at.x;
  let here = at.y * TILE + at.x;
  var sum = 0.0;
  for (var t = 0u; t < tiles; t++) {
    // Every thread fetches one number of each tile; all of them use both tiles.
    left[here] = b[row * N + t * TILE + at.x];
    right[here] = c[(t * TILE + at.y) * N + column];
    workgroupBarrier();
    for (var k = 0u; k < TILE; k++) {
      sum += left[at.y * TILE + k] * right[k * TILE + at.x];
    }
    workgroupBarrier();
  }
  a[row * N + column] = sum;
}
`;

export const gpuKernels = {
  copy: { wgsl: copy },
  triad: { wgsl: triad },
  arithmetic: { wgsl: arithmetic },
  stride: { wgsl: stride, constant: { name: "STRIDE", values: [1, 2, 4, 8, 16, 32, 64] } },
  tile: { wgsl: tile, constant: { name: "TILE", values: [4, 8, 16] } },
} satisfies Record<string, GpuKernel>;

export type GpuKernelName = keyof typeof gpuKernels;
