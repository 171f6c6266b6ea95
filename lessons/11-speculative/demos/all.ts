export { Exact } from "./Exact";
export { Payoff } from "./Payoff";
export { Rounds } from "./Rounds";
