/**
 * Program → JavaScript modules in the order in which they can be linked: parse, find imports, resolve, order,
 * rewrite. Pure. Load it on demand (`await import`): sucrase and acorn weigh more than the rest of a page.
 */

import { Modules, toCompiled } from "./modules";
import { type CompiledProgram, type Program, ProgramError } from "./program";

/** Throws a `ProgramError` that names the module, the line and what may be written instead. */
export function compile({ entry, focus = entry, modules: sources }: Program): CompiledProgram {
  if (!Object.hasOwn(sources, entry))
    throw new ProgramError("ImportError", `The program has no module "${entry}".`, entry);
  const modules = new Modules(sources);
  const module = modules.parse(entry, sources[entry]);
  return { entry, focus, modules: [...modules.reach(module), toCompiled(module)] };
}
