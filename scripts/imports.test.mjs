import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "./paths.mjs";

/** A project with our linter's rules and nothing else. */
const project = mkdtempSync(join(tmpdir(), "glassbox-imports-"));
const config = JSON.parse(readFileSync(join(ROOT, "biome.json"), "utf8"));
writeFileSync(
  join(project, "biome.json"),
  JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }),
);
afterAll(() => rmSync(project, { recursive: true }));

/**
 * Whether the linter lets that file import this.
 * @param {string} file
 * @param {string} from
 */
function accepts(file, from) {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import { x } from "${from}";\nx();\n`);
  const biome = join(ROOT, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = [biome, "lint", "--only=style/noRestrictedImports", path];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  if (status === 0) return true;
  if (stderr.includes("noRestrictedImports")) return false;
  throw new Error(`biome failed in another way:\n${stdout}${stderr}`);
}

describe("imports point one way: app → lessons → components → lib", () => {
  it.each([
    ["lib/model/client.ts", "@/components/model/useModel"],
    ["lib/model/client.ts", "../../components/model/useModel"],
    ["lib/plot/scale.ts", "@/lessons/07-temperature/sampling"],
    ["lib/plot/scale.ts", "react"],
    ["components/ui/Button.tsx", "@/lessons/07-temperature/sampling"],
    ["components/ui/Button.tsx", "../../lessons/07-temperature/sampling"],
    ["components/ui/Button.tsx", "@/app/[locale]/page"],
    ["lessons/07-temperature/demos.tsx", "@/app/[locale]/page"],
  ])("%s may not import %s", (file, from) => {
    expect(accepts(file, from)).toBe(false);
  });

  it.each([
    ["app/[locale]/page.tsx", "@/lessons/07-temperature/sampling"],
    ["lessons/07-temperature/demos.tsx", "@/components/ui/Button"],
    ["components/ui/Button.tsx", "@/lib/plot/scale"],
    ["components/ui/Button.tsx", "react"],
  ])("%s may import %s", (file, from) => {
    expect(accepts(file, from)).toBe(true);
  });
});
