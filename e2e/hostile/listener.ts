import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { networkInterfaces } from "node:os";

/** What the outside world notices: every request, every connection, every packet. */
export interface Listener {
  /** `host:port` that answers everything, from any origin. */
  http: string;
  /** `host:port` that only counts connections: a preconnect sends no request. */
  tcp: string;
  /** `host:port` for STUN; undefined on a machine with the loopback alone, which WebRTC does not use. */
  udp: string | undefined;
  /** Everything noticed since the last call, in order. */
  take(): string[];
  close(): Promise<void>;
}

/** A document, a worker and a place to read from: where the attacks are tried without a sandbox. */
const PLAIN_PAGE = "<!doctype html><title>No sandbox</title><body>";

/** Opens servers that everything may talk to, and that a cell must never reach. */
export async function listen(): Promise<Listener> {
  let seen: string[] = [];
  const http = createServer((request, response) => {
    const path = request.url ?? "";
    if (path === "/") return void response.writeHead(200, { "content-type": "text/html" }).end(PLAIN_PAGE);
    if (path !== "/favicon.ico") seen.push(`${request.method} ${path}`);
    response.writeHead(200, {
      "access-control-allow-origin": "*",
      "content-type": typeOf(request.headers.accept),
    });
    response.end("self.leaked = true; export default 1;");
  });
  http.on("upgrade", (request, socket) => {
    seen.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  const tcp = createTcpServer((socket) => {
    seen.push("connection");
    socket.destroy();
  });
  const udp = createSocket("udp4");
  udp.on("message", () => seen.push("packet"));
  const address = outerAddress();
  await Promise.all([
    new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready)),
    new Promise<void>((ready) => tcp.listen(0, "127.0.0.1", ready)),
    new Promise<void>((ready) => udp.bind(0, "0.0.0.0", ready)),
  ]);
  const place = ({ port }: AddressInfo, host = "127.0.0.1") => `${host}:${port}`;
  return {
    http: place(http.address() as AddressInfo),
    tcp: place(tcp.address() as AddressInfo),
    udp: address && place(udp.address(), address),
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
    async close() {
      http.closeAllConnections();
      http.close();
      tcp.close();
      udp.close();
    },
  };
}

/** Style sheets are asked for as such; everything else may be a script. */
function typeOf(accept = ""): string {
  return accept.startsWith("text/css") ? "text/css" : "text/javascript";
}

function outerAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === "IPv4" && !one.internal)?.address;
}
