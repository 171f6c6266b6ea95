/** What `glassbox/exercise` is inside a running check; authors see the part in `exercise.ts`. */
export { checkExercise } from "./check-exercise";
export { closeTo, defineCheck } from "./exercise";
