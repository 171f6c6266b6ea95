import type { Task, TaskKind } from "@/lib/assignment/assignment";
import type { Catalog } from "@/lib/assignment/catalog";
import { findLesson, findPart } from "@/lib/assignment/catalog";
import type { ReadProblem } from "@/lib/assignment/problem";

/** Every word of the pages for classes. Other languages hold the same keys. */
const en = {
  kicker: "Assignment",
  reading: "Reading the link…",
  loading: "Loading the course…",
  due: (time: string) => `Due ${time}`,
  late: (time: string) =>
    `The due date has passed: it was ${time}. You can still work and hand in; the receipt says when.`,
  clock: (time: string) =>
    `Your clock says ${time}, which is before this assignment was made. Set it right, or the times in your receipt will be wrong.`,
  unsafe:
    "This browser keeps nothing, as in a private window, or its storage is full. Your work is lost when you close this page, so hand in before you do.",
  done: (done: number, all: number) => `${done} of ${all} done`,
  tasks: "Tasks",
  start: "Start",
  goOn: "Continue",
  open: "Open",
  kinds: {
    read: "Read",
    demo: "Explore",
    cell: "Run",
    exercise: "Write",
    prediction: "Predict",
    question: "Answer",
  } satisfies Record<TaskKind, string>,
  how: {
    read: "Tick it off when you have read it.",
    demo: "Counts once you have moved something in it.",
    cell: "Counts once the cell has run.",
    exercise: "Counts once its check passes.",
    prediction: "Counts once you have guessed, right or wrong.",
    question: "Counts once you have answered.",
  } satisfies Record<TaskKind, string>,
  markDone: (title: string) => `Done: ${title}`,
  isDone: "done",
  notYet: "not yet",
  tries: (tries: number) => `${tries} ${tries === 1 ? "try" : "tries"} so far`,
  lesson: (title: string) => `Lesson: ${title}`,
  wholeLesson: (title: string) => `All of “${title}”`,
  /** A task of an assignment, as it reads in a list. */
  title: (task: Task, catalog: Catalog | undefined): string => {
    if (task.kind === "question") return task.question.ask;
    const lesson = catalog && findLesson(catalog, task.lesson);
    if (task.kind === "read") {
      const section = lesson?.sections.find(({ id }) => id === task.section);
      return task.section ? (section?.title ?? task.section) : en.wholeLesson(lesson?.title ?? task.lesson);
    }
    return findPart(lesson, task.kind, task.id)?.title ?? task.id;
  },
  unknownLesson: (slug: string) =>
    `This course has no lesson “${slug}” (any more). Tell your instructor; the other tasks work.`,
  unknownPart: (id: string) =>
    `This lesson has no part “${id}” (any more). Tell your instructor; the other tasks work.`,

  answer: {
    label: "Your answer",
    choose: "Choose one",
    number: "Type a number.",
    saved: "Kept in this browser",
    right: "Right.",
    wrong: "Not what is expected. You can change it.",
  },

  changed: {
    some: (lesson: string) => `“${lesson}” has changed since this link was made.`,
    show: "Show what changed",
    none: "No passage differs; the change is in something that is not shown.",
    added: (count: number) => `${count} ${count === 1 ? "passage is" : "passages are"} new or reworded`,
    gone: (count: number) => `${count} ${count === 1 ? "passage is" : "passages are"} gone or was reworded`,
    note: "The link holds prints of the old passages, not their words: so you see what is new, and where something is missing.",
    goneHere: (count: number) =>
      `${count} ${count === 1 ? "passage" : "passages"} of the older text stood here.`,
    failed: "The text could not be compared: the file of passages did not load. The lesson itself is fine.",
    toSection: "Go there",
  },

  problems: {
    empty: {
      title: "No assignment in this address",
      text: "The address of an assignment is long: after /a/# it goes on with letters and digits. Open the whole link your instructor gave you, or paste it here.",
    },
    foreign: {
      title: "This link is not an assignment",
      text: "What stands after the # is not of our making. Ask your instructor for the link again.",
    },
    newer: {
      title: "This link is newer than this page",
      text: "It was made by a newer version of the course. Reload this page once; if that does not help, tell your instructor which address you opened.",
    },
    truncated: {
      title: "The link is cut off",
      text: "Its end is missing: mail programs and chats like to cut long links. Copy all of it, also from the next line, and paste it here; or ask for the QR code.",
    },
    lengthened: {
      title: "Something was added to the link",
      text: "It is longer than it was made. Copy it again without what follows it.",
    },
    damaged: {
      title: "The link was changed on its way",
      text: "As many characters arrived as were sent, but not the same ones. Copy it again from where you got it.",
    },
    "too-large": {
      title: "The link is too large",
      text: "It holds more than any assignment may. It is not opened.",
    },
    invalid: {
      title: "The link is whole, but does not make sense",
      text: "It says something that this page does not know. Tell your instructor, with the line below.",
    },
    other: {
      title: "This is something else",
      text: "It is a link of this course, but no assignment. Receipts are read on the review page.",
    },
  } satisfies Record<ReadProblem | "empty", { title: string; text: string }>,
  paste: "Paste the link here",
  read: "Read it",
  lessonsStill: "The lessons can be read without any link:",
  toCourse: "go to the course",

  handIn: {
    title: "Hand in",
    intro:
      "Nothing has been sent anywhere. When you are ready, make a receipt: it holds your answers, the code of the exercises, what the checks said and when. Send it the way your instructor asks for.",
    open: (open: number) =>
      `${open} ${open === 1 ? "task is" : "tasks are"} still open. You can hand in now and again later.`,
    name: "Your name (only if you want it in the receipt)",
    make: "Make the receipt",
    again: "Make it again",
    link: "As a link",
    copy: "Copy",
    copied: "Copied",
    copyFailed: "This browser does not let the page copy. Select the text and copy it.",
    short: "As a short code, to write down or read out; it says which tasks are done, nothing else",
    file: "As a file",
    tooLarge: "Too much code for a link: hand in the file.",
    changed: "Your work has changed since this receipt was made.",
    proof: "What a receipt proves, and what it does not",
  },

  lms: {
    ask: (host: string) =>
      `This assignment stands inside ${host}. If you say so, your progress, your answers and your score go there from now on.`,
    connect: (host: string) => `Report to ${host}`,
    connected: (host: string) => `Your progress is kept at ${host}.`,
    handIn: (host: string) => `Hand in to ${host}`,
    handedIn: (host: string) => `Handed in: ${host} has your work and your score.`,
    failed: (host: string) => `${host} did not take it. Your work is kept in this browser; try again.`,
    left: (count: number) =>
      `The code of ${count} ${count === 1 ? "task is" : "tasks are"} too long for it: add a receipt for ${count === 1 ? "it" : "them"}.`,
  },

  compose: {
    title: "Make an assignment",
    intro:
      "Pick what your students should do, and hand out one link. It holds the whole assignment: no account, no server, nothing to set up. What you write here stays in this browser.",
    noScript: "Making an assignment takes JavaScript, which is switched off here.",
    name: "Title",
    language: "Language of the lessons",
    languages: { en: "English", zh: "中文" },
    pick: "What to do",
    pickHint: "Everything else in the lessons stays open to the students as usual.",
    whole: "The whole lesson",
    groups: {
      read: "Sections to read",
      demo: "Demos",
      cell: "Cells to run",
      exercise: "Exercises",
      prediction: "Predictions",
    },
    picked: (count: number) => (count === 0 ? "nothing picked" : `${count} picked`),
    order: "In this order",
    orderEmpty: "Nothing yet. Tick something above, or add a question of your own.",
    up: (title: string) => `Move up: ${title}`,
    down: (title: string) => `Move down: ${title}`,
    remove: (title: string) => `Remove: ${title}`,
    settings: "Settings of this demo",
    settingsHint:
      "What you set here is where your students find it. Locked: they see it but cannot move it. Hidden: they do not see it.",
    embedDemo: "This demo alone, for a page of your own",
    modes: { open: "as it is", preset: "preset", locked: "locked", hidden: "hidden" },
    mode: (label: string) => `${label}: how`,
    value: (label: string) => `${label}: value`,
    on: "on",
    off: "off",
    addQuestion: "Add a question",
    questionKinds: { text: "short text", number: "number", choice: "choice" },
    ask: "Question",
    answer: "Right answer (empty: you judge it yourself)",
    tolerance: "may differ by",
    unit: "unit",
    choices: "Choices, one a line",
    rightChoice: "Right choice",
    noRightChoice: "none: you judge it yourself",
    answersTravel:
      "Right answers travel in the link. Whoever takes the link apart can read them, so do not grade on these alone.",
    instructions: "Instructions (Markdown)",
    due: "Due (optional)",
    zone: "Time zone",
    seed: "Seed for every demo that draws at random (optional)",
    edit: "Edit an existing assignment",
    editHint:
      "Paste its link. It keeps its identity: learning platforms replace their copy when you import it again.",
    editLoad: "Take it up",
    editDone: (title: string) => `You are editing “${title}”.`,
    earlier: "Made in this browser before",
    fresh: "Start a new one",
    undo: "Bring back what was here",
    preview: "As your students see it",
    previewEmpty: "The preview appears with the first task.",
    unsafe:
      "This browser keeps nothing, so the draft is lost when you close this page. Copy the link before you do.",
    hand: "Hand it out",
    gaps: {
      title: "It needs a title (300 characters at most).",
      tasks: "It needs at least one task, and at most 60.",
      seed: "The seed is a whole number of up to six digits.",
      due: "The due date is not a time.",
      zone: "This time zone is not known here. Try “Europe/Berlin”, for example.",
      instructions: "The instructions are longer than 20,000 characters.",
      ask: "A question is empty.",
      choices: "A choice needs at least two answers, none of them empty.",
      answer: "A number or its tolerance is not a number.",
    },
    tooLarge: "This is more than a link can hold. Shorten the instructions or split the assignment.",
    size: (characters: number) =>
      `${characters.toLocaleString("en-US")} characters. ${
        characters > 2_000
          ? "Some mail programs cut long links: the QR code, the file or the embed snippet is safer."
          : "Short enough for mail and chat."
      }`,
    link: "Link",
    openLink: "Open it as a student",
    qr: "QR code",
    qrTooLarge: "This link is too long for a QR code.",
    qrFile: "Save as SVG",
    embed: "Embed snippet, for a page of your own",
    print: "Print a sheet",
    cartridge: "Common Cartridge (.imscc)",
    scorm: "SCORM 1.2 (.zip)",
    packagesHint:
      "Canvas, Moodle, Blackboard and Brightspace import the cartridge as a module of links. The SCORM package also reports score and completion.",
    packageFailed: "The package could not be made: a part of it did not load. Try again.",
    sheet: { name: "Name" },
  },

  review: {
    title: "Review receipts",
    intro:
      "Paste what your students sent, or drop the files. Everything is read here, in this page; nothing is stored and nothing is sent.",
    noScript: "Reading receipts takes JavaScript, which is switched off here.",
    proof: "What a receipt proves, and what it does not",
    paste: "Receipts: links, mails, short codes with names; also the assignment’s own link",
    read: "Read",
    pasted: "pasted",
    address: "the address of this page",
    files: "Files with receipts",
    drop: "Drop files here: receipts, a folder of them, or the archive from your learning platform (.zip).",
    chooseFiles: "Choose files",
    chooseFolder: "Choose a folder",
    progress: (read: number, all: number) => `Reading ${read} of ${all}…`,
    count: (receipts: number, shorts: number) =>
      receipts + shorts === 0
        ? "No receipts yet."
        : `${receipts} ${receipts === 1 ? "receipt" : "receipts"}${shorts > 0 ? `, ${shorts} short ${shorts === 1 ? "code" : "codes"}` : ""}.`,
    refused: (count: number) => `${count} could not be read`,
    problems: {
      nothing: "There is no receipt in it",
      short: "The short code was copied wrongly: a letter or digit differs",
    },
    choose: "Assignment",
    clear: "Clear the desk",
    unknown:
      "These receipts are about an assignment that this browser does not know. Paste its link above: then tasks have their names, and answers are judged.",
    student: "Student",
    students: (count: number) => `${count} ${count === 1 ? "student" : "students"}`,
    noName: (from: string) => `no name (${from})`,
    older: (count: number) => `(newest of ${count + 1})`,
    points: "Points",
    flags: "Look again",
    all: "All",
    states: { done: "done", wrong: "not right", tried: "tried", open: "open" },
    tries: (tries: number) => `${tries}×`,
    passedAgain: "passes here",
    failedAgain: "fails here",
    doneBy: (done: number, all: number) => `${done} of ${all} done`,
    median: (tries: number) => `median ${tries} tries`,
    flag: {
      edited: "edited after it was made",
      version: "other version of the assignment",
      late: "late",
      future: "made in the future",
      early: "begun before it was made",
      fast: "far quicker than most",
      "same-code": "same code as another",
      lesson: "other text of a lesson",
      short: "short code",
    },
    csv: "Save as CSV",
    json: "Save as JSON",
    kept: "Nothing is stored here: save the JSON, and drop it on this page to go on.",
    code: "The code, side by side",
    codeHint:
      "Code that differs only in white space and comments stands together. Receipts only claim that a check passed; here the course’s own check runs again, in the sandbox.",
    exercise: "Exercise",
    checkAll: (count: number) => `Check ${count === 1 ? "it" : `all ${count}`} again`,
    checking: (done: number, all: number) => `${done} of ${all} checked…`,
    checkFailed: "The check could not be run here. Reload the page and try again.",
    stop: "Stop",
    noCode: "No receipt holds code of this exercise.",
    more: (count: number) => `and ${count} more`,
    codeOf: (name: string) => `Code of ${name}`,
    showMore: (count: number) => `Show more (${count})`,
    claims: "claims to pass",
    claimsNot: "did not pass",
    confirmed: "confirmed here",
    better: "passes here, though the receipt does not say so",
    contradicted: "claims to pass, but fails here",
  },

  panel: {
    label: "Assignment",
    show: "Show the assignment",
    hide: "Hide",
    overview: "Overview and hand-in",
    leave: "Leave the assignment",
    presets: "Some controls on this page are set or fixed by the assignment.",
  },
};

export type AssignmentStrings = typeof en;

/** In English until somebody has translated them. */
export function stringsFor(_locale: string): AssignmentStrings {
  return en;
}
