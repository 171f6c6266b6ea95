/** Times of day in any zone, by the browser's own tables. A wall time reads "2026-11-30T18:00". */

const parts = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
} as const;

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall of this zone shows. `at`: seconds since 1970. */
export function toWallTime(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat("en-CA", { ...parts, hourCycle: "h23", timeZone: zone });
  const found = Object.fromEntries(format.formatToParts(at * 1000).map(({ type, value }) => [type, value]));
  return `${found.year.padStart(4, "0")}-${found.month}-${found.day}T${found.hour}:${found.minute}`;
}

/**
 * Seconds since 1970 at which the clock shows `wall`; nothing if it is no time. An hour that the clocks skip in
 * spring is taken as the one after; of an hour that comes twice in autumn, one is meant.
 */
export function fromWallTime(wall: string, zone: string): number | undefined {
  const asUtc = (text: string) => Date.parse(`${text}:00Z`) / 1000;
  const wanted = asUtc(wall);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(wanted)) return undefined;
  // The offset at the first guess may be that of the other side of a change; the second guess knows better.
  const guess = wanted - (asUtc(toWallTime(wanted, zone)) - wanted);
  const better = guess - (asUtc(toWallTime(guess, zone)) - wanted);
  return asUtc(toWallTime(better, zone)) >= wanted ? better : guess;
}

/** "Monday, November 30, 2026 at 6:00 PM GMT+1", in the reader's language. Without a zone, the reader's own. */
export function formatTime(at: number, zone: string | undefined, locale: string): string {
  const day = { weekday: "long", year: "numeric", month: "long", day: "numeric" } as const;
  const time = { hour: "numeric", minute: "2-digit", timeZoneName: "short" } as const;
  return new Intl.DateTimeFormat(locale, { ...day, ...time, timeZone: zone }).format(at * 1000);
}
