"use client";

// Each demo is its own chunk, fetched only by the page that shows it, and still rendered into the HTML.
import dynamic from "next/dynamic";

export const Sampler = dynamic(() => import("./demos/Sampler").then((module) => module.Sampler));
export const Compare = dynamic(() => import("./demos/Compare").then((module) => module.Compare));
export const TemperatureCurve = dynamic(() =>
  import("./demos/TemperatureCurve").then((module) => module.TemperatureCurve),
);
