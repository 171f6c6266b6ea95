// Server side: what the instruments show first is computed here, when the page is built.
import * as lazy from "./demos/lazy";
import { examples } from "./kinds";
import { figures, ours, rises } from "./measured";
import { opening, shape } from "./presets";
import { moe, probes } from "./served";
import { mixtral } from "./sizes";
import { readRoutes, readSwitches } from "./view";

interface DemoProps {
  id?: string;
}

export async function Routes(props: DemoProps) {
  return (
    <lazy.Routes {...props} prebuilt={await readRoutes(undefined, moe, examples[opening.routes.kind])} />
  );
}

export async function Likes(props: DemoProps) {
  const { loads, load, likes } = figures;
  const prebuilt = await readRoutes(undefined, moe, opening.likes.text);
  return <lazy.Likes {...props} figures={{ loads, load, likes }} prebuilt={prebuilt} />;
}

export async function Switches(props: DemoProps) {
  const { perToken, twin } = figures;
  const order = { perToken: shape.perToken, off: [], prompt: opening.switches.prompt };
  const prebuilt = await readSwitches(undefined, moe, order, probes);
  return <lazy.Switches {...props} {...{ prebuilt, rises }} figures={{ perToken, twin }} texts={probes} />;
}

export function Memory(props: DemoProps) {
  return <lazy.Memory {...props} designs={{ mixtral, moe: ours }} />;
}
