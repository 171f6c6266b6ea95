export { Bandwidth } from "./Bandwidth";
export { GpuLab } from "./GpuLab";
export { Roofline } from "./Roofline";
export { Tokens } from "./Tokens";
