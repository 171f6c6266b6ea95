"use client";

// One chunk for the lesson's demos, as they share most of their code: fetched only by pages that show one of them, and
// still rendered into the HTML.
import dynamic from "next/dynamic";

export const Squares = dynamic(() => import("./demos/all").then((module) => module.Squares));
export const Calculator = dynamic(() => import("./demos/all").then((module) => module.Calculator));
export const Tensors = dynamic(() => import("./demos/all").then((module) => module.Tensors));
export const Budget = dynamic(() => import("./demos/all").then((module) => module.Budget));
