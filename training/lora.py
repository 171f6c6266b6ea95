"""Low-rank adapters: a matrix W [in, out] becomes W + scale · (alpha / r) · A B, and only A and B are trained.

Source: Hu et al. 2021, "LoRA: Low-Rank Adaptation of Large Language Models"; A [in, r], B [r, out].
"""

from dataclasses import dataclass
from math import sqrt

import jax
import jax.numpy as jnp

from .gpt import Config, Params, shapes

A, B = ".lora_A", ".lora_B"
TARGETS = ("attn.c_attn.weight", "attn.c_proj.weight", "mlp.c_fc.weight", "mlp.c_proj.weight")


@dataclass(frozen=True)
class Shape:
    """How an adapter is built; written into its manifest."""

    rank: int = 8
    alpha: float = 16.0
    targets: tuple[str, ...] = TARGETS


def adapted(config: Config, shape: Shape) -> dict[str, tuple[int, ...]]:
    """The matrices that the adapter changes, by name."""
    return {name: size for name, size in shapes(config).items() if name.endswith(shape.targets)}


def init_adapter(key: jax.Array, config: Config, shape: Shape) -> Params:
    """A random, B zero: a fresh adapter changes nothing."""
    adapter = {}
    for name, (n_in, n_out) in adapted(config, shape).items():
        key, subkey = jax.random.split(key)
        adapter[name + A] = jax.random.normal(subkey, (n_in, shape.rank)) / sqrt(n_in)
        adapter[name + B] = jnp.zeros((shape.rank, n_out))
    return adapter


def merge(params: Params, adapter: Params, shape: Shape, scale: float = 1.0) -> Params:
    """The weights of the adapted model; `scale` 0 gives the base, between 0 and 1 a bit of both."""
    merged = dict(params)
    for name in params:
        if name + A in adapter:
            merged[name] = params[name] + scale * shape.alpha / shape.rank * adapter[name + A] @ adapter[name + B]
    return merged


def n_parameters(adapter: Params) -> int:
    return sum(w.size for w in adapter.values())
