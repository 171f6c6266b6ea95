"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type CellServices, noServices } from "@/lib/notebook/services";

/** Loads what cells may ask of the page; called on the first run of a cell, not before. */
export type LoadServices = () => Promise<CellServices>;

const Services = createContext<LoadServices>(async () => noServices);

/** Gives the cells below it their models. */
export function NotebookProvider({ services, children }: { services: LoadServices; children: ReactNode }) {
  return <Services value={services}>{children}</Services>;
}

export function useServices(): LoadServices {
  return useContext(Services);
}
