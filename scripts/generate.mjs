import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "./cli.mjs";
import { ROOT } from "./paths.mjs";
import { run, runPackage } from "./run.mjs";

/**
 * Makes the files that are derived from others and not committed: what each `scripts/build-*.mjs` makes,
 * and Next's types, which the type checker needs.
 * @param {{ types?: boolean }} [want]
 */
export async function generate({ types = false } = {}) {
  const folder = join(ROOT, "scripts");
  for (const name of readdirSync(folder)
    .filter((file) => /^build-[\w-]+\.mjs$/.test(file))
    .sort()) {
    const status = await run(process.execPath, [join(folder, name)]);
    if (status !== 0) throw new Stop(`scripts/${name} failed: see its message above.`);
  }
  if (types && existsSync(join(ROOT, "app"))) {
    const status = await runPackage("next", ["typegen"]);
    if (status !== 0) throw new Stop("`next typegen` failed: see its message above.");
  }
}
