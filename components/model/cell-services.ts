import { withBase } from "@/lib/base";
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
  }, fetchArrays);
}

/** From our own origin; the kernel, which has no network, gets it as text. */
async function fetchArrays(signal: AbortSignal): Promise<string> {
  const response = await fetch(withBase("/arrays/engine.js"), { signal });
  if (response.ok) return response.text();
  throw new Error(
    `The arrays' code could not be fetched (the server answered ${response.status}). Run the cell again.`,
  );
}
