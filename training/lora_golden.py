"""`python -m training.lora_golden`: what base weights with an adapter say, for the tests of `lib/model/lora.ts`.

The adapter is made by a formula that the test repeats, so that only logits have to be kept.
"""

import json

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from . import lora
from .export import save
from .family.model import MODELS
from .gpt import Config, Params, forward
from .quantize import dequantize_all
from .story_1m import settings as story
from .tokenizer import encode

SHAPE = lora.Shape(rank=4, alpha=8.0)
STRENGTHS = (0.0, 1.0, -0.5)


def ramp(shape: tuple[int, ...], step: int) -> np.ndarray:
    """Whole numbers from -50 to 50 in a fixed disorder, over 500."""
    return ((np.arange(np.prod(shape)) * step % 101 - 50) / 500).astype(np.float32).reshape(shape)


def made_up(config: Config) -> Params:
    adapter = {}
    for name, (n_in, n_out) in lora.adapted(config, SHAPE).items():
        adapter[name + lora.A] = jnp.asarray(ramp((n_in, SHAPE.rank), 37))
        adapter[name + lora.B] = jnp.asarray(ramp((SHAPE.rank, n_out), 23))
    return adapter


def main() -> None:
    folder = MODELS / story.NAME
    config = Config(**json.loads((folder / "manifest.json").read_text())["config"])
    base = {name: jnp.asarray(w) for name, w in dequantize_all(load_file(folder / "weights.safetensors")).items()}
    tokens = jnp.array(encode(Tokenizer.from_file(str(folder / "tokenizer.json")), "Once upon a time"), jnp.int32)
    arrays = {"tokens": np.asarray(tokens)}
    with jax.default_matmul_precision("highest"):
        for strength in STRENGTHS:
            merged = lora.merge(base, made_up(config), SHAPE, strength)
            arrays[f"{strength:g}"] = np.asarray(forward(merged, tokens, config)[0][-1])  # [V]
    save(arrays, MODELS.parent.parent / "training" / "story_1m" / "golden_adapter.safetensors", {"model": story.NAME})


if __name__ == "__main__":
    main()
