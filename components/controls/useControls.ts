"use client";

import { useCallback, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from "react";
import { fromFragment, toFragment } from "@/lib/controls/address";
import {
  type ControlSpecs,
  type ControlValues,
  type DemoSpec,
  initialValues,
  toValues,
} from "@/lib/controls/controls";
import { noRules, type Rules, rulesFor, subscribeRules } from "@/lib/controls/rules";

export interface BoundControls<Specs extends ControlSpecs = ControlSpecs> {
  values: ControlValues<Specs>;
  /** Where Reset leads: the lesson's opening, or what an assignment says. */
  initial: ControlValues<Specs>;
  /** Moves some controls; locked ones stay where they are. */
  set(patch: Partial<ControlValues<Specs>>): void;
  reset(): void;
  /** Fragment that brings this state back, without its `#`. */
  fragment: string;
  rules: Rules;
}

interface Options<Specs extends ControlSpecs> {
  /** Anchor of the demo, where its tag gives another than the description. */
  id?: string;
  /** Where the controls open, where its tag gives other values than the description. */
  opening?: Partial<ControlValues<Specs>>;
}

/**
 * The state of a demo under the names that the lesson's `controls.ts` gives it, so that an address
 * (`#sampler?temperature=0.3`) or an assignment can set it. Read `values`, write by `set`.
 */
export function useControls<Specs extends ControlSpecs>(
  demo: DemoSpec<Specs>,
  { id = demo.id, opening }: Options<Specs> = {},
): BoundControls<Specs> {
  // The tag's own values do not change while the page is open.
  const [own] = useState(() => ({ ...initialValues(demo.controls), ...opening }) as ControlValues<Specs>);
  const rules = useSyncExternalStore(
    subscribeRules,
    () => rulesFor(id),
    () => noRules,
  );
  const initial = useMemo(
    () => ({ ...own, ...toValues(demo.controls, rules.values) }),
    [own, rules, demo.controls],
  );
  const [values, setValues] = useState(own);

  const keepLocked = useCallback(
    (patch: Partial<ControlValues<Specs>>) => {
      const free = Object.entries(patch).filter(([name]) => !isFixed(rules, name));
      return Object.fromEntries(free) as Partial<ControlValues<Specs>>;
    },
    [rules],
  );
  const readAddress = useEffectEvent(() => {
    const found = fromFragment(window.location.hash, id, demo.controls);
    if (!found) return;
    setValues((old) => ({ ...old, ...keepLocked(found) }));
    // The browser looks for an element with the whole fragment as its id, and finds none.
    document.getElementById(id)?.scrollIntoView();
  });
  useEffect(() => {
    if (rules !== noRules) setValues((old) => ({ ...old, ...toValues(demo.controls, rules.values) }));
  }, [rules, demo.controls]);
  useEffect(() => {
    const onChange = () => readAddress();
    onChange();
    window.addEventListener("hashchange", onChange);
    return () => window.removeEventListener("hashchange", onChange);
  }, []);

  const set = useCallback(
    (patch: Partial<ControlValues<Specs>>) => setValues((old) => ({ ...old, ...keepLocked(patch) })),
    [keepLocked],
  );
  const reset = useCallback(() => setValues(initial), [initial]);
  return { values, initial, set, reset, fragment: toFragment(id, values, own), rules };
}

function isFixed({ locked, hidden }: Rules, name: string): boolean {
  return locked.includes(name) || hidden.includes(name);
}
