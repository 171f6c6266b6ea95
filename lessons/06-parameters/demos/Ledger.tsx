import type { Config } from "../count";
import { blocksOf, type Step, stepNames, steps, termsOf } from "../squares";
import type { LessonStrings } from "../strings";
import styles from "./Ledger.module.css";

interface LedgerProps {
  config: Config;
  /** The last step counted. */
  step: Step;
  words: LessonStrings;
}

/** The same count as a sum on paper: a row a step, the total under a line. */
export function Ledger({ config, step, words }: LedgerProps) {
  const blocks = blocksOf(config);
  const numberOf = ({ squares, lines }: { squares: number; lines: number }) =>
    words.number(Math.round(squares * config.width ** 2 + lines * config.width));
  const reached = stepNames.indexOf(step);
  const all = termsOf(
    blocks.filter(({ part }) => stepNames.slice(0, reached + 1).some((name) => has(name, part))),
  );
  return (
    <table className={styles.ledger}>
      <caption className="visually-hidden">{words.squares.ledger}</caption>
      <tbody>
        {stepNames.map((name, i) => {
          const terms = termsOf(blocks.filter(({ part }) => has(name, part)));
          return (
            <tr key={name} data-state={i === reached ? "latest" : i < reached ? "counted" : "open"}>
              <th scope="row">{words.squares.names[name]}</th>
              <td>{words.squares.terms(terms)}</td>
              <td>{numberOf(terms)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{reached === stepNames.length - 1 ? words.squares.total : words.squares.soFar}</th>
          <td>{words.squares.terms(all)}</td>
          <td>{numberOf(all)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const has = (name: Step, part: string) => (steps[name] as string[]).includes(part);
