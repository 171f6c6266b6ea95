export { Compare } from "./Compare";
export { Facts } from "./Facts";
export { Sampler } from "./Sampler";
export { TemperatureCurve } from "./TemperatureCurve";
