"""Everything that decides what the adapters become."""

from dataclasses import dataclass

from ..lora import Shape
from ..train import Recipe, Stage

DOCUMENTS = 16_000
HELD_OUT_EVERY = 64
STEPS = {"cpu": 300, "gpu": 2_000}


@dataclass(frozen=True)
class Adapter:
    name: str  # of its texts too
    title: str
    shape: Shape
    prompts: tuple[str, ...]


ADAPTERS = [
    Adapter("pirate", "A dialect: like a pirate", Shape(rank=8), ("", "Once upon a time,", '"Where are')),
    Adapter("telegram", "A style: as a telegram", Shape(rank=8), ("", "ONE DAY", "LILY")),
    Adapter("sorting", "A task: digits in order", Shape(rank=16, alpha=32.0), ("Sort: 7 2 9 4 ->", "Sort: 5 1 5 0 3 ->", "Sort:")),
]


def recipe_of(steps: int) -> Recipe:
    return Recipe(
        stages=(Stage(steps, 128),),
        tokens_per_step=2048,
        peak_lr=5e-3,
        final_lr=0.0,
        warmup=min(20, steps // 5),
        weight_decay=0.0,
        decay=0.4,
        checkpoint_every=50,
        report_every=25,
    )
