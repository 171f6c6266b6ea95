/** The reader's lamp: kept in localStorage where there is any, shown as `data-theme` on the root element. */
export type Theme = "auto" | "light" | "dark";

const key = "glassbox:theme";
const listeners = new Set<() => void>();

/** Runs before the first paint, so that nobody is dazzled; inlined into every page's head. */
export const themeScript = `try{const t=localStorage.getItem(${JSON.stringify(key)});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;

export function read(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

export function write(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage is off: the choice holds for this page.
  }
  for (const listener of listeners) listener();
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
