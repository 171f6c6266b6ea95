"""Which network a configuration describes: the dense one, or the mixture of experts."""

from functools import partial

import jax
import jax.numpy as jnp

from . import gpt, train
from .gpt import Config, Params
from .moe import network as moe


def is_moe(config: Config) -> bool:
    return isinstance(config, moe.Config)


def init_params(key: jax.Array, config: Config) -> Params:
    return (moe if is_moe(config) else gpt).init_params(key, config)


def training_loss_of(config: Config) -> train.Loss:
    return moe.loss_of if is_moe(config) else train.loss_of


def trace(params: Params, tokens: jax.Array, config: Config) -> dict[str, jax.Array]:
    """`logits` [T, V], `attention` [L, H, T, T]; of a mixture the `gates` [L, T, E] too."""
    names = ("logits", "attention", "gates")
    return dict(zip(names, (moe if is_moe(config) else gpt).forward(params, tokens, config)))


def logits_of(params: Params, rows: jax.Array, config: Config) -> jax.Array:
    """Rows [B, T] to logits [B, T, V]."""
    return jax.vmap(lambda tokens: trace(params, tokens, config)["logits"])(rows)


def loads_of(params: Params, rows: jax.Array, config: moe.Config) -> jax.Array:
    """The share of each expert in each layer [L, E] over rows [B, T]."""
    forward = jax.jit(partial(trace, config=config))
    gates = jnp.concatenate([forward(params, row)["gates"] for row in rows], axis=1)  # [L, B T, E]
    return moe.loads(gates)
