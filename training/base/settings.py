"""Everything that decides what base becomes."""

from ..family.model import Model
from ..gpt import Config
from ..story_1m.settings import GOLDEN_TEXTS
from ..train import Recipe, Stage

CONFIG = Config(n_layer=4, n_head=8, d_model=256, d_ff=1024, n_vocab=2048, n_ctx=256)


def stages_of(steps: int) -> tuple[Stage, ...]:
    """Two thirds on short rows, then long ones; the last fifth has more facts, sums and programs."""
    short, drill = round(0.65 * steps), round(0.2 * steps)
    return Stage(short, 128), Stage(steps - short - drill, 256), Stage(drill, 256, "drill")


def recipe_of(steps: int) -> Recipe:
    return Recipe(
        stages=stages_of(steps),
        optimizer="muon",
        products="bfloat16",
        peak_lr=3e-3,
        final_lr=0.0,
        warmup=min(100, steps // 10),
        decay=0.25,
        checkpoint_every=50,
        report_every=25,
    )


ABOUT = """The course's main model: a decoder-only Transformer that tells small stories, writes dialogues, letters, recipes and
weather reports, recalls facts, adds and subtracts, and says what a small program prints. It exists to be taken apart in
lessons, not to be relied upon."""

LIMITS = """- It knows only what its grammar wrote. Ask for anything else and it goes on in the style of one of the eight kinds.
- It tracks one or two characters over a few sentences. Sometimes a new name, a wrong pronoun or an object that was not
  there before slips in.
- The lexicon draws some words by chance: a bell may be soft. In its reports, every weather may follow every other.
- Longer programs, larger numbers, other languages were never trained: bytes go in, nonsense comes out.
- No instruction following, no chat, no safety training. English only."""

MODEL = Model(
    name="base",
    title="Base, eight kinds of text",
    config=CONFIG,
    recipe_of=recipe_of,
    steps={"cpu": 4_000, "gpu": 20_000},  # what 75 minutes give on two idle cores, and a GPU in about as many
    golden_prompts=["", "Mr. Alder is the", "47 + 38 =", "def double(x):\n    return 2 * x\n\nprint(double(4))  #"],
    samples=[
        ("", 1),
        ("Once upon a time, there was a little", 2),
        ("One day, Mia and her brother", 3),
        ('"Where are you going?" asked the', 4),
        ("The capital of France is", 5),
        ("Mrs. Fern", 6),
        ("36 + 47 =", 7),
        ("Recipe:", 8),
        ("xs = [3, 1, 2]\nprint(", 9),
        ("Dear Lily,", 10),
    ],
    about=ABOUT,
    limits=LIMITS,
    golden_texts=[*GOLDEN_TEXTS, "def f(x):\n    return x + 1\n\nprint(f(2))  # 3", "Mrs. Fern has a goose."],
)
