/** Every word of the interface that is not part of a lesson. Other locales hold the same keys. */
export const en = {
  tagline: "Take a language model apart in your browser.",
  pitch:
    "An open course that rebuilds the techniques behind language models around a real one, small enough to run " +
    "in this page. Move its sliders, edit its code, break it, and see what happens.",
  map: "The course",
  mapNote:
    "Lessons stand along the tube in reading order. A thin line leads from each to those that build on it.",
  part: (number: string) => `Part ${number}`,
  planned: "planned",
  needs: "Builds on",
  pages: { glossary: "Glossary", progress: "Progress" },
  skip: "Skip to the text",
  theme: "Theme",
  themes: { auto: "auto", light: "day", dark: "night" },
  minutes: (minutes: number) => `${minutes} minutes`,
  objectives: "When you are done, you can",
  contents: "On this page",
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

export type Strings = typeof en;
