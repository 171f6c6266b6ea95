/**
 * A cell, with everything it imports from its lesson: the unit that is compiled, run in the sandbox, and run
 * in Node at build time.
 */
export interface Program {
  /** Path of the module whose last expression is shown: "cells/softmax.ts". */
  entry: string;
  /** TypeScript source by path relative to the lesson's folder, POSIX slashes. Unreachable ones are ignored. */
  modules: Record<string, string>;
  /** The module that the reader edits, whose lines errors name; the entry unless a check runs it. */
  focus?: string;
}

/** JavaScript of one module; its imports are gaps that whoever runs it fills with URLs. */
export interface CompiledModule {
  path: string;
  /** `parts[0] + url(links[0]) + parts[1] + …`; one part more than there are links. */
  parts: string[];
  /** Paths of the modules it imports. */
  links: string[];
}

export interface CompiledProgram {
  entry: string;
  focus: string;
  /** Dependencies before dependants; the entry comes last. */
  modules: CompiledModule[];
}

/** A program that cannot be compiled: names the module, the line and what to do. */
export class ProgramError extends Error {
  constructor(
    override readonly name: "SyntaxError" | "ImportError",
    message: string,
    /** Path of the module at fault. */
    readonly module: string,
    /** 1-based, in the reader's own code. */
    readonly line?: number,
    /** 1-based, in the reader's own code. */
    readonly column?: number,
  ) {
    super(message);
  }
}
