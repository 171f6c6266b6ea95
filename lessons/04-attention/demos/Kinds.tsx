import { stringsFor } from "../strings";
import styles from "./Kinds.module.css";

/** Which word may look at which, in the three kinds of attention of the first Transformer. A figure, not live. */
export function Kinds({ locale }: { locale?: string }) {
  const { kinds } = stringsFor(locale ?? "en");
  const panels = [
    { ...kinds.encoder, queries: kinds.source, keys: kinds.source, sees: () => true },
    { ...kinds.decoder, queries: kinds.target, keys: kinds.target, sees: (t: number, s: number) => s <= t },
    { ...kinds.cross, queries: kinds.target, keys: kinds.source, sees: () => true },
  ];
  return (
    <figure className={styles.kinds} aria-label={kinds.title}>
      {panels.map(({ name, says, queries, keys, sees }) => (
        <div key={name} className={styles.kind}>
          <div
            className={styles.grid}
            style={{ gridTemplateColumns: `auto repeat(${keys.length}, 1.6rem)` }}
            aria-hidden="true"
          >
            <span />
            {keys.map((key) => (
              <span key={key} className={styles.key}>
                {key}
              </span>
            ))}
            {queries.map((query, t) => [
              <span key={query} className={styles.query}>
                {query}
              </span>,
              ...keys.map((key, s) => (
                <span key={`${query} ${key}`} className={sees(t, s) ? styles.open : styles.shut} />
              )),
            ])}
          </div>
          <p>
            <b>{name}</b>
            <br />
            {says}
          </p>
        </div>
      ))}
    </figure>
  );
}
