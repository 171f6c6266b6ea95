/** Every bound of the sandbox in one place. Times in milliseconds, sizes in UTF-16 units of JSON. */
export const limits = {
  /** A browser that has no broker after this is told apart as one that cannot run code. */
  start: 2_000,
  /** A second try may take this long: the first may have met a busy machine. */
  secondStart: 6_000,
  /** A run may take this long, the loading of a model not counted. */
  run: 60_000,
  /** Messages of one kernel within one second. */
  burst: 2_000,
  message: 2_000_000,
  /** Lists and objects inside each other in one message. */
  depth: 100,
  total: 4_000_000,
  /** Of `total`, what is forgotten in a second. */
  refill: 300_000,
  /** Model calls that may wait while one is served, and in all for one run. */
  waitingCalls: 16,
  calls: 5_000,
  /** The frame is taken down after this long without a run. */
  idle: 120_000,
  /** A notebook's kernel in which nothing runs, and that has not begun what it was asked for, is broken after this. */
  silence: 3_000,
  ping: 2_000,
  /** After this many pings without a word from the broker it is dead, most likely out of memory. */
  unanswered: 5,
};
