const deviceNames = { wasm: "WASM, your processor", webgpu: "WebGPU, your graphics card" };
const poolings = {
  mean: "the mean of their tokens' vectors",
  cls: "the vector of their first token",
  last_token: "the vector of their last token",
};

/** Every word of the interface that is not part of a lesson. Other locales hold the same keys. */
export const en = {
  locale: "en",
  tagline: "Take a language model apart in your browser.",
  pitch:
    "An open course that rebuilds the techniques behind language models around a real one, small enough to run " +
    "in this page. Move its sliders, edit its code, break it, and see what happens.",
  map: "The course",
  mapNote:
    "Lessons stand along the tube in reading order. A thin line leads from each to those that build on it.",
  part: (number: string) => `Part ${number}`,
  planned: "planned",
  plate: { done: "done ✓", begun: "read" },
  continue: { continue: "Continue where you left off", start: "Begin here" },
  needs: "Builds on",
  pages: {
    label: "Course",
    glossary: "Glossary",
    progress: "Progress",
    models: "Models",
    teach: "For instructors: make an assignment",
    feed: "New lessons (feed)",
  },
  glossary: {
    title: "Glossary",
    summary: "Every term that a lesson defines, in a sentence or two, and where to read more.",
  },
  progress: {
    title: "Your progress",
    summary: "What you have read, run, guessed and solved. It is kept in this browser and nowhere else.",
    noScript: "Keeping track takes JavaScript, and it is switched off here. All lessons read without it.",
    states: { fresh: "not begun", begun: "begun", done: "done" },
    counts: ({ sections, exercises, predictions, cells }: Record<Counted, { done: number; of: number }>) =>
      [
        `${sections.done} of ${sections.of} sections read`,
        ...(exercises.of > 0 ? [`${exercises.done} of ${exercises.of} exercises passed`] : []),
        ...(predictions.of > 0 ? [`${predictions.done} of ${predictions.of} guesses made`] : []),
        ...(cells.of > 0 ? [`${cells.done} of ${cells.of} cells run`] : []),
      ].join(" · "),
    planned: (count: number) =>
      count === 1 ? "One more lesson is planned." : `${count} more lessons are planned.`,
    due: {
      title: "Worth another guess",
      none: "Nothing is due. Guesses come back here after a day if they missed, later if they were right.",
      some: (count: number) =>
        count === 1
          ? "One question is due. Do you still know?"
          : `${count} questions are due. Do you still know?`,
    },
    custody: "Carry it away, bring it back",
    custodyNote:
      "A file takes your progress to another browser. What is brought in is added to what is here: nothing is overwritten.",
    export: "Export a file",
    import: "Import a file",
    clear: "Clear all progress",
    exported: (count: number) => `${entries(count)} exported.`,
    imported: (count: number) => `${entries(count)} read and added to what was here.`,
    refused: (why: string) => `Nothing was imported. ${why}`,
    notKept: "That did not work: this browser keeps nothing for this site.",
    confirmTitle: "Clear all progress?",
    confirm:
      "Everything read, run, guessed and solved is forgotten in this browser. Your edits of cells stay.",
    confirmClear: "Clear it",
    cancel: "Keep it",
    cleared: "All progress is cleared.",
    undo: "Undo",
    undone: "It is all back.",
  },
  models: {
    title: "The models",
    summary:
      "Small language models that run in this browser, on your machine. Fetch one, and it answers without a network.",
    noScript: "Fetching and clearing models takes JavaScript, and it is switched off here.",
    parameters: "Parameters",
    size: "Size",
    megabytes,
    files: (count: number) => (count === 1 ? "one file" : `${count} files`),
    license: "License",
    loss: "Held-out loss",
    nats: ({ nats_per_token, bits_per_byte }: { nats_per_token: number; bits_per_byte: number }) =>
      `${nats_per_token.toFixed(3)} nats a token, ${bits_per_byte.toFixed(3)} bits a byte`,
    noLoss: "Its card gives none.",
    network: "Network",
    networks: { moe: "mixture of experts", "static-embedding": "one table of embeddings" } as Record<
      string,
      string
    >,
    dense: "decoder-only Transformer (GPT-2)",
    adapters: "Adapters",
    lessons: "Used in",
    noLesson: "no lesson yet",
    card: { name: "Card", holds: "data, recipe, measures, samples, limits" },
    state: {
      /** Not looked up yet, or no JavaScript. */
      unknown: () => "",
      none: () => "Not kept in this browser: a lesson fetches it when it needs it.",
      part: (kept: number, total: number) => `Partly kept: ${megabytes(kept)} of ${megabytes(total)}.`,
      old: () => "An older version is kept; a lesson fetches the new one when it needs it.",
      all: (_: number, total: number) =>
        `Kept in this browser: ${megabytes(total)}. It answers without a network.`,
    },
    fetch: "Fetch for offline use",
    fetchRest: "Fetch what is missing",
    cancel: "Cancel",
    clear: "Clear",
    progress: (loaded: number, total: number) =>
      total ? `${megabytes(loaded)} of ${megabytes(total)}` : "Asking for its files…",
    cancelled: "Cancelled. Nothing unfinished is kept.",
    full: "There is no room left in this browser's storage: the model works, but is fetched on each visit. Clear another, or free space on your device.",
    off: "This browser keeps nothing for this site: the model works, but is fetched on each visit.",
    engines: "Runs with",
    enginesOf: (megabytes: string) =>
      `jax-js, in every lesson; ONNX Runtime, ${megabytes} more, where you choose it`,
    elsewhere: {
      title: "A model from elsewhere",
      note: "Any model that writes text, or makes vectors of sentences, and has been made ready for transformers.js. Name its repository: you hear its size first, and none of its weights are fetched before you agree. It runs on your machine, and what you write stays there.",
      from: "From",
      sources: {
        hub: "the hub, huggingface.co",
        site: "this site, what its host has copied here",
        other: "another server that is laid out like the hub",
      },
      address: "Its address",
      repository: "Repository",
      hint: "owner/name, e.g. onnx-community/SmolLM2-135M-ONNX, or Xenova/all-MiniLM-L6-v2 for sentences",
      place: "Compute on",
      places: {
        auto: "what suits its size",
        wasm: "WASM: the processor",
        webgpu: "WebGPU: the graphics card",
      },
      ask: "Ask for its size",
      asking: "Asking for its config and its sizes…",
      noRepository: (text: string) => `“${text}” is no name of a repository: those are owner/name.`,
      noAddress: (text: string) => `“${text}” is no web address: those begin with https:// or http://.`,
      size: (name: string, files: number, size: string, host: string, runtime: string) =>
        `${name}: ${size} in ${files} files from ${host}, and ONNX Runtime, ${runtime} from this site, unless it is kept here already.`,
      agree: (size: string) => `Fetch ${size} and run it here`,
      wouldRun: (device: keyof typeof deviceNames, reason: string) =>
        `It would run on ${deviceNames[device]}. ${reason}`,
      ready: (
        { repository, dtype }: { repository: string; dtype: string },
        {
          kind,
          device,
          milliseconds,
        }: { kind: string; device: keyof typeof deviceNames; milliseconds: number },
      ) =>
        `${repository} runs here with ONNX Runtime on ${deviceNames[device]}: ${kind}, weights in ${dtype}. Ready after ${(milliseconds / 1000).toFixed(1)} s.`,
      fallback: (message: string) => `WebGPU could not run it, so WASM does. (${message})`,
      close: "Close it",
      closed: "Closed. Its files are kept in this browser until you clear them below.",
      prompt: "Prompt",
      next: "What comes next?",
      token: "token",
      probability: "probability",
      after: (prompt: string, tokens: number, ms: string) =>
        `After “${prompt}” (${tokens} tokens), in ${ms} ms:`,
      write: "Write on",
      stop: "Stop",
      writtenTitle: "Text, the most probable token each time",
      written: (tokens: number, ms: number | undefined) =>
        ms === undefined
          ? "One token."
          : `${tokens} tokens. The first takes reading the prompt; the others took ${ms.toFixed(1)} ms each.`,
      sentences: "Sentences, one a line",
      someSentences:
        "A cat sleeps in the sun.\nA kitten naps on a warm windowsill.\nThe train to the city leaves at nine.",
      compare: "How alike are they?",
      fewSentences: "Write at least two sentences, each on a line of its own.",
      sentence: (number: number) => `sentence ${number}`,
      likeness: (count: number, dimensions: number, ms: string, pooling: keyof typeof poolings) =>
        `Cosine similarity of ${count} vectors of ${dimensions} numbers, made in ${ms} ms: ${poolings[pooling]}, brought to length 1.`,
    },
    storage: {
      title: "Storage",
      note: "Lessons that you open are kept with what they load, for when you are offline. Models are the largest part. The browser may throw out all of it when space runs short; it is then fetched again.",
      kept: (bytes: number, count: number) =>
        count === 0
          ? "No model is kept in this browser."
          : `Models kept in this browser: ${megabytes(bytes)} in ${count === 1 ? "one file" : `${count} files`}.`,
      used: (used: number, quota: number) =>
        `All of this site: ${megabytes(used)} of the ${gigabytes(quota)} that the browser allows it (its own estimate).`,
      persist: "Ask the browser to keep it",
      persisted: "The browser has promised to keep what is here.",
      refused: "The browser does not promise it. Some do once a site is bookmarked or visited often.",
      clear: "Clear all models",
      cleared: (bytes: number) => `${megabytes(bytes)} cleared.`,
    },
  },
  search: {
    open: "Search",
    title: "Search the course",
    label: "Words to look for",
    hint: "Lessons and the glossary, word by word.",
    searching: "Searching…",
    none: (words: string) => `Nothing in the course says “${words}”.`,
    found: (count: number) => (count === 1 ? "One page" : `${count} pages`),
    failed: "The search could not be loaded. Are you offline? It works offline after its first use.",
    close: "Close",
  },
  skip: "Skip to the text",
  theme: "Theme",
  themes: { auto: "auto", light: "day", dark: "night" },
  minutes: (minutes: number) => `${minutes} minutes`,
  objectives: "When you are done, you can",
  contents: "On this page",
  cite: { title: "Cite this lesson", version: "version" },
  /** Said to screen readers of a section that has been read. */
  read: "read",
  onward: "Other lessons",
  before: "Before this",
  next: "Next",
  toMap: "The whole course",
  /** Why progress is not kept. */
  obstacles: {
    off: "Your progress is not kept: this browser's storage is switched off. The lesson works all the same.",
    full: "Your progress is not kept: this browser's storage is full. The lesson works all the same.",
    version:
      "Your progress is not kept here: another version of the course is open in this browser. Reload this page to go on with the newest one.",
    dismiss: "All right",
  },
  footer: "Static files, no account, nothing sent anywhere: the model runs on your machine.",
  notFound: "There is no page here.",
  toCourse: "Go to the course",
};

type Counted = "sections" | "exercises" | "predictions" | "cells";

function entries(count: number): string {
  return count === 1 ? "One entry" : `${count.toLocaleString("en-US")} entries`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

function gigabytes(bytes: number): string {
  return bytes < 1e9 ? megabytes(bytes) : `${(bytes / 1e9).toFixed(1)} GB`;
}

export type Strings = typeof en;
