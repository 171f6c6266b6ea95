"use client";

// Each demo is its own chunk, fetched only by the page that shows it, and still rendered into the HTML.
import dynamic from "next/dynamic";

export const Squares = dynamic(() => import("./demos/Squares").then((module) => module.Squares));
export const Calculator = dynamic(() => import("./demos/Calculator").then((module) => module.Calculator));
export const Tensors = dynamic(() => import("./demos/Tensors").then((module) => module.Tensors));
export const Budget = dynamic(() => import("./demos/Budget").then((module) => module.Budget));
