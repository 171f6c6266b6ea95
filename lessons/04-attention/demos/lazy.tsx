"use client";

// One chunk for the lesson's demos, as they share most of their code: fetched only by pages that show one of them, and
// still rendered into the HTML.
import dynamic from "next/dynamic";

export const Heads = dynamic(() => import("./all").then((module) => module.Heads));
export const Ablate = dynamic(() => import("./all").then((module) => module.Ablate));
export const Scale = dynamic(() => import("./all").then((module) => module.Scale));
