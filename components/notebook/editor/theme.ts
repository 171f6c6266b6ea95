import type { Monaco } from "./load";

/** Monaco's colors from our tokens; Monaco wants hexadecimal, so each token is read as the browser paints it. */
export function applyTheme(monaco: Monaco): void {
  const read = tokenReader();
  const dark = luminance(read("--paper")) < 0.5;
  const rule = (token: string, color: string) => ({ token, foreground: read(color).slice(1) });
  monaco.editor.defineTheme("glassbox", {
    base: dark ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      rule("", "--ink"),
      rule("keyword", "--code-keyword"),
      rule("string", "--code-string"),
      rule("string.escape", "--code-string"),
      rule("number", "--code-number"),
      rule("comment", "--code-comment"),
      rule("delimiter", "--ink-2"),
      rule("type", "--code-function"),
      rule("type.identifier", "--code-function"),
    ],
    colors: {
      "editor.background": read("--code-bg"),
      "editor.foreground": read("--ink"),
      "editorLineNumber.foreground": read("--ink-3"),
      "editorLineNumber.activeForeground": read("--ink-2"),
      "editorCursor.foreground": read("--accent"),
      "editorError.foreground": read("--error"),
      "editorWidget.background": read("--code-bg"),
      "editorWidget.border": read("--line"),
      "editorSuggestWidget.background": read("--code-bg"),
      "editorSuggestWidget.border": read("--line"),
      "editorSuggestWidget.selectedBackground": read("--accent-2"),
      "editorSuggestWidget.selectedForeground": read("--ink"),
      "editorSuggestWidget.highlightForeground": read("--accent"),
      "editorSuggestWidget.focusHighlightForeground": read("--accent"),
      "list.hoverBackground": read("--accent-2"),
      "scrollbarSlider.background": read("--line"),
      "editorHoverWidget.background": read("--code-bg"),
      "editorHoverWidget.border": read("--line"),
      focusBorder: read("--accent"),
      ...plainBrackets(read("--ink-2")),
    },
  });
  monaco.editor.setTheme("glassbox");
}

/** Monaco gives each depth of brackets a color of its own; here color means something else. */
function plainBrackets(color: string): Record<string, string> {
  const depths = [1, 2, 3, 4, 5, 6].map((depth) => `editorBracketHighlight.foreground${depth}`);
  return Object.fromEntries(depths.map((depth) => [depth, color]));
}

/** Keeps the theme in step with the system's and the reader's choice of day and night. */
export function followTheme(monaco: Monaco): void {
  const apply = () => applyTheme(monaco);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ["data-theme", "class"] });
  apply();
}

function tokenReader(): (token: string) => string {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const probe = document.createElement("span");
  return (token) => {
    probe.style.color = `var(${token})`;
    document.body.append(probe);
    const color = getComputedStyle(probe).color;
    probe.remove();
    return toHex(context, color);
  };
}

function toHex(context: CanvasRenderingContext2D | null, color: string): string {
  if (!context) return "#808080";
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  const parts = alpha === 255 ? [red, green, blue] : [red, green, blue, alpha];
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
