"use client";

// One chunk for the lesson's demos, as they share most of their code: fetched only by pages that show one of them, and
// still rendered into the HTML.
import dynamic from "next/dynamic";

export const Rounds = dynamic(() => import("./all").then((module) => module.Rounds));
export const Exact = dynamic(() => import("./all").then((module) => module.Exact));
export const Payoff = dynamic(() => import("./all").then((module) => module.Payoff));
