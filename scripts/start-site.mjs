import { createServer } from "node:http";
import { main } from "./cli.mjs";
import { ensurePackages } from "./install.mjs";
import { listen } from "./listen.mjs";
import { readPort } from "./port.mjs";

/** `npm start`: installs and builds what is missing or out of date, then serves. `--rebuild` builds anyway. */
export function startSite() {
  main(async () => {
    const port = readPort();
    // A busy port is said now, not after minutes of building.
    const probe = await listen(createServer(), port);
    await new Promise((resolve) => probe.close(resolve));

    await ensurePackages();
    // These need the packages, so they are loaded only now.
    const { build, isFresh, readStamp } = await import("./build.mjs");
    if (process.argv.includes("--rebuild") || !isFresh()) await build();
    const { serve } = await import("./serve.mjs");
    await serve(port);
    console.log(
      `\nGlassbox is at http://localhost:${port}${readStamp()?.basePath ?? ""}/  (Ctrl+C stops it)`,
    );
  });
}
