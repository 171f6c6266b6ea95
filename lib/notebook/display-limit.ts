/** Displays one run may make; the rest are counted, and a note says how many were left out. */
export const displayLimit = 500;
