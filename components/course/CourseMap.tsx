import type { ComponentType, CSSProperties } from "react";
import { withBase } from "@/lib/base";
import type { Part, Place } from "@/lib/content/course";
import type { Locale } from "@/lib/content/locale";
import type { Strings } from "@/lib/content/locales/en";
import type { LessonToDo } from "@/lib/progress/summary";
import styles from "./CourseMap.module.css";
import { layOut, type Spot } from "./layout";
import { toNumeral } from "./numeral";
import { PlateState } from "./PlateState";

interface CourseMapProps {
  parts: readonly Part[];
  /** What a lesson's demo shows, by slug. */
  pictures: Readonly<Record<string, ComponentType>>;
  /** What there is to do in each written lesson. */
  toDo: readonly LessonToDo[];
  locale: Locale;
  strings: Strings;
}

/**
 * The course as one picture: parts are stretches of a glass tube, lessons the plates it runs behind. In the
 * document it is a list of lists, in reading order; on a narrow page it looks like one, too.
 */
export function CourseMap({ parts, pictures, toDo, locale, strings }: CourseMapProps) {
  const layout = layOut(parts);
  const places = parts.flatMap((part) => part.places);
  return (
    <div className={styles.map} style={{ "--height": `${layout.height}rem` } as CSSProperties}>
      <Drawing height={layout.height} className={styles.tube} paths={[layout.tube, layout.tube]} />
      {parts.map((part, i) => (
        <section key={part.id} className={styles.part} aria-labelledby={`part-${part.id}`}>
          <header className={styles.heading} style={toStyle(layout.parts[i])}>
            <span className={styles.numeral} aria-hidden="true">
              {toNumeral(i + 1)}
            </span>
            <div>
              <h3 id={`part-${part.id}`}>
                <span className="visually-hidden">{strings.part(toNumeral(i + 1))}: </span>
                {part.title}
              </h3>
              <p>{part.promise}</p>
            </div>
          </header>
          <ol className={styles.lessons}>
            {part.places.map((place) => {
              const spot = layout.spots.find(({ slug }) => slug === place.slug)!;
              const needed = places.filter(({ slug }) => place.prerequisites.includes(slug));
              return (
                <li key={place.slug} className={styles.stop} data-planned={!place.lesson || undefined}>
                  <Drawing height={layout.height} className={styles.threads} paths={spot.threads} />
                  <Plate
                    place={place}
                    needed={needed}
                    spot={spot}
                    Picture={pictures[place.slug]}
                    toDo={toDo.find(({ slug }) => slug === place.slug)}
                    locale={locale}
                    strings={strings}
                  />
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface PlateProps {
  place: Place;
  needed: readonly Place[];
  spot: Spot;
  Picture?: ComponentType;
  toDo?: LessonToDo;
  locale: Locale;
  strings: Strings;
}

function Plate({ place, needed, spot, Picture, toDo, locale, strings }: PlateProps) {
  const { number, slug, title, summary, lesson } = place;
  const foot = needed.length > 0 && (
    <span>
      {strings.needs} {needed.map(({ number }) => toNumber(number)).join(", ")}
    </span>
  );
  if (!lesson)
    return (
      <div className={styles.plan} style={toStyle(spot)}>
        <h4>
          <span className={styles.number}>{toNumber(number)}</span> {title}
        </h4>
        <p>{summary}</p>
        <p className={styles.foot}>
          <span>{strings.planned}</span> {foot}
        </p>
      </div>
    );
  return (
    <a className={styles.plate} style={toStyle(spot)} href={withBase(`/${locale}/learn/${slug}/`)}>
      {Picture && (
        <span className={styles.picture}>
          <Picture />
          <span className="visually-hidden">{lesson.picture}. </span>
        </span>
      )}
      <h4>
        <span className={styles.number}>{toNumber(number)}</span> {title}
      </h4>
      <p>{summary}</p>
      <p className={styles.foot}>
        <span>{strings.minutes(lesson.minutes)}</span>{" "}
        {toDo && <PlateState toDo={toDo} words={strings.plate} />} {foot}
      </p>
    </a>
  );
}

/** Lines over the whole map; the drawing is as wide as the map and as high, so its units are percent and rem. */
function Drawing({
  height,
  className,
  paths,
}: {
  height: number;
  className: string;
  paths: readonly string[];
}) {
  if (paths.length === 0) return null;
  return (
    <svg
      className={className}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {paths.map((path, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same path may be drawn twice, wide and narrow
        <path key={i} d={path} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}

function toStyle({ x, y, height }: { x: number; y: number; height?: number }): CSSProperties {
  return { "--x": `${x}%`, "--y": `${y}rem`, "--h": `${height}rem` } as CSSProperties;
}

function toNumber(number: number): string {
  return String(number).padStart(2, "0");
}
