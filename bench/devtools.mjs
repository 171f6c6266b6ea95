/**
 * Chromium's own view of a page and all its workers, those in the sandboxed frame included, which no page can see.
 * Counts whatever else is open in the page's browser context.
 * @param {import("@playwright/test").Page} page
 */
export async function openDevTools(page) {
  const context = page.context();
  const { targetInfo } = await (await context.newCDPSession(page)).send("Target.getTargetInfo");
  const session = await /** @type {import("@playwright/test").Browser} */ (
    context.browser()
  ).newBrowserCDPSession();
  /** @type {Map<number, (result: any) => void>} */
  const waiting = new Map();
  let count = 0;
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });

  /** @param {string} targetId */
  const measureTarget = async (targetId) => {
    const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
    /** @param {string} method */
    const ask = (method) =>
      new Promise((resolve) => {
        const id = ++count;
        waiting.set(id, resolve);
        void session.send("Target.sendMessageToTarget", {
          sessionId,
          message: JSON.stringify({ id, method }),
        });
      });
    await ask("HeapProfiler.enable");
    await ask("HeapProfiler.collectGarbage");
    const usage = await ask("Runtime.getHeapUsage");
    await session.send("Target.detachFromTarget", { sessionId });
    return (usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize) / 1e6;
  };

  return {
    /** Megabytes in use once garbage is gone. */
    async measure() {
      const { targetInfos } = await session.send("Target.getTargets", { filter: [{}] });
      const all = { sandbox: 0, page: 0 };
      for (const { type, url, targetId, browserContextId } of targetInfos) {
        if (browserContextId !== targetInfo.browserContextId) continue;
        if (type === "worker" && url.startsWith("blob:null/")) all.sandbox += await measureTarget(targetId);
        else if (type === "worker" || (type === "page" && url.startsWith("http")))
          all.page += await measureTarget(targetId);
      }
      return all;
    },
  };
}
