import { cellGlobals, toLibraryGlobals } from "@/lib/notebook/cell-globals";
import stdlibSource from "@/lib/notebook/generated/stdlib-source";
import type { Program } from "@/lib/notebook/program";
import type { Monaco } from "./load";

/**
 * Readers need not write types. Turning `noImplicitAny` off instead would make every `const rows = []` a list
 * of nothing.
 */
const implicitAny = [7005, 7006, 7008, 7010, 7015, 7019, 7023, 7024, 7031, 7034, 7053];

/** Once per page: how TypeScript reads cells. */
export function configureTypes({ typescript }: Monaco): void {
  const { typescriptDefaults: defaults, ScriptTarget, ModuleKind, ModuleResolutionKind } = typescript;
  defaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    // Every cell is a module: top-level await is right in it, and its names are its own.
    moduleDetection: 3,
    lib: ["esnext"],
    strict: true,
    noEmit: true,
    allowNonTsExtensions: true,
  });
  defaults.setDiagnosticsOptions({ diagnosticCodesToIgnore: implicitAny });
  defaults.setEagerModelSync(true);
  defaults.addExtraLib(cellGlobals, "file:///globals.d.ts");
  defaults.addExtraLib(stdlibSource, "file:///node_modules/glassbox/index.ts");
  defaults.addExtraLib(toLibraryGlobals("glassbox"), "file:///library.d.ts");
}

/** Makes the lesson's own files known, so that what a cell imports from them has types. */
export function registerModules({ typescript }: Monaco, folder: string, program: Program): void {
  for (const [path, source] of Object.entries(program.modules)) {
    const isOwn = path === program.entry || path === program.focus;
    if (!isOwn && !path.startsWith("exercises/"))
      typescript.typescriptDefaults.addExtraLib(source, modelPath(folder, path));
  }
}

/** `folder` keeps the files of different pages apart. */
export function modelPath(folder: string, path: string): string {
  return `file:///lessons/${folder}/${path}`;
}
