/** Floats in each array; three arrays of 64 MB are far larger than any cache of a desktop processor. */
const LARGE = 16 * 1024 * 1024;

/**
 * How fast one worker of this page moves memory: the floor under decoding, which has to read every weight for
 * every token. Measured twice, outside the caches and with arrays of the model's size, which may stay in them.
 * @param {import("@playwright/test").Page} page
 * @param {number} modelBytes weights as float32
 */
export async function measureBandwidth(page, modelBytes) {
  const measure = (/** @type {number} */ length) =>
    page.evaluate(runTriad, { source: triad.toString(), length });
  const memory = await measure(LARGE);
  const resident = await measure(Math.floor(modelBytes / 12));
  return {
    modelBytes,
    /** Bytes a second. */
    memory,
    resident,
    /** Milliseconds to read the weights once. */
    floor: (1000 * modelBytes) / memory,
    residentFloor: (1000 * modelBytes) / resident,
  };
}

/** @param {{ source: string, length: number }} task */
function runTriad({ source, length }) {
  const code = `onmessage = ({ data }) => postMessage((${source})(data))`;
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(url);
  return /** @type {Promise<number>} */ (
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(length);
    })
  );
}

/**
 * STREAM's triad, a = b + s·c, and a plain copy; the better of the two counts, over several rounds.
 * @param {number} length floats an array
 * @returns {number} bytes a second
 */
function triad(length) {
  const a = new Float32Array(length);
  const b = new Float32Array(length).fill(1);
  const c = new Float32Array(length).fill(2);
  const repeats = Math.max(1, Math.round(2 ** 24 / length));
  let best = 0;
  for (let round = 0; round < 8; round++) {
    let start = performance.now();
    for (let r = 0; r < repeats; r++) for (let i = 0; i < length; i++) a[i] = b[i] + 3 * c[i];
    best = Math.max(best, (12 * length * repeats) / (performance.now() - start));
    start = performance.now();
    for (let r = 0; r < repeats; r++) a.set(b);
    best = Math.max(best, (8 * length * repeats) / (performance.now() - start));
  }
  return 1000 * best;
}
