import type { ErrorDisplay } from "./display";
import { describeError, findPlace, namePaths, type Place, stackOf } from "./locate";
import type { CompiledModule, CompiledProgram } from "./program";

/** What differs between the sandbox (blob: URLs) and Node (data: URLs). */
export interface ModuleLoader {
  toUrl(code: string): string;
  load(url: string): Promise<unknown>;
}

/** Fresh URLs for every module of a program, by path: each run gets a module graph of its own. */
export function linkModules(program: CompiledProgram, toUrl: ModuleLoader["toUrl"]): Map<string, string> {
  const urls = new Map<string, string>();
  for (const module of program.modules) urls.set(module.path, toUrl(fillLinks(module, urls)));
  return urls;
}

/** The module's code with the URLs of its imports in their gaps. */
export function fillLinks(module: CompiledModule, urls: ReadonlyMap<string, string>): string {
  return module.parts
    .map((part, i) => (i === 0 ? part : `${JSON.stringify(urls.get(module.links[i - 1]))}${part}`))
    .join("");
}

/** Knows where the code of a run stands, to place its errors. `focus`: the module the reader is editing. */
export class ErrorPlacer {
  private readonly own: ReadonlyMap<string, string>;

  constructor(
    private readonly urls: ReadonlyMap<string, string>,
    private readonly focus: string,
    /** Modules no error is blamed on. */
    builtins: readonly string[],
  ) {
    this.own = new Map([...urls].filter(([path]) => !builtins.includes(path)));
  }

  place(error: unknown): Place | undefined {
    return findPlace(stackOf(error), this.own, this.focus);
  }

  /** Whether a line of the focus had a part in the error. */
  isIn(error: unknown): boolean {
    return this.place(error)?.module === this.focus;
  }

  /** The error as it is drawn: with its line if it lies in the reader's module, else with its file in words. */
  toDisplay(error: unknown): ErrorDisplay {
    const { name, message } = describeError(error);
    const place = this.place(error);
    const text = namePaths(message, this.urls);
    if (!place) return { kind: "error", name, message: text };
    if (place.module === this.focus) return { kind: "error", name, message: text, line: place.line };
    return { kind: "error", name, message: `${place.module}, line ${place.line}: ${text}` };
  }
}
