"use client";

// Each demo is its own chunk, fetched only by the page that shows it, and still rendered into the HTML.
import dynamic from "next/dynamic";

export const Bandwidth = dynamic(() => import("./demos/Bandwidth").then((module) => module.Bandwidth));
export const Roofline = dynamic(() => import("./demos/Roofline").then((module) => module.Roofline));
export const Tokens = dynamic(() => import("./demos/Tokens").then((module) => module.Tokens));
export const GpuLab = dynamic(() => import("./demos/GpuLab").then((module) => module.GpuLab));
