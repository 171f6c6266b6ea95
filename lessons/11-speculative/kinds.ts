/** Kinds of text that both models have read, and openings of each. The first opens the instrument. */
export const kinds = {
  story: {
    name: "story",
    prompts: [
      "Once upon a time, there was a little",
      "One day, Mia and her brother",
      "There once was a dog called",
      "Lily opened the box and found a",
    ],
  },
  dialogue: {
    name: "dialogue",
    prompts: [
      '"Where are you going?" asked the',
      '"Knock, knock!" "Who is there?" asked',
      '"Do you know what is in the chest?" asked',
      '"I am hungry," said',
    ],
  },
  facts: {
    name: "facts",
    prompts: [
      "The capital of France is",
      "Question: Where does a baker work?\nAnswer:",
      "Question: What is the past tense of go?\nAnswer:",
      "Mrs. Fern has a",
    ],
  },
  sums: { name: "sums", prompts: ["36 + 47 =", "9 x 7 =", "90 + 22 = 112\n51 - 9 =", "7 x 4 = 28\n"] },
  recipe: {
    name: "recipe",
    prompts: [
      "Recipe: lemon cake for 2\n",
      "Recipe:",
      "Recipe: bean salad for 5\n- 5 onions\n",
      "Recipe: soup",
    ],
  },
  code: {
    name: "code",
    prompts: [
      "def double(x):\n    return 2 * x\n\nprint(",
      "xs = [3, 1, 2]\nprint(",
      "total = 13\nif total < 20:\n",
      "a = 4\nb = 7\nprint(",
    ],
  },
  letter: {
    name: "letter",
    prompts: ["Dear Lily,\n", "Dear Grandma,\nI am at the", "Dear Ben,\nThank you", "Dear Dad,\n"],
  },
  weather: {
    name: "weather report",
    prompts: [
      "Weather for the city: Monday will be",
      "Weather for the mountains:",
      "Weather for the coast: Friday will be",
      "Weather for the island: Sunday will be sunny, with",
    ],
  },
} as const satisfies Record<string, { name: string; prompts: readonly [string, ...string[]] }>;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];
