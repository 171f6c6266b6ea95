"""`python -m training.moe.tiny_golden`: a small random mixture of experts and what JAX computes with it.

`tiny.golden.safetensors` holds the weights by their names and, of case {k}, `{k}.logits` [T, V], `{k}.attention` [L, H, T, T],
`{k}.gates` and `{k}.probabilities` [L, T, E]; its metadata says the config, the tokens and each case's experts. So a test can
hold another engine to the twin's choice of experts, whatever models are shipped.
"""

import json
from math import sqrt
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

from ..export import save
from ..gpt import Params
from ..quantize import Arrays
from .network import Config, forward, shapes

PATH = Path(__file__).parent / "tiny.golden.safetensors"
CONFIG = Config(n_layer=2, n_head=2, d_model=16, d_ff=16, n_vocab=64, n_ctx=48)
TOKENS = [(i * 37) % CONFIG.n_vocab for i in range(20)]
CASES = [
    {"perToken": 1, "off": []},
    {"perToken": 2, "off": []},
    {"perToken": 8, "off": []},
    {"perToken": 2, "off": [[1, 2]]},  # layer, expert: one that most tokens choose
    {"perToken": 3, "off": [[0, e] for e in range(6)]},  # two are left in a layer for the three that each token asks for
]


def make_params(key: jax.Array) -> Params:
    """Weights as large as trained ones, so that experts differ and attention is not even."""
    named = {}
    for name, shape in shapes(CONFIG).items():
        key, subkey = jax.random.split(key)
        noise = jax.random.normal(subkey, shape)
        is_norm_weight = ".ln_" in f".{name}" and name.endswith(".weight")
        named[name] = 1 + 0.1 * noise if is_norm_weight else noise * (0.1 if len(shape) == 1 else 1.5 / sqrt(CONFIG.d_model))
    return named


def on_of(case: dict) -> jax.Array:
    """[L, E], false where an expert is switched off."""
    on = np.ones((CONFIG.n_layer, CONFIG.n_expert), bool)
    for layer, expert in case["off"]:
        on[layer, expert] = False
    return jnp.array(on)


def make_arrays() -> Arrays:
    params = make_params(jax.random.key(0))
    arrays = {name: np.asarray(w) for name, w in params.items()}
    names = ("logits", "attention", "gates", "probabilities")
    with jax.default_matmul_precision("highest"):
        for i, case in enumerate(CASES):
            out = forward(params, jnp.array(TOKENS), CONFIG, case["perToken"], on_of(case))
            arrays |= {f"{i}.{name}": np.asarray(x) for name, x in zip(names, out)}
    return arrays


if __name__ == "__main__":
    metadata = {"config": CONFIG.to_dict(), "tokens": TOKENS, "cases": CASES}
    save(make_arrays(), PATH, {name: json.dumps(value) for name, value in metadata.items()})
    print(f"{PATH}: {PATH.stat().st_size:,} bytes")
