import { createServer } from "node:http";
import { listen } from "../scripts/listen.mjs";
import { siteHandler } from "../scripts/serve.mjs";

/**
 * The site, served by `npm start`'s own handler, with a count of what really leaves the socket. Counting here
 * and not in the browser includes workers, headers and everything else.
 */
export async function startServer() {
  /** @type {{ path: string, destination: string, bytes: number }[]} */
  let log = [];
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  let closedBytes = 0;
  let bytesBefore = 0;
  const handle = siteHandler();
  const server = createServer((request, response) => {
    const { socket } = request;
    const path = request.url ?? "/";
    const destination = String(request.headers["sec-fetch-dest"] ?? "");
    const before = socket.bytesWritten;
    response.once("finish", () => log.push({ path, destination, bytes: socket.bytesWritten - before }));
    handle(request, response);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => {
      sockets.delete(socket);
      closedBytes += socket.bytesWritten;
    });
  });
  const total = () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, closedBytes);
  await listen(server, 0);
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://localhost:${port}`,
    /** Forgets what was sent so far. */
    reset() {
      log = [];
      bytesBefore = total();
    },
    /** Bytes sent since `reset`, headers included. */
    bytes: () => total() - bytesBefore,
    /** Finished responses since `reset`, in order. */
    responses: () => [...log],
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */
