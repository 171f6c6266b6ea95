import { count, type Part } from "../count";
import { presetOf } from "../presets";

const mixtral = presetOf("mixtral").config;
const groups: Record<string, Part[]> = {
  "embedding and output": ["embedding", "output"],
  attention: ["query", "key", "value", "projection"],
  routers: ["router"],
  experts: ["gate", "up", "down"],
  norms: ["norms", "finalNorm"],
};
const counted = Object.entries(groups).map(([part, list]) => ({ part, ...count(mixtral, list) }));
table([...counted, { part: "all", ...count(mixtral) }]); // 46702792704 and 12879925248
