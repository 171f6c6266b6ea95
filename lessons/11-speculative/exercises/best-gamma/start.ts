/**
 * The number of tokens to draft in a round, from 0 to `most`, that makes text come fastest.
 * alpha: chance that a guess is kept, 0 to 1; c: time of a guess, in tokens of the target. A check takes the time of one
 * token. 0 means that drafting does not pay.
 */
export function bestGamma(alpha: number, c: number, most: number): number {
  return alpha > c ? most : 0; // a wrong answer to begin with: press Check
}
