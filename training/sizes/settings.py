"""The row of sizes. One recipe for all, so that only the size differs; base's own weights have had another one."""

from dataclasses import replace

from ..base import settings as base
from ..family.model import Model
from ..gpt import Config
from ..train import Recipe, Stage

SHAPES = {  # name: layers, heads, width
    "size-30k": (1, 2, 12),
    "size-100k": (2, 2, 32),
    "size-300k": (3, 4, 64),
    "size-1m": (4, 4, 128),
    "size-4m": (4, 8, 256),
}
STEPS = {"cpu": 1_500, "gpu": 20_000}


def recipe_of(steps: int) -> Recipe:
    """AdamW and a cosine, as in most published scaling studies; the rate suits all five sizes well enough."""
    return Recipe(stages=(Stage(steps, 128),), peak_lr=4e-3, final_lr=1e-4, warmup=min(100, steps // 10), report_every=25)


def model_of(name: str) -> Model:
    layers, heads, width = SHAPES[name]
    config = Config(n_layer=layers, n_head=heads, d_model=width, d_ff=4 * width, n_vocab=base.CONFIG.n_vocab, n_ctx=128)
    return replace(
        base.MODEL,
        name=name,
        folder=f"sizes/{name.removeprefix('size-')}",
        title=f"Size {name.removeprefix('size-')}, one of a row",
        config=config,
        recipe_of=recipe_of,
        steps=STEPS,
        about="One of a row of models that differ in size alone: same corpus, same tokenizer, same tokens in the same order. "
        "`curve.json` holds the loss at logged steps, with the tokens and the FLOPs spent by then.",
        golden_texts=None,
    )


MODELS = [model_of(name) for name in SHAPES]
