import { basePath } from "./base-path.mjs";
import { main } from "./cli.mjs";
import { generate } from "./generate.mjs";
import { ensurePackages } from "./install.mjs";
import { readPort } from "./port.mjs";
import { runPackage } from "./run.mjs";

/** `npm run dev`: the site for authors, reloading as they write. No security policy, no service worker. */
main(async () => {
  await ensurePackages();
  await generate();
  return runPackage("next", ["dev", "--port", String(readPort())], {
    env: { NEXT_TELEMETRY_DISABLED: "1", NEXT_PUBLIC_BASE_PATH: basePath() },
  });
});
