export { Compare } from "./Compare";
export { Mix } from "./Mix";
export { Train } from "./Train";
