"""Symmetric int8 with one scale per output channel: W = q * scale."""

import numpy as np

Arrays = dict[str, np.ndarray]


def scale_axis(name: str) -> int:
    """The axis a scale is shared along: a row of an embedding, a column of an [in, out] weight."""
    return 1 if name in ("wte.weight", "wpe.weight") else 0


def quantize(w: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """A matrix to int8 in -127..127 and a float32 scale that broadcasts over it; error at most scale / 2."""
    scale = np.abs(w).max(axis=axis, keepdims=True).astype(np.float32) / 127  # [1, out] or [rows, 1]
    scale = np.where(scale == 0, np.float32(1), scale)
    q = np.clip(np.rint(w / scale), -127, 127).astype(np.int8)  # [in, out]
    return q, scale


def quantize_all(params: Arrays) -> Arrays:
    """Matrices become `name` (int8) and `name.scale`; vectors stay float32."""
    out: Arrays = {}
    for name, w in params.items():
        w = np.asarray(w, np.float32)
        if w.ndim == 1:
            out[name] = w
        else:
            out[name], out[f"{name}.scale"] = quantize(w, scale_axis(name))
    return out


def dequantize_all(tensors: Arrays) -> Arrays:
    """The float32 weights that int8 weights stand for."""
    out: Arrays = {}
    for name, w in tensors.items():
        if not name.endswith(".scale"):
            out[name] = w.astype(np.float32) * tensors[f"{name}.scale"] if w.dtype == np.int8 else w
    return out
