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
  const verdicts: boolean[] = [];
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  const { outcome } = await runProgram(limit, toCheckProgram(program, code), (display) => {
    if (display.kind === "verdict") verdicts.push(display.passed);
  });
  // The student's code runs beside the check and could show a verdict of its own, then keep the real one away.
  return outcome === "done" && verdicts.length === 1 && verdicts[0];
}
