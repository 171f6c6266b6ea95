"use client";

import { useState } from "react";
import { TokenTile } from "@/components/plot/TokenTile";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import type { FactRow } from "../experiment";
import type { LessonStrings } from "../strings";
import styles from "./Facts.module.css";

interface FactTableProps {
  rows: readonly FactRow[];
  temperature: number;
  words: LessonStrings;
}

/** The facts that came out wrong most often, and what was drawn in their place. */
export function FactTable({ rows, temperature, words: { facts: words } }: FactTableProps) {
  const [all, setAll] = useState(false);
  const { columns } = words;
  return (
    <div>
      <table className={`${demoStyles.words} ${styles.table}`}>
        <caption>{words.rows(temperature)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.fact}</th>
            <th scope="col">{columns.answer}</th>
            <th scope="col">{columns.wrong}</th>
            <th scope="col">{columns.instead}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, all ? rows.length : 6).map(({ prompt, answer, wrong, draws, instead, others }) => (
            <tr key={prompt}>
              <th scope="row">{prompt}</th>
              <td>
                <TokenTile text={answer} />
              </td>
              <td className={styles.number}>{words.wrong(wrong, draws)}</td>
              <td>
                <ul className={styles.instead}>
                  {instead.map(({ text, count }) => (
                    <li key={text}>
                      {words.times(count)} <TokenTile text={text} />
                    </li>
                  ))}
                  {others > 0 && <li>{words.others(others)}</li>}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={() => setAll(!all)}>{all ? words.fewer : words.all(rows.length)}</Button>
    </div>
  );
}
