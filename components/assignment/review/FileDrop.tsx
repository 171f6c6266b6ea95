"use client";

import { type DragEvent, useState } from "react";
import { listDropped } from "@/lib/assignment/review/files";
import type { AssignmentStrings } from "../strings";
import styles from "./FileDrop.module.css";

interface FileDropProps {
  words: AssignmentStrings;
  onFiles(files: readonly File[]): void;
}

/** Takes files, folders and archives, dropped or chosen. */
export function FileDrop({ words: { review }, onFiles }: FileDropProps) {
  const [over, setOver] = useState(false);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(await listDropped(event.dataTransfer.items));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a group of form fields.
    <div
      role="group"
      aria-label={review.files}
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{review.drop}</p>
      <label>
        {review.chooseFiles}
        <input type="file" multiple onChange={({ target }) => onFiles(Array.from(target.files ?? []))} />
      </label>
      <label>
        {review.chooseFolder}
        <input
          type="file"
          // Not in React's types; every browser has it.
          {...{ webkitdirectory: "" }}
          onChange={({ target }) => onFiles(Array.from(target.files ?? []))}
        />
      </label>
    </div>
  );
}
