/**
 * The settings of a demo, with names that links, assignments and embedded pages can use. A lesson describes them
 * once, in its `controls.ts`; the demo takes its state from `components/controls/useControls`.
 */

export type ControlValue = number | string | boolean;

interface Named {
  /** As it stands beside the control. */
  label: string;
}

export type ControlSpec =
  | (Named & { kind: "number"; min: number; max: number; step: number; initial: number })
  /** `options`: what the demo calls each choice, and how it reads. */
  | (Named & { kind: "choice"; options: Record<string, string>; initial: string })
  | (Named & { kind: "text"; maxLength: number; initial: string })
  | (Named & { kind: "switch"; initial: boolean });

export type ControlSpecs = Record<string, ControlSpec>;

export interface DemoSpec<Specs extends ControlSpecs = ControlSpecs> {
  /** Anchor of the demo on its page, unless its tag in the prose gives another. */
  id: string;
  title: string;
  controls: Specs;
}

type ValueOf<Spec> = Spec extends { kind: "number" }
  ? number
  : Spec extends { kind: "switch" }
    ? boolean
    : string;

export type ControlValues<Specs extends ControlSpecs> = { [Name in keyof Specs]: ValueOf<Specs[Name]> };

/** Gives a description its exact type. */
export function defineDemo<const Specs extends ControlSpecs>(demo: DemoSpec<Specs>): DemoSpec<Specs> {
  return demo;
}

/** Where the demo opens. */
export function initialValues<Specs extends ControlSpecs>(specs: Specs): ControlValues<Specs> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, { initial }]) => [name, initial]),
  ) as ControlValues<Specs>;
}

/**
 * `raw` as a value of this control, or nothing if it is none. Numbers may come as text and are moved into the
 * range; text is cut to its length.
 */
export function toValue(spec: ControlSpec, raw: unknown): ControlValue | undefined {
  switch (spec.kind) {
    case "number": {
      const number = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
      if (typeof number !== "number" || !Number.isFinite(number)) return undefined;
      return Math.min(spec.max, Math.max(spec.min, number));
    }
    case "choice":
      return typeof raw === "string" && Object.hasOwn(spec.options, raw) ? raw : undefined;
    case "text":
      return typeof raw === "string" ? raw.slice(0, spec.maxLength) : undefined;
    case "switch":
      if (raw === true || raw === "on") return true;
      return raw === false || raw === "off" ? false : undefined;
  }
}

/** The entries of `raw` that are values of these controls. Unknown names and impossible values are left out. */
export function toValues<Specs extends ControlSpecs>(
  specs: Specs,
  raw: Readonly<Record<string, unknown>>,
): Partial<ControlValues<Specs>> {
  const entries = Object.entries(specs).flatMap(([name, spec]) => {
    const value = Object.hasOwn(raw, name) ? toValue(spec, raw[name]) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries) as Partial<ControlValues<Specs>>;
}
