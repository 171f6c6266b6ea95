/**
 * Fetches Monaco from our own origin, once, when the first editor opens. `scripts/build-monaco.mjs` made the
 * files; Next's bundler never sees them.
 */

export type Monaco = typeof import("monaco-editor");

const base = `${process.env.NEXT_PUBLIC_BASE_PATH ?? ""}/monaco`;

let loading: Promise<Monaco> | undefined;

export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((error) => {
    // A failed download must not stand in the way of the next try.
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Monaco> {
  Object.assign(globalThis, { MonacoEnvironment: { getWorker } });
  const script = new URL(`${base}/editor.js`, document.baseURI).href;
  const [monaco] = await Promise.all([
    import(/* webpackIgnore: true */ /* turbopackIgnore: true */ script) as Promise<Monaco>,
    loadStyles(`${base}/editor.css`),
  ]);
  return monaco;
}

function getWorker(_id: string, label: string): Worker {
  return new Worker(`${base}/${label === "typescript" ? "ts" : "editor"}.worker.js`, { name: label });
}

function loadStyles(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`${href} could not be loaded.`));
    document.head.append(link);
  });
}
