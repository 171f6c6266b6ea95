import type { editor } from "monaco-editor";
import type { EditorFile } from "./file";
import { loadMonaco, type Monaco } from "./load";
import { followPage, modelPath } from "./page-types";
import { followTheme } from "./theme";
import { configureTypes, registerModules } from "./types";

/** The same measures as the placeholder in `CodeArea.module.css`, so that nothing moves when the editor opens. */
export const metrics = { fontSize: 14, lineHeight: 22, padding: 12 };

export interface EditorEvents {
  onChange(code: string): void;
  /** Ctrl/⌘ + Enter. */
  onRun(): void;
  /** Escape, with no widget open. */
  onLeave(): void;
  onHeight(pixels: number): void;
}

export interface EditorHandle {
  setCode(code: string): void;
  focus(line?: number): void;
  dispose(): void;
}

export interface EditorSetup {
  /** Keeps the files of different pages apart. */
  folder: string;
  file: EditorFile;
  code: string;
  label: string;
  /** Tab indents at once: the reader came in with Enter. */
  indenting: boolean;
}

let prepared: Promise<Monaco> | undefined;

function prepareMonaco(): Promise<Monaco> {
  prepared ??= loadMonaco()
    .then((monaco) => {
      configureTypes(monaco);
      followTheme(monaco);
      return monaco;
    })
    .catch((error) => {
      prepared = undefined;
      throw error;
    });
  return prepared;
}

/** Opens Monaco in `element`; throws if its files cannot be loaded. */
export async function createEditor(
  element: HTMLElement,
  setup: EditorSetup,
  events: EditorEvents,
): Promise<EditorHandle> {
  const monaco = await prepareMonaco();
  const { folder, file } = setup;
  const unfollow = file.page ? followPage(monaco, folder, file.page) : registerModules(monaco, folder, file);
  const path = monaco.Uri.parse(modelPath(folder, file.path));
  monaco.editor.getModel(path)?.dispose();
  const model = monaco.editor.createModel(setup.code, "typescript", path);
  // On Windows it would turn a single line's ending into CRLF, and the author's code into an "edited" one.
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  const instance = monaco.editor.create(element, { ...optionsFor(element), model, ariaLabel: setup.label });
  listen(monaco, instance, events);
  keepTabHonest(instance, setup.indenting);
  events.onHeight(instance.getContentHeight());
  return {
    setCode: (code) => replaceAll(instance, code),
    focus: (line) => focusLine(instance, line),
    dispose() {
      instance.dispose();
      model.dispose();
      unfollow();
    },
  };
}

function optionsFor(element: HTMLElement): editor.IStandaloneEditorConstructionOptions {
  return {
    ...metrics,
    padding: { top: metrics.padding, bottom: metrics.padding },
    fontFamily: getComputedStyle(element).fontFamily,
    fontLigatures: false,
    letterSpacing: 0,
    lineNumbersMinChars: 2,
    lineDecorationsWidth: 12,
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollBeyondLastLine: false,
    scrollBeyondLastColumn: 2,
    scrollbar: {
      vertical: "hidden",
      horizontalScrollbarSize: 8,
      ignoreHorizontalScrollbarInContentHeight: true,
      alwaysConsumeMouseWheel: false,
    },
    renderLineHighlight: "none",
    guides: { indentation: false },
    matchBrackets: "near",
    occurrencesHighlight: "off",
    automaticLayout: true,
    fixedOverflowWidgets: true,
    contextmenu: false,
    tabSize: 2,
    editContext: false,
    accessibilitySupport: "auto",
    "semanticHighlighting.enabled": false,
    wordBasedSuggestions: "off",
    quickSuggestions: { other: true, comments: false, strings: false },
    stickyScroll: { enabled: false },
  };
}

function listen(monaco: Monaco, instance: editor.IStandaloneCodeEditor, events: EditorEvents): void {
  instance.onDidChangeModelContent(() => events.onChange(instance.getValue()));
  instance.onDidContentSizeChange(() => events.onHeight(instance.getContentHeight()));
  instance.addAction({
    id: "glassbox.run",
    label: "Run this cell",
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
    run: () => events.onRun(),
  });
  instance.addAction({
    id: "glassbox.leave",
    label: "Leave the editor",
    keybindings: [monaco.KeyCode.Escape],
    precondition:
      "!suggestWidgetVisible && !parameterHintsVisible && !findWidgetVisible && !hasSnippetTabstops && !editorHasMultipleSelections",
    run: () => events.onLeave(),
  });
}

/** Tab moves on until the reader has begun to type: nobody should be caught in an editor they passed through. */
function keepTabHonest(instance: editor.IStandaloneCodeEditor, indenting: boolean): void {
  const setMoves = (tabFocusMode: boolean) => instance.updateOptions({ tabFocusMode });
  setMoves(!indenting);
  instance.onDidChangeModelContent(() => instance.hasTextFocus() && setMoves(false));
  instance.onDidBlurEditorText(() => setMoves(true));
}

function replaceAll(instance: editor.IStandaloneCodeEditor, code: string): void {
  const model = instance.getModel();
  if (!model || model.getValue() === code) return;
  instance.pushUndoStop();
  instance.executeEdits("glassbox", [{ range: model.getFullModelRange(), text: code }]);
  instance.pushUndoStop();
}

function focusLine(instance: editor.IStandaloneCodeEditor, line?: number): void {
  if (line !== undefined) {
    const column = instance.getModel()?.getLineFirstNonWhitespaceColumn(line) || 1;
    instance.setPosition({ lineNumber: line, column });
    instance.revealLineInCenterIfOutsideViewport(line);
  }
  instance.focus();
}
