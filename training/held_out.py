"""`python -m training.held_out`: what every shipped model finds most likely after each of 200 held-out tokens.

Written to `held_out.json`, for the tests of the engines: all of them must find the same. Run it again when a model's
weights change.
"""

import json
from collections.abc import Iterator
from itertools import chain, count, islice
from pathlib import Path

import jax
import jax.numpy as jnp
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from . import corpus
from .corpus.tokens import SEED
from .family.model import MODELS
from .gpt import Config
from .moe import network as moe
from .networks import trace
from .poems import __main__ as verses
from .quantize import dequantize_all
from .story_1m import corpus as story_corpus
from .story_1m import settings as story
from .tokenizer import encode

PLACES = 200
OUT = Path(__file__).parent / "held_out.json"


def documents_of(name: str) -> Iterator[str]:
    """The model's held-out documents, in their order; those of `poems` are fetched where they are not here yet."""
    if name == "poems":
        yield from verses.split(verses.load_texts(), held_out=True)
    source, seed = (story_corpus, story.FULL.corpus_seed) if name == story.NAME else (corpus, SEED)
    yield from (source.document(seed, i) for i in count() if source.is_held_out(i))


def tokens_of(name: str, tokenizer: Tokenizer) -> list[int]:
    """Documents end to end, each behind its start token."""
    ids = chain.from_iterable(encode(tokenizer, text) for text in documents_of(name))
    return list(islice(ids, PLACES))


def best_next(folder: Path) -> dict[str, list[int]]:
    """`tokens` [200] and the token with the largest logit after each, read a context at a time."""
    config = json.loads((folder / "manifest.json").read_text())["config"]
    network = moe.Config(**config) if "n_expert" in config else Config(**config)
    params = {name: jnp.asarray(w) for name, w in dequantize_all(load_file(folder / "weights.safetensors")).items()}
    tokens = tokens_of(folder.name, Tokenizer.from_file(str(folder / "tokenizer.json")))
    rows = (jnp.array(tokens[i : i + network.n_ctx], jnp.int32) for i in range(0, PLACES, network.n_ctx))
    with jax.default_matmul_precision("highest"):
        best = [trace(params, row, network)["logits"].argmax(-1).tolist() for row in rows]  # [T, V] each
    return {"tokens": tokens, "best": sum(best, [])}


def writes(folder: Path) -> bool:
    return json.loads((folder / "manifest.json").read_text()).get("architecture") in (None, "moe")


def main() -> None:
    folders = sorted(path.parent for path in MODELS.glob("*/manifest.json"))
    lines = [f"{json.dumps(folder.name)}: {json.dumps(best_next(folder))}" for folder in folders if writes(folder)]
    OUT.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
