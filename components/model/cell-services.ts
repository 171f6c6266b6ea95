import { modelServices } from "@/lib/notebook/model-services";
import type { CellServices } from "@/lib/notebook/services";
import { sharedModel } from "./shared-model";

/**
 * What cells may ask of this page: the same copy of a model that its demos use. `allowed` names the models
 * of the lesson; a cell cannot fetch others.
 */
export function cellServices(allowed: readonly string[]): CellServices {
  return modelServices(async (signal, name) => {
    if (allowed.includes(name)) return sharedModel(name).ready(signal);
    throw new RangeError(
      `There is no model "${name}" in this lesson; there is ${allowed.join(", ") || "none"}.`,
    );
  });
}
