/** An error for the person at the terminal: says what is wrong, where, and what to do; needs no stack. */
export class Stop extends Error {}

/**
 * Runs a command-line entry point; a number it returns becomes the exit status.
 * @param {() => Promise<number | void>} work
 */
export function main(work) {
  work().then(
    (status) => {
      process.exitCode = status ?? 0;
    },
    (error) => {
      console.error(error instanceof Stop ? `\n${error.message}` : error);
      process.exitCode = 1;
    },
  );
}
