import { runProgram } from "@/components/notebook/run-program";
import type { Task } from "@/lib/assignment/assignment";
import { loadDetail } from "@/lib/assignment/load";
import { toCheckProgram } from "@/lib/notebook/exercise-program";

/** A check runs for some seconds at most; a student's endless loop must not hold up the others. */
const PATIENCE = 20_000;

/**
 * Whether a student's code passes the check of this course, run in the sandbox: no network, no storage, no page.
 * Throws where the check itself cannot be run.
 */
export async function recheck(
  signal: AbortSignal,
  locale: string,
  { lesson, id }: Extract<Task, { kind: "exercise" }>,
  code: string,
): Promise<boolean> {
  const { exercises } = await loadDetail(locale, lesson);
  const program = exercises[id];
  if (!program) throw new Error(`The lesson “${lesson}” has no exercise “${id}” (any more).`);
  let passed = false;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  await runProgram(limit, toCheckProgram(program, code), (display) => {
    if (display.kind === "verdict") passed = display.passed;
  });
  return passed;
}
