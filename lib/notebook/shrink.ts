import type { Check } from "./exercise";
import { seeded } from "./random";
import { simplerArguments, sizeOf } from "./simpler";

/** Inputs drawn and inputs simplified in search of a smaller one, and milliseconds after which the search ends. */
const limits = { drawn: 300, simplified: 400, time: 2_000 };

interface Failing {
  args: unknown[];
}

/**
 * Looks for a smaller failing input: more draws of small sizes first, then, where the check says what is valid,
 * part by part. `refail` tries arguments and returns the case if it fails in the same way.
 */
export async function shrink<Case extends Failing>(
  check: Check,
  found: Case,
  refail: (args: unknown[]) => Promise<Case | undefined>,
): Promise<Case> {
  const end = performance.now() + limits.time;
  let best = found;
  const improve = async (args: unknown[]) => {
    const smaller = sizeOf(args) < sizeOf(best.args) && (await refail(args).catch(() => undefined));
    if (smaller) best = smaller;
    return Boolean(smaller);
  };
  for (const args of drawSmall(check)) if (performance.now() < end) await improve(args);
  if (!check.valid) return best;
  for (let left = limits.simplified, going = true; going; ) {
    going = false;
    for (const args of simplerArguments(best.args)) {
      if (left-- <= 0 || performance.now() > end) return best;
      going = isValid(check, args) && (await improve(args));
      if (going) break;
    }
  }
  return best;
}

/** Other draws than those of the check, the smallest sizes first. */
function* drawSmall({ inputs, maxSize = 12, seed = 7 }: Check): Generator<unknown[]> {
  const random = seeded(seed + 1);
  const sizes = Math.min(3, maxSize);
  for (let i = 0; i < limits.drawn; i++) yield inputs(random, 1 + Math.floor((i * sizes) / limits.drawn));
}

function isValid({ valid }: Check, args: unknown[]): boolean {
  try {
    return valid?.(...args) ?? false;
  } catch {
    return false;
  }
}
