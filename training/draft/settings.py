"""Everything that decides what draft becomes."""

from ..base import settings as base
from ..family.model import Model
from ..gpt import Config
from ..train import Recipe

CONFIG = Config(n_layer=2, n_head=4, d_model=96, d_ff=384, n_vocab=2048, n_ctx=256)


def recipe_of(steps: int) -> Recipe:
    return Recipe(
        stages=base.stages_of(steps),
        optimizer="muon",
        products="bfloat16",
        peak_lr=5e-3,
        final_lr=0.0,
        warmup=min(100, steps // 10),
        decay=0.3,
        checkpoint_every=250,
        report_every=50,
    )


ABOUT = """A small model that guesses what base would say: in speculative decoding it proposes a few tokens, base checks them all in
one pass, and text comes out faster with base's own distribution. Trained on base's tokens, with base's tokenizer."""

MODEL = Model(
    name="draft",
    title="Draft, which guesses ahead of base",
    config=CONFIG,
    recipe_of=recipe_of,
    steps={"cpu": 4_000, "gpu": 20_000},
    golden_prompts=base.MODEL.golden_prompts,
    samples=base.MODEL.samples,
    about=ABOUT,
    limits="- Its text is poorer than base's, and its sums are often wrong: it is there to be checked.\n" + base.LIMITS,
)
