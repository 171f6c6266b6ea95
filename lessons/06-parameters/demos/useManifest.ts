"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useNearViewport } from "@/components/model/useNearViewport";
import { withBase } from "@/lib/base";
import { fetchManifest } from "@/lib/model/files";
import { story } from "../story";
import { trainedShapes } from "../weigh";

export interface Found {
  tensors: Record<string, number[]>;
  state: "prebuilt" | "loading" | "live" | "failed";
  error?: string;
}

/** The shapes of story-1m's tensors: the build's list, then what this site's manifest says. */
export function useManifest(ref: RefObject<Element | null>): Found & { load: () => void } {
  const [found, setFound] = useState<Found>({ tensors: story, state: "prebuilt" });
  const running = useRef<AbortController>(undefined);
  const load = useCallback(() => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setFound((before) => ({ tensors: before.tensors, state: "loading" }));
    fetchManifest(controller.signal, withBase("/models/story-1m/")).then(
      (manifest) =>
        !controller.signal.aborted && setFound({ tensors: trainedShapes(manifest.tensors), state: "live" }),
      (error: Error) =>
        !controller.signal.aborted && setFound({ tensors: story, state: "failed", error: error.message }),
    );
  }, []);
  useEffect(() => () => running.current?.abort(), []);
  useNearViewport(ref, load);
  return { ...found, load };
}
