import * as z from "./zod-parts";

// zod compiles its schemas with `new Function` where it may. Here it may not: the page's policy forbids it, and
// even the attempt is reported as a violation.
z.config({ jitless: true });

export { z };
