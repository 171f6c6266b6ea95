"""From the teacher to a table: each token read alone, fewer dimensions, frequent tokens weighed less.

Source: Model2Vec (Tulkens and van Dongen 2024); the weights are those of Arora et al. 2017, "A Simple but Tough-to-Beat
Baseline for Sentence Embeddings".
"""

import copy
from collections.abc import Callable

import numpy as np

SMOOTH = 1e-3  # a in a / (a + p)


def keep(vocabulary: dict[str, int]) -> list[str]:
    """The tokens that stay, in the teacher's order, `[UNK]` first: ASCII, and none that is reserved."""
    ordered = sorted(vocabulary, key=vocabulary.__getitem__)
    return ["[UNK]", *(token for token in ordered if token.isascii() and not (token.startswith("[") and token.endswith("]")))]


def smaller_tokenizer(tokenizer: dict, kept: list[str]) -> dict:
    """The teacher's tokenizer with the kept tokens alone, numbered anew, and without [CLS], [SEP] and padding."""
    small = copy.deepcopy(tokenizer)
    small["model"]["vocab"] = {token: i for i, token in enumerate(kept)}
    small |= {"truncation": None, "padding": None, "post_processor": None}
    small["added_tokens"] = [entry | {"id": 0} for entry in small["added_tokens"] if entry["content"] == "[UNK]"]
    return small


def reduce(vectors: np.ndarray, n: int) -> np.ndarray:
    """The n directions in which the vectors [V, d] differ most: [V, n] (principal components)."""
    centered = vectors - vectors.mean(0)
    _, directions = np.linalg.eigh(centered.T @ centered)  # ascending
    return centered @ directions[:, ::-1][:, :n]


def rarity(n: int) -> np.ndarray:
    """a / (a + p) for n tokens, the most frequent first, p by Zipf's law: [n, 1]."""
    p = 1 / np.arange(2, n + 2)
    return (SMOOTH / (SMOOTH + p / p.sum()))[:, None]


def embed_texts(table: np.ndarray, encode: Callable[[str], list[int]], texts: list[str]) -> np.ndarray:
    """The mean of each text's rows, of length 1: [N, n]; zeros for a text without tokens."""
    means = np.stack([table[ids].mean(0) if (ids := encode(text)) else np.zeros(table.shape[1]) for text in texts])
    return means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
