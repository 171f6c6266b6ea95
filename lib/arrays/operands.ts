import type { DType } from "./api";
import { convert, toTensor } from "./create";
import { broadcast } from "./shapes";
import { Tensor } from "./tensor";
import { run } from "./trace";

/** What goes into an operation: numbers take the type of the arrays they meet. */
export function toOperands(operation: string, values: readonly unknown[]): Tensor[] {
  const others = values.filter((value): value is Tensor => value instanceof Tensor);
  const operands = values.map((value) =>
    typeof value === "number"
      ? toTensor(value, operation, { dtype: typeBeside(value, others) })
      : toTensor(value, operation),
  );
  broadcast(operation, ...operands.map(({ shape }) => shape));
  return operands;
}

/** 2 beside whole numbers is whole; 0.5 beside them makes the result a fraction, as in NumPy. */
function typeBeside(value: number, others: readonly Tensor[]): DType {
  if (others.length === 0 || others.some(({ dtype }) => dtype === "float32")) return "float32";
  if (!Number.isInteger(value)) return "float32";
  return others.some(({ dtype }) => dtype === "uint32") && value >= 0 ? "uint32" : "int32";
}

/** In another type; of plain numbers without the engine. */
export function cast(x: Tensor, dtype: DType): Tensor {
  if (x.dtype === dtype) return x;
  if (x.numbers) return new Tensor({ shape: x.shape, dtype, numbers: convert(x.numbers, dtype) });
  return run((array: { astype(dtype: DType): unknown }) => array.astype(dtype), x);
}
