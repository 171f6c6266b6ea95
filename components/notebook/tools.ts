import type { NotebookTools } from "@/lib/notebook/notebook";
import type { Sandbox } from "@/lib/sandbox/host";
import type { LoadServices } from "./NotebookProvider";

/** One sandbox for the page: a frame with the kernel of the notebook in it, and one for each running check. */
let sandbox: Promise<Sandbox> | undefined;

export function openSandbox(): Promise<Sandbox> {
  sandbox ??= import("@/lib/sandbox/host").then(({ createSandbox }) => createSandbox());
  return sandbox;
}

/** All that weighs anything: the compiler, the sandbox, the models. */
export async function loadTools(
  modules: Readonly<Record<string, string>>,
  loadServices: LoadServices,
): Promise<NotebookTools> {
  const [{ createPageCompiler }, host, services] = await Promise.all([
    import("@/lib/notebook/compile-page"),
    openSandbox(),
    loadServices(),
  ]);
  return {
    createCompiler: () => createPageCompiler(modules),
    openKernel: (events) => host.openNotebook(services, events),
  };
}
