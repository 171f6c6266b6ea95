import type { Place } from "@/lib/content/course";
import type { Strings } from "@/lib/content/locales/en";
import styles from "./Neighbors.module.css";

interface NeighborsProps {
  slug: string;
  /** All lessons of the course, in order. */
  places: readonly Place[];
  /** Address of the course map. */
  home: string;
  strings: Strings;
}

/** What this lesson builds on; what is not written yet is named, not linked. */
export function Needs({ slug, places, home, strings }: NeighborsProps) {
  const here = places.find((place) => place.slug === slug);
  const needed = places.filter((place) => here?.prerequisites.includes(place.slug));
  if (needed.length === 0) return null;
  return (
    <p className={styles.needs} data-pagefind-ignore="">
      {strings.needs}{" "}
      {needed.map((place, i) => (
        <span key={place.slug}>
          {i > 0 && ", "}
          {place.lesson ? <a href={`${home}learn/${place.slug}/`}>{place.title}</a> : place.title}
          {!place.lesson && <span className={styles.planned}> ({strings.planned})</span>}
        </span>
      ))}
    </p>
  );
}

/** The written lessons before and after this one, and the way back to the map. */
export function Onward({ slug, places, home, strings }: NeighborsProps) {
  const written = places.filter(({ lesson }) => lesson);
  const at = written.findIndex((place) => place.slug === slug);
  return (
    <nav className={styles.onward} aria-label={strings.onward}>
      <Way to={written[at - 1]} label={strings.before} rel="prev" home={home} />
      <Way to={written[at + 1]} label={strings.next} rel="next" home={home} />
      <a className={styles.map} href={home}>
        {strings.toMap}
      </a>
    </nav>
  );
}

function Way({ to, label, rel, home }: { to?: Place; label: string; rel: "prev" | "next"; home: string }) {
  if (!to) return null;
  return (
    <a className={styles.way} rel={rel} href={`${home}learn/${to.slug}/`}>
      <span className={styles.label}>{label}</span>
      <span className={styles.title}>
        <span className={styles.number}>{String(to.number).padStart(2, "0")}</span> {to.title}
      </span>
    </a>
  );
}
