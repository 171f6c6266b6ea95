import styles from "./outputs.module.css";

/** A label that may be a token: the spaces at its ends, and line breaks, are made visible. */
export function Spaced({ text }: { text: string }) {
  const start = text.trimStart();
  const middle = start.trimEnd();
  return (
    <>
      <Marks text={text.slice(0, text.length - start.length)} />
      {middle}
      <Marks text={start.slice(middle.length)} />
    </>
  );
}

const marks: Record<string, string> = { " ": "␣", "\n": "↵", "\t": "⇥" };

function Marks({ text }: { text: string }) {
  if (text === "") return null;
  return <span className={styles.space}>{[...text].map((space) => marks[space] ?? "␣").join("")}</span>;
}
