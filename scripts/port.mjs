import { Stop } from "./cli.mjs";

/** The port to serve on: `PORT`, or 3000. */
export function readPort(value = process.env.PORT ?? "") {
  if (value === "") return 3000;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(`PORT is "${value}"; it must be a number from 1 to 65535, as in PORT=3001 npm start.`);
}
