import { defineDemo } from "@/lib/controls/controls";
import { stringsFor } from "./strings";

const words = stringsFor("en");

/** By the tag that shows them. */
export const demos = {
  Budget: defineDemo({ id: "budget", title: words.budget.title, controls: {} }),
  Calculator: defineDemo({ id: "calculator", title: words.calculator.title, controls: {} }),
  Squares: defineDemo({ id: "squares", title: words.squares.title, controls: {} }),
  Tensors: defineDemo({ id: "tensors", title: words.tensors.title, controls: {} }),
};
