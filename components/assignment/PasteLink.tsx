"use client";

import { type FormEvent, useId } from "react";
import { Button } from "@/components/ui/Button";
import styles from "./PasteLink.module.css";
import type { AssignmentStrings } from "./strings";

interface PasteLinkProps {
  words: AssignmentStrings;
  label?: string;
  onPaste(text: string): void;
}

/** A field that takes a link as it comes out of a mail, with line breaks and all. */
export function PasteLink({ words, label = words.paste, onPaste }: PasteLinkProps) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("link") ?? "");
    if (text.trim() !== "") onPaste(text);
  };
  return (
    <form className={styles.paste} onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} name="link" rows={3} spellCheck={false} autoComplete="off" required />
      <Button type="submit">{words.read}</Button>
    </form>
  );
}
