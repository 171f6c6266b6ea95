import { withBase } from "@/lib/base";
import type { Catalog, LessonDetail } from "./catalog";

/** Loads what the build wrote down. Files of our own site, made by the same build: not checked again. */

const catalogs = new Map<string, Promise<Catalog>>();
const details = new Map<string, Promise<LessonDetail>>();

export function loadCatalog(locale: string): Promise<Catalog> {
  return once(catalogs, locale, () => load<Catalog>(`/${locale}/assign/catalog.json`));
}

export function loadDetail(locale: string, slug: string): Promise<LessonDetail> {
  const path = `/${locale}/assign/lessons/${slug}.json` as const;
  return once(details, path, () => load<LessonDetail>(path));
}

/** A failure is not kept: the next call tries again. */
function once<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

async function load<Value>(path: `/${string}`): Promise<Value> {
  const response = await fetch(withBase(path));
  if (!response.ok) throw new Error(`${path} could not be loaded: ${response.status} ${response.statusText}`);
  return response.json() as Promise<Value>;
}
