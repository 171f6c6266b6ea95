"""The corpus of base, draft, moe and the row of sizes: eight kinds of text, on purpose.

Document i is a pure function of (seed, i), and so is its kind, so that a lesson can ask what a model knows of each
kind, which expert reads it, and how many of a draft's tokens are accepted in it. Stories, dialogues, portraits, small
lists and word problems are story-1m's; the rest is written here. All sentences are our own.
"""

from random import Random

from ..story_1m.corpus import HELD_OUT_EVERY, is_held_out
from ..story_1m.corpus.engine import Maker
from ..story_1m.corpus.small_forms import dialogue, listing, portrait, word_problem
from ..story_1m.corpus.stories import story
from .arithmetic import sums
from .code import program
from .world import facts
from .letters import letter
from .recipes import recipe
from .weather import weather_report

__all__ = ["HELD_OUT_EVERY", "KINDS", "document", "documents_of", "is_held_out", "kind_of"]

# kind of text: its makers, and its share of the documents in each mix
KINDS: dict[str, tuple[list[tuple[Maker, int]], dict[str, int]]] = {
    "story": ([(story, 7), (portrait, 1)], {"all": 20, "drill": 14}),
    "dialogue": ([(dialogue, 1)], {"all": 9, "drill": 6}),
    "facts": ([(facts, 1)], {"all": 22, "drill": 24}),
    "sums": ([(sums, 6), (word_problem, 1)], {"all": 23, "drill": 32}),
    "recipe": ([(recipe, 3), (listing, 1)], {"all": 4, "drill": 3}),
    "code": ([(program, 1)], {"all": 17, "drill": 18}),
    "letter": ([(letter, 1)], {"all": 6, "drill": 4}),
    "weather": ([(weather_report, 1)], {"all": 4, "drill": 3}),
}
MIXES = ("all", "drill")


def choose(rng: Random, mix: str) -> str:
    return rng.choices(list(KINDS), [shares[mix] for _, shares in KINDS.values()])[0]


def kind_of(seed: int, index: int, mix: str = "all") -> str:
    """The kind of document `index`, without writing it."""
    return choose(Random(f"{seed}:{index}"), mix)


def document(seed: int, index: int, mix: str = "all") -> str:
    rng = Random(f"{seed}:{index}")
    makers = KINDS[choose(rng, mix)][0]
    return rng.choices([maker for maker, _ in makers], [share for _, share in makers])[0](rng)


def documents_of(kind: str, seed: int, indices: list[int]) -> list[str]:
    """Those of the documents that are of one kind."""
    return [document(seed, i) for i in indices if kind_of(seed, i) == kind]
