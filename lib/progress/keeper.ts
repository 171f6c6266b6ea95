import type { Obstacle } from "./database";
import type { ProgressRecord } from "./record";
import type { ProgressStore } from "./store";

/**
 * The page's one way to the reader's progress. Small: the store, its library and its checks are fetched when
 * something is first kept or read. Nothing here rejects; where nothing can be kept, `onObstacle` says so.
 */
let store: Promise<ProgressStore> | undefined;
let obstacle: Obstacle | undefined;
const hearing = new Set<(obstacle: Obstacle) => void>();

/** Merges a record into what is kept; whether that worked. */
export async function keep(...records: ProgressRecord[]): Promise<boolean> {
  if (records.length === 0) return true;
  return (await attempt((opened) => opened.add(records).then(() => true))) ?? false;
}

/** All that is kept; nothing where nothing can be. */
export async function readAll(): Promise<ProgressRecord[]> {
  return (await attempt((opened) => opened.all())) ?? [];
}

export async function clearAll(): Promise<boolean> {
  return (await attempt((opened) => opened.clear().then(() => true))) ?? false;
}

/** Calls `hear` with all that is kept, now and after each change in any tab. */
export async function watch(signal: AbortSignal, hear: (records: ProgressRecord[]) => void): Promise<void> {
  const read = async () => {
    const records = await readAll();
    if (!signal.aborted) hear(records);
  };
  await attempt(async (opened) => opened.onChange(signal, () => void read()));
  await read();
}

/** Calls `hear` when it turns out that progress is not kept, at once if that is known. */
export function onObstacle(signal: AbortSignal, hear: (obstacle: Obstacle) => void): void {
  if (obstacle) hear(obstacle);
  hearing.add(hear);
  signal.addEventListener("abort", () => hearing.delete(hear), { once: true });
}

async function attempt<Result>(
  work: (opened: ProgressStore) => Promise<Result>,
): Promise<Result | undefined> {
  try {
    store ??= import("./store").then(({ openStore }) => openStore());
    return await work(await store);
  } catch (error) {
    obstacle = toObstacle(error);
    for (const hear of hearing) hear(obstacle);
    return undefined;
  }
}

/** Also a store whose code could not be fetched is one that keeps nothing. */
function toObstacle(error: unknown): Obstacle {
  return error instanceof Error && "obstacle" in error ? (error.obstacle as Obstacle) : "off";
}
