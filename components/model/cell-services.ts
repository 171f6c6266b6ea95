import { withBase } from "@/lib/base";
import { StandIn, withStandIn } from "@/lib/model/stand-in";
import { modelServices } from "@/lib/notebook/model-services";
import type { CellServices } from "@/lib/notebook/services";
import { type SharedModel, sharedModel } from "./shared-model";

/**
 * What cells may ask of this page: the same copy of a model that its demos use. `allowed` names the models
 * of the lesson; a cell cannot fetch others.
 */
export function cellServices(allowed: readonly string[]): CellServices {
  return modelServices(async (signal, name) => {
    if (allowed.includes(name)) {
      const shared = sharedModel(name);
      return { ...(await shared.ready(signal)), standIn: standInFor(shared) };
    }
    throw new RangeError(
      `There is no model "${name}" in this lesson; there is ${allowed.join(", ") || "none"}.`,
    );
  }, fetchArrays);
}

const standIns = new Map<SharedModel, StandIn>();

/** Where a cell's own forward pass takes a model's place in the demos. */
function standInFor(shared: SharedModel): StandIn {
  const known = standIns.get(shared);
  if (known) return known;
  const standIn: StandIn = new StandIn((active) =>
    shared.replace(active ? (model) => withStandIn(model, standIn.trace) : undefined),
  );
  standIns.set(shared, standIn);
  return standIn;
}

/** From our own origin; the kernel, which has no network, gets it as text. */
async function fetchArrays(signal: AbortSignal): Promise<string> {
  const response = await fetch(withBase("/arrays/engine.js"), { signal });
  if (response.ok) return response.text();
  throw new Error(
    `The arrays' code could not be fetched (the server answered ${response.status}). Run the cell again.`,
  );
}
