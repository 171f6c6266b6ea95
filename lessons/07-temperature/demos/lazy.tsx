"use client";

// One chunk for the lesson's demos, as they share most of their code: fetched only by pages that show one of them, and
// still rendered into the HTML.
import dynamic from "next/dynamic";

export const Sampler = dynamic(() => import("./all").then((module) => module.Sampler));
export const Compare = dynamic(() => import("./all").then((module) => module.Compare));
export const TemperatureCurve = dynamic(() => import("./all").then((module) => module.TemperatureCurve));
export const Facts = dynamic(() => import("./all").then((module) => module.Facts));
