import { requireNode } from "./node-version.mjs";

requireNode();
// Loaded late: an old Node could not read these files, and must say so in plain words (above).
import("./start-site.mjs").then(({ startSite }) => startSite());
