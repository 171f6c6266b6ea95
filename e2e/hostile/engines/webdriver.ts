import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Engine } from "./engine";

export interface WebKitPaths {
  driver: string;
  browser: string;
  /** The X server without a screen; the browser has no headless mode. */
  display: string;
}

/** WebKitGTK's small browser over W3C WebDriver, which takes a handful of requests: no client is needed. */
export async function launchWebKit({ driver, browser, display }: WebKitPaths): Promise<Engine> {
  const children: ChildProcess[] = [];
  const end = () => {
    for (const child of children.splice(0).reverse()) child.kill();
  };
  try {
    const screen = await startDisplay(display, children);
    const port = await freePort();
    children.push(
      spawn(driver, [`--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: `:${screen}` } }),
    );
    return await openSession(`http://127.0.0.1:${port}`, browser, end);
  } catch (error) {
    end();
    throw error;
  }
}

async function openSession(base: string, binary: string, end: () => void): Promise<Engine> {
  const capabilities = {
    alwaysMatch: {
      "webkitgtk:browserOptions": { binary, args: ["--automation"] },
      timeouts: { script: 60_000, pageLoad: 60_000 },
    },
  };
  await untilAnswering(`${base}/status`);
  const session = await ask<Session>("POST", `${base}/session`, { capabilities });
  const here = `${base}/session/${session.sessionId}`;
  return {
    version: `WebKitGTK ${session.capabilities.browserVersion}`,
    open: (url) => ask("POST", `${here}/url`, { url }),
    async evaluate(act, ...args) {
      const script = `const [args, done] = arguments;
        Promise.resolve(args).then((args) => (${act})(...args)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const answer = await ask<{ value: never; error?: string }>("POST", `${here}/execute/async`, {
        script,
        args: [args],
      });
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    url: () => ask("GET", `${here}/url`),
    pages: async () => (await ask<unknown[]>("GET", `${here}/window/handles`)).length,
    async close() {
      await ask("DELETE", here).catch(() => {});
      end();
    },
  };
}

interface Session {
  sessionId: string;
  capabilities: { browserVersion: string };
}

async function ask<Value>(method: string, url: string, body?: object): Promise<Value> {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}

async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (tries > 100) throw new Error("WebKitWebDriver did not start within 10 seconds.", { cause: error });
      await new Promise((rested) => setTimeout(rested, 100));
    }
  }
}

/** Starts an X server on a free display and resolves to the number it chose. */
function startDisplay(command: string, children: ChildProcess[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = spawn(command, ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    children.push(server);
    server.once("error", reject);
    server.once("exit", (code) =>
      reject(new Error(`${command} ended with ${code} before it had a display.`)),
    );
    server.stdio[3]?.once("data", (number) => resolve(String(number).trim()));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
