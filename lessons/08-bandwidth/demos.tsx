"use client";

// One chunk for the lesson's demos, as they share most of their code: fetched only by pages that show one of them, and
// still rendered into the HTML.
import dynamic from "next/dynamic";

export const Bandwidth = dynamic(() => import("./demos/all").then((module) => module.Bandwidth));
export const Roofline = dynamic(() => import("./demos/all").then((module) => module.Roofline));
export const Tokens = dynamic(() => import("./demos/all").then((module) => module.Tokens));
export const GpuLab = dynamic(() => import("./demos/all").then((module) => module.GpuLab));
