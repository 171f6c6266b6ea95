/**
 * Which assignment the reader is working on in this tab. It is kept for the tab, so that it survives from page to
 * page; where nothing can be kept, the address carries it: `/en/learn/temperature/#assignment=v1.…`. Tiny on purpose:
 * every lesson page loads this to find out that there is none.
 */

const key = "glassbox.assignment";
const mark = "assignment=";

/** The code of the assignment that the address names, or else the one that is active in this tab. */
export function findActive(fragment: string): string | undefined {
  const named = readActive(fragment);
  if (named) keepActive(named);
  return named ?? stored();
}

export function keepActive(code: string): boolean {
  try {
    sessionStorage.setItem(key, code);
    return sessionStorage.getItem(key) === code;
  } catch {
    return false;
  }
}

export function forgetActive(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing can be kept, so nothing was.
  }
}

/** Fragment that makes an assignment active on the page it leads to, and shows the part `anchor` there. */
export function toActiveFragment(code: string, anchor = ""): string {
  return `#${mark}${code}${anchor && `&at=${encodeURIComponent(anchor)}`}`;
}

export function readActive(fragment: string): string | undefined {
  const plain = fragment.replace(/^#/, "");
  return plain.startsWith(mark) ? plain.slice(mark.length).split("&")[0] : undefined;
}

/** The part of the page that such a fragment leads to. */
export function readAnchor(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, "").split("&").slice(1).join("&")).get("at") ?? undefined;
}

function stored(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
