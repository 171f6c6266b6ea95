"use client";

import { type ReactNode, useCallback } from "react";
import { NotebookProvider } from "@/components/notebook/NotebookProvider";

/** Lets the cells of a lesson use its models. Nothing of a model is fetched before a cell asks for one. */
export function LessonNotebook({ models, children }: { models: string[]; children: ReactNode }) {
  const services = useCallback(
    async () => (await import("@/components/model/cell-services")).cellServices(models),
    [models],
  );
  return <NotebookProvider services={services}>{children}</NotebookProvider>;
}
