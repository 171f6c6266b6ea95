// biome-ignore-all format: generated
// biome-ignore-all lint: generated
// Made from lib/sandbox/frame.ts by `node scripts/build-sandbox.mjs`. Do not edit.

export default [
  "\"use strict\";",
  "(() => {",
  "  // lib/sandbox/frame.ts",
  "  function start(event) {",
  "    const [port] = event.ports;",
  "    if (event.source !== parent || !port) return;",
  "    removeEventListener(\"message\", start);",
  "    const url = URL.createObjectURL(new Blob([event.data.broker], { type: \"text/javascript\" }));",
  "    new Worker(url).postMessage({ kernel: event.data.kernel }, [port]);",
  "  }",
  "  addEventListener(\"message\", start);",
  "})();",
  "",
].join("\n");

/** For the content security policy. */
export const hash = "sha256-1b4ZHtZc+nIoR5kW9UwVxh0pGJwXbiSYn1L+BERqxSY=";
