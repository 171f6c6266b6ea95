"""Everything that decides what poems becomes."""

from ..gpt import Config
from ..train import Recipe, Stage

NAME = "poems"
TITLE = "Poems, regulated verse (诗)"
CONFIG = Config(n_layer=4, n_head=6, d_model=192, d_ff=768, n_vocab=4096, n_ctx=96)
N_CHARACTERS = 3_500  # poems that need a rarer character are left out
HELD_OUT_EVERY = 64
STEPS = {"cpu": 4_000, "gpu": 20_000}
SPLIT = r"[\s\S]"  # every character by itself, so that a token is never more than one
SHUFFLE_SEED = 5


def recipe_of(steps: int) -> Recipe:
    return Recipe(
        stages=(Stage(steps, 96),),
        tokens_per_step=3072,
        optimizer="muon",
        products="bfloat16",
        peak_lr=3e-3,
        final_lr=0.0,
        warmup=min(100, steps // 10),
        decay=0.3,
        checkpoint_every=100,
        report_every=50,
    )


GOLDEN_PROMPTS = ["", "春风", "明月照高楼，"]
SAMPLES = [  # prompt, seed
    ("", 1),
    ("", 2),
    ("春", 3),
    ("明月", 4),
    ("山", 5),
    ("白云", 6),
    ("江南", 7),
    ("故人", 8),
    ("秋风", 9),
    ("一", 10),
]
GOLDEN_TEXTS = ["", "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。", "hello, 世界", "𠮷", "雪"]
