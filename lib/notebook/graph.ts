import { blockedBy } from "./blocked";
import { libraryNames } from "./cell-scope";
import type { ErrorDisplay } from "./display";
import { globalNames } from "./globals";
import type { DefinedName, FreeName } from "./names";
import { nearestName } from "./nearest";

/** A cell as the graph sees it. */
export interface GraphCell {
  id: string;
  title: string;
  defines: readonly DefinedName[];
  free: readonly FreeName[];
  /** Why it cannot be read; its names are those it had when it last could. */
  unreadable?: ErrorDisplay;
}

/** Which cell needs which, and what keeps a cell from running before anything runs. */
export interface Graph {
  /** Cells in an order in which each comes after those it needs; those in a circle are left out. */
  order: readonly string[];
  /** Names that a cell takes: of other cells and of inputs, and of the standard library. */
  takes: ReadonlyMap<string, { shared: string[]; library: string[] }>;
  /** Cells that a cell needs directly. */
  needs: ReadonlyMap<string, ReadonlySet<string>>;
  /** Cells that use a name, by name: of a cell or an input. */
  users: ReadonlyMap<string, ReadonlySet<string>>;
  /** By cell; a cell that needs one with a problem has a problem too. */
  problems: ReadonlyMap<string, ErrorDisplay>;
}

const library: ReadonlySet<string> = new Set(libraryNames);

/** Finds who needs whom among the cells of a page, and every name that is missing, double or in a circle. */
export function toGraph(cells: readonly GraphCell[], inputs: readonly string[]): Graph {
  const owners = findOwners(cells, inputs);
  const takes = new Map(cells.map((cell) => [cell.id, takenBy(cell, owners)]));
  const needs = new Map(
    cells.map(({ id }) => [
      id,
      new Set(takes.get(id)!.shared.flatMap((name) => (owners.get(name) ?? []).map((owner) => owner.id))),
    ]),
  );
  const users = new Map<string, Set<string>>();
  for (const [id, { shared }] of takes)
    for (const name of shared) users.set(name, (users.get(name) ?? new Set()).add(id));
  const { order, circles } = sortCells(cells, needs);
  const problems = new Map<string, ErrorDisplay>();
  for (const cell of cells) {
    const problem = cell.unreadable ?? problemOf(cell, owners, inputs) ?? circles.get(cell.id);
    if (problem) problems.set(cell.id, problem);
  }
  for (const id of order) {
    if (problems.has(id)) continue;
    const broken = takes
      .get(id)!
      .shared.map((name) => ({ name, owner: owners.get(name)?.find((one) => problems.has(one.id)) }))
      .find(({ owner }) => owner);
    if (broken?.owner) problems.set(id, blockedBy(broken.name, broken.owner.title));
  }
  return { order, takes, needs, users, problems };
}

type Owners = ReadonlyMap<string, readonly GraphCell[]>;

function findOwners(cells: readonly GraphCell[], inputs: readonly string[]): Owners {
  const owners = new Map<string, GraphCell[]>(inputs.map((name) => [name, []]));
  for (const cell of cells)
    for (const { name } of cell.defines) owners.set(name, [...(owners.get(name) ?? []), cell]);
  return owners;
}

function takenBy({ free }: GraphCell, owners: Owners) {
  const names = free.map(({ name }) => name);
  return {
    shared: names.filter((name) => owners.has(name)),
    library: names.filter((name) => !owners.has(name) && library.has(name)),
  };
}

function problemOf(cell: GraphCell, owners: Owners, inputs: readonly string[]): ErrorDisplay | undefined {
  for (const { name, line } of cell.defines) {
    if (library.has(name))
      return toProblem(
        `${name} is a name of the standard library: choose another, so that ${name} keeps its meaning.`,
        line,
      );
    if (inputs.includes(name))
      return toProblem(
        `${name} is an input of this page, set by its control: give this one another name.`,
        line,
      );
    const all = owners.get(name) ?? [];
    if (all.length > 1) return toProblem(doubled(name, all), line);
  }
  for (const { name, line, assignedAt, onlyTypeof } of cell.free) {
    if (assignedAt && (owners.has(name) || library.has(name)))
      return toProblem(foreign(name, owners.get(name)?.[0]?.title), assignedAt);
    if (onlyTypeof || owners.has(name) || library.has(name) || globalNames.has(name)) continue;
    return toProblem(unknown(name, assignedAt === line, owners), line);
  }
  return undefined;
}

function doubled(name: string, cells: readonly GraphCell[]): string {
  const places = cells.map(
    ({ title, defines }) => `“${title}” (line ${defines.find((one) => one.name === name)?.line})`,
  );
  return `${name} is defined in ${listOf(places)}. All cells of a page share their names: rename all but one, or put it in { } to keep it inside its cell.`;
}

function foreign(name: string, title: string | undefined): string {
  const owner = title === undefined ? "is not of this cell" : `belongs to the cell “${title}”`;
  return `${name} ${owner}: a cell can change its own names only. Define a new one, such as const my${name[0].toUpperCase()}${name.slice(1)} = …`;
}

function unknown(name: string, written: boolean, owners: Owners): string {
  if (written) return `${name} is not declared: write const ${name} = … or let ${name} = …`;
  const near = nearestName(name, [...owners.keys(), ...library, ...globalNames]);
  return `There is no ${name} on this page.${near ? ` Did you mean ${near}?` : " Some cell has to define it at its top level."}`;
}

function toProblem(message: string, line?: number): ErrorDisplay {
  return { kind: "error", name: "NameError", message, line };
}

function listOf(items: readonly string[]): string {
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Depth first; whatever lies on a way back to itself is a circle. */
function sortCells(cells: readonly GraphCell[], needs: ReadonlyMap<string, ReadonlySet<string>>) {
  const titles = new Map(cells.map(({ id, title }) => [id, title]));
  const circles = new Map<string, ErrorDisplay>();
  const ordered = new Set<string>();
  const visit = (id: string, trail: string[]) => {
    const at = trail.indexOf(id);
    if (at >= 0) {
      const circle = trail.slice(at);
      for (const one of circle)
        if (!circles.has(one))
          circles.set(one, toProblem(circular(circle.map((part) => titles.get(part) ?? part))));
    }
    if (at >= 0 || ordered.has(id)) return;
    for (const other of needs.get(id) ?? []) visit(other, [...trail, id]);
    ordered.add(id);
  };
  for (const { id } of cells) visit(id, []);
  return { order: [...ordered].filter((id) => !circles.has(id)), circles };
}

function circular(titles: readonly string[]): string {
  const way = [...titles, titles[0]].map((title) => `“${title}”`).join(" → ");
  return `These cells need each other in a circle: ${way}. One of them has to do without a name of the next.`;
}
