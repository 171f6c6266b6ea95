"""The teacher's forward pass: BERT, then the mean over the tokens.

Sources: Devlin et al. 2018; Reimers and Gurevych 2019. Weights are PyTorch's, [out, in], used as x @ W.T.
"""

from math import sqrt

import jax
import jax.numpy as jnp

from ..gpt import Params, layer_norm, under


def linear(x: jax.Array, p: Params) -> jax.Array:
    return x @ p["weight"].T + p["bias"]  # [T, out]


def attention(x: jax.Array, p: Params, n_head: int, real: jax.Array) -> jax.Array:
    """Every token sees every real one [T], before and behind it."""
    T, d = x.shape
    q, k, v = (
        linear(x, under(p, f"self.{name}.")).reshape(T, n_head, d // n_head).transpose(1, 0, 2)  # [H, T, d_head]
        for name in ("query", "key", "value")
    )
    weights = jax.nn.softmax(jnp.where(real, q @ k.transpose(0, 2, 1) / sqrt(d // n_head), -jnp.inf), axis=-1)  # [H, T, T]
    return linear((weights @ v).transpose(1, 0, 2).reshape(T, d), under(p, "output.dense."))  # [T, d]


def embed(params: Params, tokens: jax.Array, length: jax.Array, config: dict) -> jax.Array:
    """Tokens [T], with [CLS] and [SEP], the first `length` of them real, to the mean of their last hidden states [d]."""
    real = jnp.arange(len(tokens)) < length  # [T]
    eps, table = config["layer_norm_eps"], under(params, "embeddings.")
    x = table["word_embeddings.weight"][tokens] + table["position_embeddings.weight"][: len(tokens)]  # [T, d]
    x = layer_norm(x + table["token_type_embeddings.weight"][0], under(table, "LayerNorm."), eps)  # [T, d]
    for i in range(config["num_hidden_layers"]):
        p = under(params, f"encoder.layer.{i}.")
        mixed = attention(x, under(p, "attention."), config["num_attention_heads"], real)
        x = layer_norm(x + mixed, under(p, "attention.output.LayerNorm."), eps)  # [T, d]
        hidden = jax.nn.gelu(linear(x, under(p, "intermediate.dense.")), approximate=False)  # [T, d_ff]
        x = layer_norm(x + linear(hidden, under(p, "output.dense.")), under(p, "output.LayerNorm."), eps)  # [T, d]
    return jnp.where(real[:, None], x, 0).sum(0) / length
