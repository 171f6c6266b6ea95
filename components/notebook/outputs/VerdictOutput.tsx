import type { VerdictDisplay } from "@/lib/notebook/display";
import { ErrorOutput } from "./ErrorOutput";
import shared from "./outputs.module.css";
import { Scrollable } from "./Scrollable";
import table from "./Table.module.css";
import styles from "./Verdict.module.css";

type VerdictOutputProps = VerdictDisplay & { onGoTo?(line: number): void };
type Failure = NonNullable<VerdictDisplay["failure"]>;

/** Passed, or: what is probably wrong, and the smallest input that shows it. */
export function VerdictOutput({ passed, cases, failure, onGoTo }: VerdictOutputProps) {
  if (passed || !failure)
    return (
      <p className={styles.verdict} data-output="verdict" data-passed="true">
        <strong>Right.</strong> Your function agrees with the reference on all {cases} inputs.
      </p>
    );
  return (
    <div
      className={styles.verdict}
      data-output="verdict"
      data-passed="false"
      data-mistake={failure.mistake?.id}
    >
      <p>
        <strong>Not yet.</strong> {failure.mistake?.says ?? failure.says ?? ""}
      </p>
      {failure.mistake && failure.says && <p>{failure.says}</p>}
      {cases > 0 && <SmallestInput cases={cases} failure={failure} />}
      {failure.thrown && <ErrorOutput {...failure.thrown} onGoTo={onGoTo} />}
    </div>
  );
}

function SmallestInput({ cases, failure }: { cases: number; failure: Failure }) {
  const { failed, given, comparison } = failure;
  const listed = new Set(comparison?.columns);
  return (
    <>
      <p className={shared.cut}>
        {failed} of {cases} inputs fail. The smallest:
      </p>
      <dl className={styles.given}>
        {given
          .filter(({ name }) => !listed.has(name))
          .map(({ name, text }) => (
            <Pair key={name} name={name} text={text} />
          ))}
        {!comparison && <Pair name="expected" text={failure.expected} />}
        {!comparison && <Pair name="yours" text={failure.got} />}
      </dl>
      {comparison && <Comparison {...comparison} />}
    </>
  );
}

function Pair({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function Comparison({ columns, rows, wrong }: NonNullable<Failure["comparison"]>) {
  return (
    <Scrollable label="The smallest failing input">
      <table className={table.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-numeric>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are numbered by their place
            <tr key={i} data-wrong={wrong.includes(i) || undefined}>
              {row.map((cell, j) => (
                <td key={columns[j]} data-numeric>
                  {cell === null ? "–" : String(cell)}
                  {wrong.includes(i) && j === row.length - 1 && (
                    <span className="visually-hidden"> (differs)</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
