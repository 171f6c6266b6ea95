import { createElement, isValidElement, type ReactElement, type ReactNode } from "react";

interface PreviewProps {
  number: number;
  title: string;
  minutes: string;
  /** The lesson's picture, its functions called: nothing but SVG elements. */
  picture?: ReactElement;
  /** What it shows. */
  caption?: string;
  /** What each color of the page is where there is no CSS. */
  resolve: (value: string) => string;
}

/** A lesson as other sites show a link to it, 1200 × 630. Drawn without a browser, hence the plain styles. */
export function Preview({ number, title, minutes, picture, caption, resolve }: PreviewProps) {
  const [paper, ink, soft, accent, glass, edge] = ["paper", "ink", "ink-2", "accent", "seq-low", "line"].map(
    (name) => resolve(`var(--${name})`),
  );
  return (
    <div
      style={{
        display: "flex",
        width: "100%",
        height: "100%",
        padding: 64,
        background: paper,
        color: ink,
        fontFamily: "Newsreader",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column", width: 500, paddingRight: 44 }}>
        <span style={{ color: accent, fontFamily: "Instrument Sans", fontSize: 30 }}>
          Glassbox · {String(number).padStart(2, "0")}
        </span>
        <span
          style={{
            marginTop: 28,
            fontSize: title.length > 28 ? 66 : 84,
            lineHeight: 1.06,
            letterSpacing: -2,
          }}
        >
          {title}
        </span>
        <span style={{ marginTop: "auto", color: soft, fontFamily: "Instrument Sans", fontSize: 28 }}>
          {minutes}
        </span>
      </div>
      <div
        style={{
          display: "flex",
          flex: 1,
          flexDirection: "column",
          alignItems: "center",
          justifyContent: "center",
          border: `2px solid ${edge}`,
          borderRadius: 22,
          background: "#fffdf9",
          boxShadow: `0 24px 60px ${glass}`,
        }}
      >
        {picture && toDrawing(picture, resolve, { width: 520, height: 286 })}
        {caption && (
          <span style={{ marginTop: 36, color: soft, fontFamily: "Instrument Sans", fontSize: 22 }}>
            {caption}
          </span>
        )}
      </div>
    </div>
  );
}

/** The picture with its colors resolved and without its words, which only a browser sets. */
function toDrawing(
  element: ReactElement,
  resolve: (value: string) => string,
  size?: { width: number; height: number },
): ReactElement {
  const { children, style: _, ...props } = element.props as { children?: ReactNode; style?: object };
  const resolved = Object.fromEntries(
    Object.entries(props).map(([name, value]) => [name, typeof value === "string" ? resolve(value) : value]),
  );
  return createElement(
    element.type,
    { key: element.key, ...resolved, ...size },
    toDrawings(children, resolve),
  );
}

function toDrawings(children: ReactNode, resolve: (value: string) => string): ReactNode {
  if (Array.isArray(children)) return children.map((child) => toDrawings(child, resolve));
  if (!isValidElement(children) || children.type === "text") return null;
  return toDrawing(children, resolve);
}
