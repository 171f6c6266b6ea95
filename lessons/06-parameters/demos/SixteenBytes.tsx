"use client";

import { Choice } from "@/components/controls/Choice";
import { adam, type Recipe } from "../memory";
import type { LessonStrings } from "../strings";
import styles from "./SixteenBytes.module.css";

interface SixteenBytesProps {
  recipe: Recipe;
  words: LessonStrings;
  onRecipe: (recipe: Recipe) => void;
}

/** What training keeps of one parameter: sixteen cells of one byte. */
export function SixteenBytes({ recipe, words, onRecipe }: SixteenBytesProps) {
  const { budget } = words;
  const kept = (Object.entries(adam[recipe]) as [keyof typeof budget.shares, number][]).filter(
    ([, bytes]) => bytes > 0,
  );
  return (
    <div className={styles.bytes}>
      <p className={styles.caption}>{budget.perParameter}</p>
      <ul className={styles.strip} data-recipe={recipe}>
        {kept.map(([name, bytes]) => (
          <li key={name} className={styles.group} data-name={name} style={{ flexGrow: bytes }}>
            <span className={styles.cells} aria-hidden="true">
              {Array.from({ length: bytes }, (_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: bytes are alike
                <span key={i} />
              ))}
            </span>
            <span className={styles.name}>
              <b>{bytes}</b> {budget.shares[name]}
            </span>
          </li>
        ))}
      </ul>
      <Choice
        look="switch"
        name="recipe"
        legend={budget.recipe}
        options={budget.recipes}
        value={recipe}
        onChange={onRecipe}
      />
    </div>
  );
}
