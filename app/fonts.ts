import localFont from "next/font/local";

// Serif and sans are needed for the first paint; italics and code come after it.
export const serif = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
  variable: "--face-serif",
  weight: "200 800",
  adjustFontFallback: "Times New Roman",
});

export const serifItalic = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
  variable: "--face-serif-italic",
  weight: "200 800",
  style: "italic",
  preload: false,
});

export const sans = localFont({
  src: "../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2",
  variable: "--face-sans",
  weight: "400 700",
});

export const mono = localFont({
  src: "../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
  variable: "--face-mono",
  weight: "100 800",
  preload: false,
  adjustFontFallback: false,
});

export const fontVariables = [serif, serifItalic, sans, mono].map((font) => font.variable).join(" ");
