/**
 * The page's colors for what knows no CSS: `var(--accent)` and `color-mix(in oklab, a 30%, b)` become `#rrggbb`.
 * By day; a preview has no lamp to switch.
 */
export type Tokens = Readonly<Record<string, string>>;

/** The custom properties of a style sheet that hold a color, with their day values. */
export function readTokens(css: string): Tokens {
  const found = css.matchAll(/(--[\w-]+):\s*light-dark\((#[0-9a-f]+),/gi);
  return Object.fromEntries([...found].map(([, name, day]) => [name, day]));
}

/** Every color in `text` as a browser would compute it. Throws on a token that does not exist. */
export function resolveColors(text: string, tokens: Tokens): string {
  const plain = text.replace(/var\((--[\w-]+)\)/g, (whole, name) => {
    if (name.startsWith("--font-")) return whole;
    if (!tokens[name]) throw new Error(`A picture uses ${name}, but app/tokens.css has no such color.`);
    return tokens[name];
  });
  const mix = /color-mix\(in oklab, (#[0-9a-f]{6,8}) ([\d.]+)%, (#[0-9a-f]{6,8})\)/gi;
  return plain.replace(mix, (_, a, share, b) => mixInOklab(a, b, Number(share) / 100));
}

/** `share` of `a`, the rest of `b`. Alpha is left out: pictures stand on paper. */
function mixInOklab(a: string, b: string, share: number): string {
  const [one, other] = [toOklab(a), toOklab(b)];
  return toHex(one.map((value, i) => value * share + other[i] * (1 - share)));
}

/** Björn Ottosson's OKLab, from and to sRGB. */
function toOklab(hex: string): number[] {
  const [r, g, b] = [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toHex([L, a, b]: number[]): string {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${rgb
    .map((value) =>
      Math.round(toGamma(value) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toGamma(value: number): number {
  const within = Math.min(1, Math.max(0, value));
  return within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055;
}
