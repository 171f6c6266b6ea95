import { en, type Strings } from "./locales/en";

/** Languages the site may speak; one gets pages as soon as a lesson has text in it (`zh.mdx`). */
export const locales = ["en", "zh"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

const strings: Partial<Record<Locale, Strings>> = { en };

/** Interface strings in `locale`, in English until somebody has translated them. */
export function stringsFor(locale: Locale): Strings {
  return strings[locale] ?? en;
}
