/**
 * Bundles the parts of Monaco that cells use into `public/monaco/`, so that the editor comes from our own
 * origin, in one script, one style sheet, one font and two workers: TypeScript and the editor's core, none of
 * the hundred other languages, and of TypeScript's own libraries only the language's (a cell has no DOM).
 *
 * Next does not bundle it: that would take longer than everything else together. `components/notebook/monaco`
 * loads it when a reader first opens a cell. Skipped while nothing it depends on has changed.
 */

import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const OUT = "public/monaco";
const STAMP = `${OUT}/stamp.txt`;
const contrib = (path) => `monaco-editor/editor/contrib/${path}`;

const features = [
  "monaco-editor/editor/browser/coreCommands",
  "monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget",
  contrib("bracketMatching/browser/bracketMatching"),
  contrib("caretOperations/browser/caretOperations"),
  contrib("clipboard/browser/clipboard"),
  // Only the service: a part that comes with the others asks for it, and the editor says so in the console.
  contrib("codelens/browser/codeLensCache"),
  contrib("comment/browser/comment"),
  contrib("cursorUndo/browser/cursorUndo"),
  contrib("find/browser/findController"),
  contrib("format/browser/formatActions"),
  contrib("gotoError/browser/gotoError"),
  contrib("hover/browser/hoverContribution"),
  contrib("indentation/browser/indentation"),
  contrib("linesOperations/browser/linesOperations"),
  contrib("links/browser/links"),
  contrib("multicursor/browser/multicursor"),
  contrib("parameterHints/browser/parameterHints"),
  contrib("snippet/browser/snippetController2"),
  contrib("suggest/browser/suggestController"),
  contrib("toggleTabFocusMode/browser/toggleTabFocusMode"),
  contrib("tokenization/browser/tokenization"),
  contrib("unicodeHighlighter/browser/unicodeHighlighter"),
  contrib("wordHighlighter/browser/wordHighlighter"),
  contrib("wordOperations/browser/wordOperations"),
  "monaco-editor/editor/common/services/treeViewsDndService",
  "monaco-editor/editor/common/standaloneStrings",
  "monaco-editor/editor/standalone/browser/iPadShowKeyboard/iPadShowKeyboard",
  "monaco-editor/languages/definitions/typescript/register",
];

const entry = [
  ...features.map((path) => `import "${path}";`),
  `import "monaco-editor/base/browser/ui/codicons/codicon/codicon.css.js";`,
  `export * from "monaco-editor/editor/editor.api";`,
  `export * as typescript from "monaco-editor/languages/features/typescript/register";`,
].join("\n");

/** The package's `exports` know scripts only; its style sheets and fonts are found by their place. */
const styles = {
  name: "styles",
  setup(build) {
    build.onResolve({ filter: /^monaco-editor\/.*\.css\.js$/ }, ({ path }) => ({
      path: fileURLToPath(
        new URL(
          `../node_modules/${path.replace("monaco-editor/", "monaco-editor/esm/vs/").slice(0, -3)}`,
          import.meta.url,
        ),
      ),
    }));
  },
};

/** Drops the declarations of the DOM and other hosts from the TypeScript worker: two thirds of its libraries. */
const languageOnly = {
  name: "language-only",
  setup(build) {
    build.onLoad({ filter: /typescript\/lib\/lib(\.index)?\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const foreign = /^libFile(Map|Set)\["lib\.(dom|webworker|scripthost|es\w+\.full|es6\.d|d\.ts)/;
      const [assignments, exported] = source.split(/^(?=export )/m);
      const kept = assignments.split(/^(?=libFile)/m).filter((assignment) => !foreign.test(assignment));
      return { contents: kept.join("") + exported };
    });
  },
};

/** What the bundle is made from: this script and the locked versions. */
function fingerprint() {
  const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
  return createHash("sha256")
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .update(`${version("monaco-editor")} ${version("esbuild")}`)
    .digest("hex");
}

async function bundle() {
  rmSync(OUT, { recursive: true, force: true });
  const shared = { bundle: true, minify: true, target: "es2022", legalComments: "none", logLevel: "error" };
  await build({
    ...shared,
    stdin: { contents: entry, resolveDir: ".", sourcefile: "monaco.js" },
    outfile: `${OUT}/editor.js`,
    format: "esm",
    loader: { ".ttf": "file" },
    assetNames: "[name]",
    plugins: [styles, languageOnly],
  });
  const worker = (source, name) =>
    build({
      ...shared,
      entryPoints: [source],
      outfile: `${OUT}/${name}.js`,
      format: "iife",
      plugins: [languageOnly],
    });
  await worker("monaco-editor/editor/editor.worker", "editor.worker");
  await worker("monaco-editor/languages/features/typescript/ts.worker", "ts.worker");
}

const stamp = fingerprint();
if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== stamp) {
  await bundle();
  writeFileSync(STAMP, stamp);
  console.log(`wrote ${OUT}/`);
}
