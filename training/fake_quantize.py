"""Fake quantization: weights rounded to n bits and back. The twin of lib/model/fake-quantize.ts.

python -m training.fake_quantize writes the golden values that the TypeScript is held to.
"""

import json
from pathlib import Path

import jax.numpy as jnp
import numpy as np

from .export import save

GOLDEN = Path(__file__).parent / "fake_quantize.safetensors"
BITS = (2, 3, 4, 8)
GRANULARITIES = ("tensor", "channel", 32, 64)


def fake_quantize(w, bits: int, granularity: str | int, input_axis: int):
    """[in, out] (input_axis 0) or [rows, d] (1) → the same in float32, each weight one of 2**bits - 1 steps of its scale.

    One scale for the tensor, for each output channel, or for each block of `granularity` weights along the input.
    """
    w = jnp.moveaxis(jnp.asarray(w, jnp.float32), input_axis, 0)  # [in, out]
    levels = 2 ** (bits - 1) - 1
    inputs, outputs = w.shape
    block = granularity if isinstance(granularity, int) else inputs
    blocks = -(-inputs // block)
    padded = jnp.pad(w, ((0, blocks * block - inputs), (0, 0))).reshape(blocks, block, outputs)
    largest = jnp.abs(padded).max(axis=None if granularity == "tensor" else 1, keepdims=True)  # [blocks, 1, out]
    scale = largest / jnp.full_like(largest, levels)  # by a scalar, XLA would multiply by its rounded inverse
    scale = jnp.where(scale == 0, jnp.float32(1), scale)
    q = jnp.clip(jnp.round(padded / scale), -levels, levels)
    return jnp.moveaxis((q * scale).reshape(-1, outputs)[:inputs], 0, input_axis)


def write_golden(path: Path = GOLDEN) -> None:
    """Random weights and a channel of zeros; the inputs are no multiple of a block. Steps of 1/8 make ties for rounding."""
    rng = np.random.default_rng(7)
    w = rng.normal(size=(70, 6)).astype(np.float32)
    w[:, 1] = 0
    w[:, 2] = np.rint(w[:, 2] * 8) / 8
    w[0, 2] = 7 / 2  # 4 bits: a scale of exactly 1/2
    arrays, cases = {"0.weight": w, "1.weight": np.ascontiguousarray(w.T)}, []
    for axis in (0, 1):
        for bits in BITS:
            for granularity in GRANULARITIES:
                name = f"{axis}.{bits}.{granularity}"
                arrays[name] = np.asarray(fake_quantize(arrays[f"{axis}.weight"], bits, granularity, axis))
                cases.append({"name": name, "inputAxis": axis, "bits": bits, "granularity": granularity})
    save(arrays, path, {"cases": json.dumps(cases)})


if __name__ == "__main__":
    write_golden()
