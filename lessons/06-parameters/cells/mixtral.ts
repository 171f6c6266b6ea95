import { table } from "glassbox";
import { count, type Part } from "../count";
import { presetOf } from "../presets";

const { config } = presetOf("mixtral");
const groups: Record<string, Part[]> = {
  "embedding and output": ["embedding", "output"],
  attention: ["query", "key", "value", "projection"],
  routers: ["router"],
  experts: ["gate", "up", "down"],
  norms: ["norms", "finalNorm"],
};
const rows = Object.entries(groups).map(([part, list]) => ({ part, ...count(config, list) }));
table([...rows, { part: "all", ...count(config) }]); // 46702792704 and 12879925248
