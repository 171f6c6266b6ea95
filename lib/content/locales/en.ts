/** Every word of the interface that is not part of a lesson. Other locales hold the same keys. */
export const en = {
  tagline: "Take a language model apart in your browser.",
  pitch:
    "An open course that rebuilds the techniques behind language models around a real one, small enough to run " +
    "in this page. Move its sliders, edit its code, break it, and see what happens.",
  lessons: "Lessons",
  part: { 1: "How a language model works", 2: "Making it fast and cheap" } as Record<number, string>,
  skip: "Skip to the text",
  course: "Course",
  source: "Source",
  theme: "Theme",
  themes: { auto: "auto", light: "day", dark: "night" },
  minutes: (minutes: number) => `${minutes} minutes`,
  objectives: "When you are done, you can",
  models: "Runs on",
  contents: "On this page",
  untranslated: "This lesson is not in English yet.",
  offline: "After one visit this page also works without a network.",
  footer: "Static files, no account, nothing sent anywhere: the model runs on your machine.",
  notFound: "There is no page here.",
};

export type Strings = typeof en;
