"use client";

// Each demo is its own chunk, fetched only by the page that shows it, and still rendered into the HTML.
import dynamic from "next/dynamic";

export const Rounds = dynamic(() => import("./Rounds").then((module) => module.Rounds));
export const Exact = dynamic(() => import("./Exact").then((module) => module.Exact));
export const Payoff = dynamic(() => import("./Payoff").then((module) => module.Payoff));
