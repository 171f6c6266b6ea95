"use client";

// Each demo is its own chunk, fetched only by the page that shows it, and still rendered into the HTML.
import dynamic from "next/dynamic";

export const Heads = dynamic(() => import("./Heads").then((module) => module.Heads));
export const Ablate = dynamic(() => import("./Ablate").then((module) => module.Ablate));
export const Scale = dynamic(() => import("./Scale").then((module) => module.Scale));
