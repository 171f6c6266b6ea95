"use client";

import { type ReactNode, useCallback } from "react";
import { Incoming } from "@/components/notebook/incoming/Incoming";
import { NotebookBar } from "@/components/notebook/NotebookBar";
import { NotebookProvider } from "@/components/notebook/NotebookProvider";
import type { NotebookSpec } from "@/lib/notebook/notebook-state";

interface LessonNotebookProps {
  spec: NotebookSpec;
  models: string[];
  children: ReactNode;
}

/** Makes a notebook of a lesson's cells. Nothing of a model is fetched before a cell asks for one. */
export function LessonNotebook({ spec, models, children }: LessonNotebookProps) {
  const services = useCallback(
    async () => (await import("@/components/model/cell-services")).cellServices(models),
    [models],
  );
  return (
    <NotebookProvider spec={spec} services={services}>
      <Incoming />
      {children}
      {spec.cells.length > 0 && <NotebookBar />}
    </NotebookProvider>
  );
}
