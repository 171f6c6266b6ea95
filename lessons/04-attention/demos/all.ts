export { Ablate } from "./Ablate";
export { Heads } from "./Heads";
export { Scale } from "./Scale";
