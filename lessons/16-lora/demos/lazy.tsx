"use client";

// Each demo is its own chunk, fetched only by the page that shows it, and still rendered into the HTML.
import dynamic from "next/dynamic";

export const Train = dynamic(() => import("./Train").then((module) => module.Train));
export const Mix = dynamic(() => import("./Mix").then((module) => module.Mix));
export const Compare = dynamic(() => import("./Compare").then((module) => module.Compare));
