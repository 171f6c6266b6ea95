"use client";

import dynamic from "next/dynamic";

/** The desk reads what this browser keeps, so there is nothing of it to render before it is here. */
export const ComposerSlot = dynamic(() => import("./Composer").then(({ Composer }) => Composer), {
  ssr: false,
});
