import { numpy } from "@jax-js/jax";
import type { TensorLike } from "./api";
import { toTensor } from "./create";
import { toOperands } from "./operands";
import { reshape } from "./reshaping";
import { checkMatmul, type Shape, ShapeError, show } from "./shapes";
import type { Tensor } from "./tensor";
import { run } from "./trace";

type Call = (...args: never[]) => unknown;

const product =
  (name: "matmul" | "dot", call: Call) =>
  (x: TensorLike, y: TensorLike): Tensor => {
    const [a, b] = [x, y].map((side) => toTensor(side, name));
    checkMatmul(name, a.shape, b.shape);
    return run(call, a, b);
  };

export const matmul = product("matmul", numpy.matmul);
export const dot = product("dot", numpy.dot);

export function outer(x: TensorLike, y: TensorLike): Tensor {
  return run(numpy.multiply as Call, ...toOperands("np.outer", [reshape(x, [-1, 1]), reshape(y, [1, -1])]));
}

export function einsum(subscripts: string, ...operands: TensorLike[]): Tensor {
  const tensors = operands.map((operand) => toTensor(operand, "np.einsum"));
  const shapes = tensors.map(({ shape }) => shape);
  checkSubscripts(subscripts, shapes);
  const [inputs, output] = subscripts.replaceAll(" ", "").split("->");
  // The engine reads letters with a method that browsers of 2024 lack; it takes numbers for them as well.
  const numbered = (letters: string) => Array.from(letters, (letter) => letter.codePointAt(0)!);
  const pairs = inputs.split(",").flatMap((letters, i) => [tensors[i], numbered(letters)]);
  return run(numpy.einsum as Call, ...pairs, numbered(output ?? unpaired(inputs)));
}

/** Without "->" the letters that stand once are kept, in alphabetical order. */
function unpaired(inputs: string): string {
  const letters = [...inputs.replaceAll(",", "")].sort();
  return letters.filter((letter) => letters.indexOf(letter) === letters.lastIndexOf(letter)).join("");
}

function checkSubscripts(subscripts: string, shapes: readonly Shape[]): void {
  const problem = (text: string) =>
    new ShapeError(`np.einsum "${subscripts}" of ${shapes.map(show).join(", ")}: ${text}.`);
  const parts = subscripts.replaceAll(" ", "").split("->");
  if (!/^[a-zA-Z,]*(->[a-zA-Z]*)?$/.test(parts.join("->")))
    throw problem('write one letter an axis, like "ij,jk->ik"');
  const names = parts[0].split(",");
  if (names.length !== shapes.length)
    throw problem(`it names ${names.length} arrays and is given ${shapes.length}`);
  const sizes = new Map<string, number>();
  for (const [i, letters] of names.entries()) {
    if (letters.length !== shapes[i].length)
      throw problem(
        `"${letters}" names ${letters.length} axes, and ${show(shapes[i])} has ${shapes[i].length}`,
      );
    for (const [axis, size] of shapes[i].entries()) {
      const known = sizes.get(letters[axis]) ?? size;
      if (known !== size) throw problem(`"${letters[axis]}" is ${known} in one place and ${size} in another`);
      sizes.set(letters[axis], size);
    }
  }
  const unknown = [...(parts[1] ?? "")].find((letter) => !sizes.has(letter));
  if (unknown) throw problem(`"${unknown}" stands only after the arrow`);
}
