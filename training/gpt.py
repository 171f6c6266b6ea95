"""The open forward pass of a GPT-2-style Transformer, on one sequence.

The twin of `lib/model/gpt.ts`: the same functions, the same tensor names, the same order.
Shapes: T tokens, d model width, H heads, L layers, V vocabulary.
Source: Radford et al. 2019 (GPT-2); the tensor names are those of Hugging Face's GPT-2.
"""

from dataclasses import asdict, dataclass
from math import sqrt

import jax
import jax.numpy as jnp

Params = dict[str, jax.Array]


@dataclass(frozen=True)
class Config:
    """The shape of a model, as written into its manifest."""

    n_layer: int = 4
    n_head: int = 4
    d_model: int = 128
    d_ff: int = 512
    n_vocab: int = 2048
    n_ctx: int = 256
    layer_norm_eps: float = 1e-5

    def to_dict(self) -> dict:
        return asdict(self)


def shapes(config: Config) -> dict[str, tuple[int, ...]]:
    """Every tensor's name and shape; weights are [in, out], used as x @ W."""
    d, d_ff = config.d_model, config.d_ff
    named = {"wte.weight": (config.n_vocab, d), "wpe.weight": (config.n_ctx, d)}
    for i in range(config.n_layer):
        named |= {
            f"h.{i}.ln_1.weight": (d,),
            f"h.{i}.ln_1.bias": (d,),
            f"h.{i}.attn.c_attn.weight": (d, 3 * d),
            f"h.{i}.attn.c_attn.bias": (3 * d,),
            f"h.{i}.attn.c_proj.weight": (d, d),
            f"h.{i}.attn.c_proj.bias": (d,),
            f"h.{i}.ln_2.weight": (d,),
            f"h.{i}.ln_2.bias": (d,),
            f"h.{i}.mlp.c_fc.weight": (d, d_ff),
            f"h.{i}.mlp.c_fc.bias": (d_ff,),
            f"h.{i}.mlp.c_proj.weight": (d_ff, d),
            f"h.{i}.mlp.c_proj.bias": (d,),
        }
    return named | {"ln_f.weight": (d,), "ln_f.bias": (d,)}


def init_params(key: jax.Array, config: Config) -> Params:
    """Normal weights of deviation 0.02, projections into the residual stream divided by sqrt(2L)."""
    return init_named(key, shapes(config), config.n_layer)


def init_named(key: jax.Array, named: dict[str, tuple[int, ...]], n_layer: int) -> Params:
    params = {}
    for name, shape in named.items():
        key, subkey = jax.random.split(key)
        if len(shape) == 1:
            is_norm_weight = ".ln_" in f".{name}" and name.endswith(".weight")
            params[name] = jnp.ones(shape) if is_norm_weight else jnp.zeros(shape)
            continue
        deviation = 0.02 / (sqrt(2 * n_layer) if name.endswith("c_proj.weight") else 1)
        params[name] = deviation * jax.random.normal(subkey, shape)
    return params


def under(params: Params, prefix: str) -> Params:
    """The tensors whose names start with `prefix`, without it."""
    return {name[len(prefix) :]: x for name, x in params.items() if name.startswith(prefix)}


def layer_norm(x: jax.Array, p: Params, eps: float) -> jax.Array:
    """Each row to mean 0 and variance 1, then scaled and shifted."""
    mean = x.mean(-1, keepdims=True)  # [T, 1]
    variance = x.var(-1, keepdims=True)  # [T, 1]
    return (x - mean) / jnp.sqrt(variance + eps) * p["weight"] + p["bias"]  # [T, d]


def linear(x: jax.Array, p: Params) -> jax.Array:
    return x @ p["weight"] + p["bias"]  # [T, out]


def attention(x: jax.Array, p: Params, n_head: int) -> tuple[jax.Array, jax.Array]:
    """Causal multi-head attention; returns the output [T, d] and the weights [H, query, key]."""
    T, d = x.shape
    d_head = d // n_head
    qkv = linear(x, under(p, "c_attn."))  # [T, 3d]
    q, k, v = (
        part.reshape(T, n_head, d_head).transpose(1, 0, 2)  # [H, T, d_head]
        for part in jnp.split(qkv, 3, axis=-1)
    )
    scores = q @ k.transpose(0, 2, 1) / sqrt(d_head)  # [H, T, T]
    causal = jnp.tril(jnp.ones((T, T), bool))  # [T, T]
    weights = jax.nn.softmax(jnp.where(causal, scores, -jnp.inf), axis=-1)  # [H, T, T]
    heads = (weights @ v).transpose(1, 0, 2).reshape(T, d)  # [T, d]
    return linear(heads, under(p, "c_proj.")), weights


def mlp(x: jax.Array, p: Params) -> jax.Array:
    hidden = jax.nn.gelu(linear(x, under(p, "c_fc.")), approximate=True)  # [T, d_ff]
    return linear(hidden, under(p, "c_proj."))  # [T, d]


def block(x: jax.Array, p: Params, config: Config) -> tuple[jax.Array, jax.Array]:
    """One layer: attention and MLP each read a normalized copy and add to the residual stream."""
    eps = config.layer_norm_eps
    mixed, weights = attention(layer_norm(x, under(p, "ln_1."), eps), under(p, "attn."), config.n_head)
    x = x + mixed  # [T, d]
    x = x + mlp(layer_norm(x, under(p, "ln_2."), eps), under(p, "mlp."))  # [T, d]
    return x, weights


def forward(params: Params, tokens: jax.Array, config: Config) -> tuple[jax.Array, jax.Array]:
    """Tokens [T] to logits [T, V] and attention weights [L, H, query, key]."""
    x = params["wte.weight"][tokens] + params["wpe.weight"][: len(tokens)]  # [T, d]
    maps = []
    for i in range(config.n_layer):
        x, weights = block(x, under(params, f"h.{i}."), config)
        maps.append(weights)
    x = layer_norm(x, under(params, "ln_f."), config.layer_norm_eps)  # [T, d]
    return x @ params["wte.weight"].T, jnp.stack(maps)
