import type { CSSProperties } from "react";
import { linePath } from "@/lib/plot/scale";
import { attainable, ridge } from "../roofline";
import type { LessonStrings } from "../strings";
import { flops, logPlace, three } from "../units";
import styles from "./RooflineChart.module.css";
import type { Point, Roof } from "./roofs";

interface RooflineChartProps {
  words: LessonStrings["roofline"]["chart"];
  roofs: readonly Roof[];
  works: readonly { id: string; name: string; at: number }[];
  measured: readonly Point[];
}

/** Ends of both axes: FLOP a byte, FLOP/s. */
const [left, right, bottom, top] = [0.1, 1e4, 1e8, 4e15];
const toX = (at: number) => logPlace(at, left, right);
const toY = (rate: number) => logPlace(rate, bottom, top);
const place = (at: number, rate: number) => ({ "--x": toX(at), "--y": toY(rate) }) as CSSProperties;
const marks = { x: [0.1, 1, 10, 100, 1000, 1e4], y: [1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15] };

/** Corners of a roof: the slope up to the ridge, then level; a roof without a peak runs out of the frame. */
function toPath(roof: Roof): string {
  const bend = Math.min(right, Math.max(left, ridge(roof)));
  const end = Math.min(right, top / roof.bandwidth);
  const corners = Number.isFinite(roof.peak) ? [left, bend, right] : [left, end];
  const points = corners.map((at) => ({ x: toX(at), y: toY(attainable(at, roof)) }));
  return linePath(points, 1000, 1000);
}

/** Attainable speed against arithmetic intensity, both axes logarithmic; a table beside it says the same. */
export function RooflineChart({ words, roofs, works, measured }: RooflineChartProps) {
  return (
    <div className={styles.figure} aria-hidden="true">
      <div className={styles.axis}>{words.y}</div>
      <div className={styles.frame}>
        {marks.y.map((mark) => (
          <span key={mark} className={styles.level} style={{ "--y": toY(mark) } as CSSProperties}>
            <span>{flops(mark).replace("FLOP/s", "")}</span>
          </span>
        ))}
        {marks.x.map((mark) => (
          <span key={mark} className={styles.upright} style={{ "--x": toX(mark) } as CSSProperties} />
        ))}
        {works.map(({ id, at }) => (
          <span key={id} className={styles.work} data-work={id} style={{ "--x": toX(at) } as CSSProperties} />
        ))}
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: hidden from assistive technology as a whole. */}
        <svg className={styles.svg} viewBox="0 0 1000 1000" preserveAspectRatio="none">
          {roofs.map((roof) => (
            <path key={roof.id} className={styles.roof} data-strong={roof.strong} d={toPath(roof)} />
          ))}
        </svg>
        {roofs.map((roof) => (
          <Letter key={roof.id} roof={roof} words={words} />
        ))}
        {works.flatMap(({ id, at }) =>
          roofs.map((roof) => (
            <span
              key={`${id}-${roof.id}`}
              className={styles.dot}
              data-work={id}
              data-strong={roof.strong}
              style={place(at, attainable(at, roof))}
            />
          )),
        )}
        {measured.map(({ at, rate, name }) => (
          <span key={name} className={styles.found} style={place(at, rate)}>
            ◆
          </span>
        ))}
        {works.map(({ id, name, at }) => (
          <span
            key={id}
            className={styles.name}
            data-work={id}
            data-flip={toX(at) > 0.55 || undefined}
            style={{ "--x": toX(at) } as CSSProperties}
          >
            {name} {three(at)}
          </span>
        ))}
      </div>
      <div className={styles.marks}>
        {marks.x.map((mark) => (
          <span key={mark} style={{ left: `${toX(mark) * 100}%` }}>
            {mark.toLocaleString("en-US")}
          </span>
        ))}
      </div>
      <div className={styles.x}>{words.x}</div>
    </div>
  );
}

/** A roof's letter, each at a place of its own along the level part, so that neighbors do not meet. */
function Letter({ roof, words }: { roof: Roof; words: RooflineChartProps["words"] }) {
  if (roof.id === "own")
    return (
      <span className={styles.own} style={place(right, roof.peak)}>
        {words.own(roof.name)}
      </span>
    );
  const order = "GABCDEF".indexOf(roof.letter);
  const at = Number.isFinite(roof.peak) ? 8000 / 1.75 ** order : top / roof.bandwidth / 3;
  return (
    <span className={styles.letter} data-strong={roof.strong} style={place(at, attainable(at, roof))}>
      {roof.letter}
    </span>
  );
}
