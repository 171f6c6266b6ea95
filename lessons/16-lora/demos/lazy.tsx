"use client";

// One chunk for the lesson's demos, as they share most of their code: fetched only by pages that show one of them, and
// still rendered into the HTML.
import dynamic from "next/dynamic";

export const Train = dynamic(() => import("./all").then((module) => module.Train));
export const Mix = dynamic(() => import("./all").then((module) => module.Mix));
export const Compare = dynamic(() => import("./all").then((module) => module.Compare));
