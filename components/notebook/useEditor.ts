import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { EditorHandle } from "./editor/create";
import { createEcho, type Echo } from "./editor/echo";
import type { EditorFile } from "./editor/file";

/** `plain`: a text area, for touch screens and for when Monaco's files cannot be had. */
export type EditorState = "closed" | "opening" | "open" | "plain";

interface EditorOptions {
  label: string;
  file: EditorFile;
  code: string;
  onChange(code: string): void;
  onRun(): void;
  onLeave(): void;
}

interface Opening {
  line?: number;
  indenting?: boolean;
}

/** Loads and mounts Monaco when it is first asked for, and keeps it in step with `code`. */
export function useEditor(options: EditorOptions) {
  const [state, setState] = useState<EditorState>("closed");
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(undefined);
  const opening = useRef<Opening>(undefined);
  const latest = useRef(options);
  latest.current = options;
  const echo = useRef<Echo>(undefined);
  echo.current ??= createEcho(options.code);

  const open = useCallback(async (how: Opening = {}) => {
    if (opening.current) return;
    opening.current = how;
    if (matchMedia("(hover: none) and (pointer: coarse)").matches) return setState("plain");
    setState("opening");
    try {
      editor.current = await mount(host, latest, how, echo);
      setState("open");
    } catch (error) {
      console.warn("The editor could not be loaded; a plain text field takes its place.", error);
      setState("plain");
    }
  }, []);

  useEffect(() => () => editor.current?.dispose(), []);
  // Only what is on show can take the focus.
  useLayoutEffect(() => {
    if (state === "open") editor.current?.focus(opening.current?.line);
  }, [state]);
  useEffect(() => {
    if (echo.current?.take(options.code)) editor.current?.setCode(options.code);
  }, [options.code]);

  const plain = useRef<(line: number) => void>(undefined);
  const onPlainReady = useCallback((select: (line: number) => void) => {
    plain.current = select;
    if (opening.current?.line !== undefined) select(opening.current.line);
  }, []);

  const goTo = useCallback(
    (line: number) => {
      if (editor.current) editor.current.focus(line);
      else if (plain.current) plain.current(line);
      else void open({ line });
    },
    [open],
  );
  return { state, host, open, goTo, onPlainReady };
}

type Latest<T> = { readonly current: T };

async function mount(
  host: Latest<HTMLDivElement | null>,
  latest: Latest<EditorOptions>,
  { indenting = false }: Opening,
  echo: Latest<Echo | undefined>,
): Promise<EditorHandle> {
  const { createEditor } = await import("./editor/create");
  const element = host.current;
  if (!element) throw new Error("The cell is gone.");
  element.hidden = false;
  const { code, label, file } = latest.current;
  const folder = window.location.pathname.split("/").filter(Boolean).join("-") || "page";
  const handle = await createEditor(
    element,
    { folder, file, code, label, indenting },
    {
      onChange: (next) => echo.current?.tell(next) && latest.current.onChange(next),
      onRun: () => latest.current.onRun(),
      onLeave: () => latest.current.onLeave(),
      onHeight: (pixels) => {
        element.style.height = `${pixels}px`;
      },
    },
  );
  // The reader may have typed nothing yet, but a draft may have arrived.
  handle.setCode(latest.current.code);
  return handle;
}
