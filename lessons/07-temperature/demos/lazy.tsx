"use client";

// Each demo is its own chunk, fetched only by the page that shows it, and still rendered into the HTML.
import dynamic from "next/dynamic";

export const Sampler = dynamic(() => import("./Sampler").then((module) => module.Sampler));
export const Compare = dynamic(() => import("./Compare").then((module) => module.Compare));
export const TemperatureCurve = dynamic(() =>
  import("./TemperatureCurve").then((module) => module.TemperatureCurve),
);
export const Facts = dynamic(() => import("./Facts").then((module) => module.Facts));
