"use client";

import { useCallback, useEffect, useEffectEvent, useState } from "react";
import type { Assignment } from "@/lib/assignment/assignment";
import type { WorkKeeper } from "@/lib/assignment/keep";
import { UnreadableError } from "@/lib/assignment/problem";
import { fromSuspended, toSuspended } from "@/lib/assignment/suspend";
import { toScore } from "@/lib/assignment/work";
import { z } from "@/lib/zod";

/** From the page of a SCORM package that frames us; the other side is `public/scorm/relay.js`. */
const fromRelay = z.discriminatedUnion("type", [
  z.object({
    glassbox: z.literal(1),
    type: z.literal("state"),
    suspended: z.string().max(65_536),
    name: z.string().max(1_000),
  }),
  z.object({ glassbox: z.literal(1), type: z.literal("kept"), ok: z.boolean() }),
]);

export interface LmsState {
  /** Where the platform is, e.g. `https://lms.example.edu`; nothing outside of one. */
  origin?: string;
  /** The student has said yes, or had before: progress goes to the platform as it happens. */
  connected: boolean;
  /** Whether the platform took what it was sent last. */
  kept?: boolean;
  /** Tasks whose code did not fit there. */
  left: number;
  handedIn: boolean;
  connect(): void;
  handIn(): void;
}

const sendAfter = 600;

/**
 * Inside a learning platform: takes up the work it has kept, and reports progress and score. Nothing but a greeting
 * goes to the page around us before the student agrees; that page may be anybody's.
 */
export function useLms(assignment: Assignment, keeper: WorkKeeper): LmsState {
  const { id } = assignment;
  const [origin, setOrigin] = useState<string>();
  const [connected, setConnected] = useState(false);
  const [kept, setKept] = useState<boolean>();
  const [left, setLeft] = useState(0);
  const [handedIn, setHandedIn] = useState(false);

  const resume = useEffectEvent(async (suspended: string) => {
    if (suspended === "") return;
    try {
      const work = await fromSuspended(suspended);
      if (work.assignment !== id) return;
      keeper.adopt(work);
      setConnected(true);
    } catch (error) {
      // Something else's state: it stays where it is until the student says that ours may replace it.
      if (!(error instanceof UnreadableError)) throw error;
    }
  });
  const hear = useEffectEvent(({ source, origin: from, data }: MessageEvent) => {
    if (source !== window.parent) return;
    const message = fromRelay.safeParse(data).data;
    if (message?.type === "state") {
      setOrigin(from);
      void resume(message.suspended);
    }
    if (message?.type === "kept" && from === origin) setKept(message.ok);
  });
  useEffect(() => {
    if (window.parent === window) return;
    const onMessage = (event: MessageEvent) => hear(event);
    window.addEventListener("message", onMessage);
    // To whoever frames us: it says nothing but that we are here.
    window.parent.postMessage({ glassbox: 1, type: "hello" }, "*");
    return () => window.removeEventListener("message", onMessage);
  }, []);

  const send = useCallback(
    async (status: "incomplete" | "completed") => {
      if (origin === undefined) return;
      const work = keeper.read();
      const { text, left: tooLong } = await toSuspended(id, work);
      setLeft(tooLong.length);
      const score = toScore(assignment, work.results);
      window.parent.postMessage({ glassbox: 1, type: "work", suspended: text, score, status }, origin);
    },
    [origin, keeper, id, assignment],
  );
  useEffect(() => {
    if (!connected || origin === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void send("incomplete"), sendAfter);
    };
    later();
    const stop = keeper.subscribe(later);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [connected, origin, keeper, send]);

  return {
    origin,
    connected,
    kept,
    left,
    handedIn,
    connect: () => setConnected(true),
    handIn: () => {
      setConnected(true);
      setHandedIn(true);
      void send("completed");
    },
  };
}
