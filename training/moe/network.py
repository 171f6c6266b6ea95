"""A mixture of experts: gpt.py with several MLPs a layer, of which each token is sent to a few.

The twin of `lib/model/moe.ts`. Shapes as in gpt.py; E experts, K of them per token. A router scores the experts from the
normalized residual stream; the K best run, and a softmax over their scores alone weighs what they return.
Sources: Shazeer et al. 2017; Fedus et al. 2021 (Switch Transformer, the balance loss); Jiang et al. 2024 (Mixtral, the softmax).
"""

from dataclasses import dataclass
from math import prod

import jax
import jax.numpy as jnp
import optax

from .. import gpt
from ..gpt import Params, attention, layer_norm, mlp, under


@dataclass(frozen=True)
class Config(gpt.Config):
    """A dense model's shape, and the experts that stand in the place of its MLPs; `d_ff` is an expert's width."""

    n_expert: int = 8
    n_expert_per_token: int = 2


def shapes(config: Config) -> dict[str, tuple[int, ...]]:
    """Every tensor's name and shape: `h.0.mlp.*` becomes `h.0.moe.experts.3.*`, with a router beside them."""
    named = {}
    for name, shape in gpt.shapes(config).items():
        if ".mlp." not in name:
            named[name] = shape
            continue
        layer, tensor = name.split(".mlp.")
        named[f"{layer}.moe.router.weight"] = (config.d_model, config.n_expert)
        named |= {f"{layer}.moe.experts.{e}.{tensor}": shape for e in range(config.n_expert)}
    return named


def active_parameters(config: Config) -> int:
    """How many parameters one token meets."""
    dense = sum(prod(shape) for name, shape in gpt.shapes(config).items() if ".mlp." not in name)
    expert = sum(prod(shape) for name, shape in gpt.shapes(config).items() if ".mlp." in name)
    return dense + config.n_layer * config.d_model * config.n_expert + config.n_expert_per_token * expert


def init_params(key: jax.Array, config: Config) -> Params:
    return gpt.init_named(key, shapes(config), config.n_layer)


def route(x: jax.Array, router: jax.Array, k: int, on: jax.Array | None = None) -> tuple[jax.Array, jax.Array]:
    """The gates [T, E], zero but for the k chosen experts, whose sum is 1; and all experts' probabilities [T, E].

    `on` [E] says which experts may be chosen, all unless told otherwise; where fewer than k are, all of them run. The
    probabilities are of all experts, switched off or not.
    """
    scores = x @ router  # [T, E]
    left = scores if on is None else jnp.where(on, scores, -jnp.inf)  # [T, E]
    kth = jax.lax.top_k(left, k)[0][:, -1:]  # [T, 1]
    gates = jax.nn.softmax(jnp.where(left >= kth, left, -jnp.inf), axis=-1)  # [T, E]
    return gates, jax.nn.softmax(scores, axis=-1)


def experts(
    x: jax.Array, p: Params, n_expert: int, k: int, on: jax.Array | None = None
) -> tuple[jax.Array, jax.Array, jax.Array]:
    """What the chosen experts return, weighed [T, d]; the gates and the probabilities [T, E]."""
    gates, probabilities = route(x, p["router.weight"], k, on)
    # Every expert runs on every token and its gate is zero where it was not chosen: the same sum, and no gathering.
    out = sum(gates[:, e : e + 1] * mlp(x, under(p, f"experts.{e}.")) for e in range(n_expert))  # [T, d]
    return out, gates, probabilities


def forward(
    params: Params, tokens: jax.Array, config: Config, k: int | None = None, on: jax.Array | None = None
) -> tuple[jax.Array, ...]:
    """Tokens [T] to logits [T, V], attention [L, H, query, key], gates and router probabilities [L, T, E].

    `k` experts are used per token, those of the config unless told otherwise; `on` [L, E] is false where an expert is
    switched off, and leaves at least one in each layer.
    """
    eps = config.layer_norm_eps
    x = params["wte.weight"][tokens] + params["wpe.weight"][: len(tokens)]  # [T, d]
    maps, gates, probabilities = [], [], []
    for i in range(config.n_layer):
        p = under(params, f"h.{i}.")
        mixed, weights = attention(layer_norm(x, under(p, "ln_1."), eps), under(p, "attn."), config.n_head)
        x = x + mixed  # [T, d]
        normed = layer_norm(x, under(p, "ln_2."), eps)  # [T, d]
        per_token = k or config.n_expert_per_token
        out, gate, probability = experts(
            normed, under(p, "moe."), config.n_expert, per_token, None if on is None else on[i]
        )
        x = x + out  # [T, d]
        maps.append(weights)
        gates.append(gate)
        probabilities.append(probability)
    x = layer_norm(x, under(params, "ln_f."), eps)  # [T, d]
    return x @ params["wte.weight"].T, jnp.stack(maps), jnp.stack(gates), jnp.stack(probabilities)


def loads(gates: jax.Array) -> jax.Array:
    """The share of the choices that fell on each expert, [..., T, E] to [..., E]; even is 1 / E."""
    chosen = (gates > 0).astype(jnp.float32)
    return chosen.mean(-2) / chosen.mean(-2).sum(-1, keepdims=True)


def balance_loss(gates: jax.Array, probabilities: jax.Array) -> jax.Array:
    """E · Σ load · mean probability, the mean over layers; 1 when even. gates, probabilities: [L, T, E]."""
    even = gates.shape[-1]
    return (even * (loads(gates) * probabilities.mean(-2)).sum(-1)).mean()


def loss_of(params: Params, rows: jax.Array, config: Config, weight: float = 0.01) -> jax.Array:
    """Cross-entropy of the next token over rows [B, T + 1], and `weight` times the balance loss over the whole batch."""
    logits, _, gates, probabilities = jax.vmap(lambda tokens: forward(params, tokens, config))(rows[:, :-1])
    cross_entropy = optax.softmax_cross_entropy_with_integer_labels(logits, rows[:, 1:]).mean()

    def flat(x: jax.Array) -> jax.Array:  # [B, L, T, E] to [L, B T, E]
        return x.transpose(1, 0, 2, 3).reshape(config.n_layer, -1, config.n_expert)

    return cross_entropy + weight * balance_loss(flat(gates), flat(probabilities))

