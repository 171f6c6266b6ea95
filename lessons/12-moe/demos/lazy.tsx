"use client";

// Each demo is its own chunk, fetched only by the page that shows it, and still rendered into the HTML.
import dynamic from "next/dynamic";

export const Routes = dynamic(() => import("./Routes").then((module) => module.Routes));
export const Likes = dynamic(() => import("./Likes").then((module) => module.Likes));
export const Switches = dynamic(() => import("./Switches").then((module) => module.Switches));
export const Memory = dynamic(() => import("./Memory").then((module) => module.Memory));
