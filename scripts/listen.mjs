import { Stop } from "./cli.mjs";

/**
 * Opens a port; one that is taken is said in one line, with the way out.
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<import("node:http").Server>}
 */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => reject(explain(error, port)));
    server.listen(port, process.env.HOST, () => resolve(server));
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 */
function explain(error, port) {
  const next = `Choose another: PORT=${port < 65_535 ? port + 1 : 3001} npm start`;
  if (error.code === "EADDRINUSE") return new Stop(`Port ${port} is already in use. ${next}`);
  if (error.code === "EACCES") return new Stop(`Port ${port} needs rights that this user lacks. ${next}`);
  return error;
}
