/** Two holders of one text, of which each learns of the other's changes, the page perhaps late. */
export interface Echo {
  /** The editor holds `text` now. Returns whether that is news for the page. */
  tell(text: string): boolean;
  /** The page shows `text`. Returns whether the editor has to be given it: not if it only says back what it heard. */
  take(text: string): boolean;
}

/**
 * A reader may type on while the page still renders what they typed before: what the page says back then is older
 * than what the editor holds, and must not take its place.
 */
export function createEcho(text: string): Echo {
  let known = text;
  let told: string[] = [];
  return {
    tell(next) {
      if (next === known) return false;
      known = next;
      told.push(next);
      return true;
    },
    take(next) {
      const at = told.lastIndexOf(next);
      if (at >= 0) {
        told = told.slice(at + 1);
        return false;
      }
      if (next === known) return false;
      known = next;
      told = [];
      return true;
    },
  };
}
