import { cellGlobals, toLibraryGlobals } from "@/lib/notebook/cell-globals";
import arraysSource from "@/lib/notebook/generated/arrays-source";
import stdlibSource from "@/lib/notebook/generated/stdlib-source";
import { stdlibNames } from "@/lib/notebook/stdlib";
import { findStdlibComments } from "@/lib/notebook/stdlib-comments";
import type { EditorFile } from "./file";
import type { Monaco } from "./load";
import { modelPath } from "./page-types";

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
  // Where the import in the file above leads.
  defaults.addExtraLib(arraysSource, "file:///node_modules/arrays/api.ts");
  const comments = findStdlibComments(stdlibSource, stdlibNames);
  defaults.addExtraLib(toLibraryGlobals("glassbox", comments), "file:///library.d.ts");
}

/** Makes files of the lesson known, so that what is imported from them has types. Returns what ends that. */
export function registerModules(
  { typescript }: Monaco,
  folder: string,
  { path, modules }: EditorFile,
): () => void {
  const others = Object.entries(modules).filter(([file]) => file !== path);
  const libs = others.map(([file, source]) =>
    typescript.typescriptDefaults.addExtraLib(source, modelPath(folder, file)),
  );
  return () => {
    for (const lib of libs) lib.dispose();
  };
}
