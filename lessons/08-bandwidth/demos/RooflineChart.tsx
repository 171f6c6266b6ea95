import type { CSSProperties } from "react";
import { Frame, FrameLine, Spot } from "@/components/plot/Frame";
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
const place = (at: number, rate: number) => ({ x: toX(at), y: toY(rate) });
const marks = { x: [0.1, 1, 10, 100, 1000, 1e4], y: [1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15] };

/** Corners of a roof: the slope up to the ridge, then level; a roof without a peak runs out of the frame. */
function toCorners(roof: Roof) {
  const bend = Math.min(right, Math.max(left, ridge(roof)));
  const end = Math.min(right, top / roof.bandwidth);
  const corners = Number.isFinite(roof.peak) ? [left, bend, right] : [left, end];
  return corners.map((at) => place(at, attainable(at, roof)));
}

/** Attainable speed against arithmetic intensity, both axes logarithmic; a table beside it says the same. */
export function RooflineChart({ words, roofs, works, measured }: RooflineChartProps) {
  return (
    <div className={styles.figure} aria-hidden="true">
      <div className={styles.axis}>{words.y}</div>
      <Frame
        className={styles.frame}
        under={<Grid works={works} />}
        lines={roofs.map((roof) => (
          <FrameLine
            key={roof.id}
            className={styles.roof}
            data-strong={roof.strong}
            points={toCorners(roof)}
          />
        ))}
      >
        {roofs.map((roof) => (
          <Letter key={roof.id} roof={roof} words={words} />
        ))}
        {works.flatMap(({ id, at }) =>
          roofs.map((roof) => (
            <Spot
              key={`${id}-${roof.id}`}
              className={styles.dot}
              data-work={id}
              data-strong={roof.strong}
              {...place(at, attainable(at, roof))}
            />
          )),
        )}
        {measured.map(({ at, rate, name }) => (
          <Spot key={name} className={styles.found} {...place(at, rate)}>
            ◆
          </Spot>
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
      </Frame>
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

/** Powers of ten both ways, and where each kind of work stands. */
function Grid({ works }: Pick<RooflineChartProps, "works">) {
  return (
    <>
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
    </>
  );
}

/** A roof's letter, each at a place of its own along the level part, so that neighbors do not meet. */
function Letter({ roof, words }: { roof: Roof; words: RooflineChartProps["words"] }) {
  if (roof.id === "own")
    return (
      <span className={styles.own} style={{ "--y": toY(roof.peak) } as CSSProperties}>
        {words.own(roof.name)}
      </span>
    );
  const order = "GABCDEF".indexOf(roof.letter);
  const at = Number.isFinite(roof.peak) ? 8000 / 1.75 ** order : top / roof.bandwidth / 3;
  return (
    <Spot className={styles.letter} data-strong={roof.strong} {...place(at, attainable(at, roof))}>
      {roof.letter}
    </Spot>
  );
}
