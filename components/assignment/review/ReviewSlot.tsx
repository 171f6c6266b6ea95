"use client";

import dynamic from "next/dynamic";

/** There is nothing to review before the page has come alive. */
export const ReviewSlot = dynamic(() => import("./ReviewDesk").then(({ ReviewDesk }) => ReviewDesk), {
  ssr: false,
});
