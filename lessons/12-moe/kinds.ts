/** The kinds of text that the model has read, in its corpus's order. */
export const kinds = {
  story: "story",
  dialogue: "dialogue",
  facts: "facts",
  sums: "sums",
  recipe: "recipe",
  code: "code",
  letter: "letter",
  weather: "weather report",
} as const;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];

/** One value for each kind. */
export function byKind<Value>(of: (kind: Kind) => Value): Record<Kind, Value> {
  return Object.fromEntries(kindNames.map((kind) => [kind, of(kind)])) as Record<Kind, Value>;
}

/** A short text of each kind, to route. Ours. */
export const examples: Record<Kind, string> = {
  story: "Once upon a time, there was a little fox named Max. He lived near the river.",
  dialogue: '"Where are you going?" asked the crab.\n"I am looking for my kite," said Max.',
  facts: "The capital of France is Paris. Mrs. Fern has a goose.",
  sums: "36 + 47 = 83\n35 - 19 = 16\n8 x 7 = 56",
  recipe: "Recipe: carrot soup\n- 4 carrots\n- 5 cups of water\n1. Wash the carrots and cut them up.",
  code: 'x = 16\nif x < 14:\n    print("less")\nelse:\n    print("more")\n# more',
  letter: "Dear Lily,\nThank you for the stone. Please visit me soon.\nLove,\nMia",
  weather: "Weather for the coast: Monday will be sunny, with 14 degrees.",
};
