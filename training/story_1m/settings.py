"""Everything that decides what story-1m becomes."""

from dataclasses import dataclass, field, replace

from ..gpt import Config
from ..train import Recipe, Stage
from .corpus import is_held_out

NAME = "story-1m"
TITLE = "Story 1M, a tiny storyteller"
STAGES = (Stage(1250, 256), Stage(1750, 128), Stage(1000, 256, "drill"))


@dataclass(frozen=True)
class Settings:
    corpus_seed: int = 7
    documents: int = 290_000
    drill_documents: int = 46_000  # of the mix "drill", numbered after the others
    tokenizer_documents: int = 30_000
    config: Config = field(default_factory=Config)
    recipe: Recipe = field(default_factory=lambda: Recipe(stages=STAGES))

    def indices(self, split: str) -> list[int]:
        """The documents of `all` (what is trained on), `held-out` or `drill`."""
        if split == "drill":
            return list(range(self.documents, self.documents + self.drill_documents))
        return [i for i in range(self.documents) if is_held_out(i) == (split == "held-out")]


FULL = Settings()
QUICK = replace(
    FULL, documents=24_000, tokenizer_documents=8_000, recipe=replace(FULL.recipe, stages=(Stage(400, 256),), warmup=40)
)  # a look at the whole way in a few minutes; the weights are poor

GOLDEN_PROMPTS = [
    "",
    "The capital of France is",
    "Lily opened the box and found a",
    "Zoë said: “你好” 🐈",
]

SAMPLES = [  # prompt, seed
    ("Once upon a time, there was a little", 1),
    ("Once upon a time, there was a little", 2),
    ("Lily opened the box and found a", 3),
    ("The sun was", 4),
    ('"Where are you going?" asked the', 5),
    ("The capital of France is", 6),
    ("3 + 4 =", 7),
    ("Tom was afraid of", 8),
    ("One day, Mia and her brother", 9),
    ("", 10),
]

GOLDEN_TEXTS = [
    "",
    " ",
    "Once upon a time, there was a little girl.",
    "The capital of France is Paris.",
    "I'm sure they'll say we've won, don't you? It's 'fun'.",
    "3 + 4 = 7",
    "1234567890 12.50",
    "HELLO World",
    " leading space",
    "trailing space ",
    "two  spaces   three",
    "tab\tand\nnewline\n\nend\r\n",
    "\t\t x",
    "你好，世界！",
    "今天是2024年。",
    "Привет, мир",
    "naïve café Zoë",
    "e\u0301 is not \u00e9",
    "\u0301\u0308",
    "👩‍👩‍👧‍👦 family",
    "😀😀 ok 👍🏽",
    "\u0000\u0001\u001b[0m\u007f",
    "مرحبا שלום",
    "\u00a0\u2003\u200b",
    "<|endoftext|>",
    'a_b-c/d (e) [f] {g} "h" 50% #1 @x',
    "supercalifragilistic",
]
