"""A corpus out of a grammar: document i is a pure function of (seed, i).

All sentences are our own; rebuild them byte for byte with `documents(seed, range(n))`.
"""

from collections.abc import Iterable, Iterator
from random import Random

from .arithmetic import sums
from .engine import Maker
from .knowledge import facts
from .small_forms import dialogue, listing, portrait, word_problem
from .stories import story

HELD_OUT_EVERY = 64  # documents whose index is a multiple are never trained on

# kind of document: its maker and its share of the documents in each mix (stories are the longest by far)
KINDS: list[tuple[Maker, dict[str, int]]] = [
    (story, {"all": 46, "drill": 36}),
    (dialogue, {"all": 12, "drill": 9}),
    (facts, {"all": 18, "drill": 18}),
    (sums, {"all": 10, "drill": 26}),
    (portrait, {"all": 7, "drill": 6}),
    (word_problem, {"all": 4, "drill": 3}),
    (listing, {"all": 3, "drill": 2}),
]


def document(seed: int, index: int, mix: str = "all") -> str:
    rng = Random(f"{seed}:{index}")
    shares = [share[mix] for _, share in KINDS]
    return rng.choices([maker for maker, _ in KINDS], shares)[0](rng)


def documents(seed: int, indices: Iterable[int]) -> Iterator[str]:
    return (document(seed, index) for index in indices)


def is_held_out(index: int) -> bool:
    return index % HELD_OUT_EVERY == 0
