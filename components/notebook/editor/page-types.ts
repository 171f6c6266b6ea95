import type { IDisposable } from "monaco-editor";
import type { EditorPage } from "./file";
import type { Monaco } from "./load";
import { createPageFiles } from "./page-files";

/** Rest after a change before TypeScript learns of it, in milliseconds. */
const settle = 200;

const followed = new Map<string, { users: number; stop(): void }>();

/**
 * Lets TypeScript know all cells of a page for as long as one of its editors is open: the names of one, also of
 * one without an editor, are known in the others as they are now. Returns what ends that.
 */
export function followPage(monaco: Monaco, folder: string, page: EditorPage): () => void {
  const known = followed.get(folder) ?? { users: 0, stop: startFollowing(monaco, folder, page) };
  known.users++;
  followed.set(folder, known);
  return () => {
    if (--known.users > 0) return;
    known.stop();
    followed.delete(folder);
  };
}

function startFollowing({ typescript }: Monaco, folder: string, page: EditorPage): () => void {
  const toFiles = createPageFiles();
  const libs = new Map<string, { text: string; lib: IDisposable }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    const files = toFiles(page.getTexts());
    for (const [path, { lib }] of libs)
      if (!(path in files)) {
        lib.dispose();
        libs.delete(path);
      }
    for (const [path, text] of Object.entries(files)) {
      if (libs.get(path)?.text === text) continue;
      // The same path again is a new version of the file.
      const lib = typescript.typescriptDefaults.addExtraLib(text, modelPath(folder, path));
      libs.set(path, { text, lib });
    }
  };
  update();
  const stop = page.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(update, settle);
  });
  return () => {
    stop();
    clearTimeout(timer);
    for (const { lib } of libs.values()) lib.dispose();
  };
}

/** `folder` keeps the files of different pages apart. */
export function modelPath(folder: string, path: string): string {
  return `file:///lessons/${folder}/${path}`;
}
