import { type ControlSpecs, type ControlValues, toValues } from "./controls";

/**
 * The state of a demo as the fragment of its page: `#sampler?temperature=0.3&top-k=5`. Only what differs from
 * where the demo opens is written, so that the address of an untouched demo is its plain anchor. A fragment and
 * not a query: it is never sent to a server, and a page kept for offline use has one address.
 */
export function toFragment<Specs extends ControlSpecs>(
  id: string,
  values: ControlValues<Specs>,
  initial: ControlValues<Specs>,
): string {
  const changed = Object.entries(values).filter(([name, value]) => value !== initial[name]);
  const written = changed.map(([name, value]) => [
    name,
    typeof value === "boolean" ? (value ? "on" : "off") : `${value}`,
  ]);
  const query = new URLSearchParams(written).toString();
  return query ? `${id}?${query}` : id;
}

/** The values that a fragment (with or without its `#`) gives to the demo `id`; nothing if it is about another. */
export function fromFragment<Specs extends ControlSpecs>(
  fragment: string,
  id: string,
  specs: Specs,
): Partial<ControlValues<Specs>> | undefined {
  const [target, query] = split(fragment);
  return target === id && query !== undefined
    ? toValues(specs, Object.fromEntries(new URLSearchParams(query)))
    : undefined;
}

function split(fragment: string): [target: string, query?: string] {
  const plain = fragment.replace(/^#/, "");
  const mark = plain.indexOf("?");
  return mark < 0 ? [plain] : [plain.slice(0, mark), plain.slice(mark + 1)];
}
