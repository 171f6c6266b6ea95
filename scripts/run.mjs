import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "./cli.mjs";
import { ROOT } from "./paths.mjs";

/**
 * Runs a program in the repository, its output shown as it comes; resolves to the exit status.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, cwd = ROOT } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
    child.once("error", (error) => reject(new Stop(`Could not start ${command}: ${error.message}`)));
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/**
 * Runs the command-line program of an installed package. Started through Node itself, not the shim in
 * `node_modules/.bin`, so that it works on every system.
 * @param {string} name the package
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runPackage(name, args, options) {
  const folder = join(ROOT, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = typeof bin === "string" ? bin : (bin[name.split("/").at(-1) ?? name] ?? Object.values(bin)[0]);
  return run(process.execPath, [join(folder, file), ...args], options);
}

/** The npm that runs us, or the one on the PATH: `[command, ...arguments]`. */
export function npm() {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli) && existsSync(cli)) return [process.execPath, cli];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}
