export { Budget } from "./Budget";
export { Calculator } from "./Calculator";
export { Squares } from "./Squares";
export { Tensors } from "./Tensors";
