import type { Run } from "./study/study";
import study from "./study/study.json";

/** What `study/run.ts` found; a test holds a sample of it to the model. */
export const runsOfStudy = study.runs as Run[];
