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

export type Strings = typeof en;
