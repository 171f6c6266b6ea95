"""Documents to rows of tokens: generated in parallel, tokenized, packed."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from .tokenizer import encode

Document = Callable[[int], str]  # index to text
CHUNK = 4096  # documents a worker turns into tokens at a time


def tokens_of(document: Document, tokenizer_json: str, indices: list[int]) -> tuple[np.ndarray, int]:
    """The documents' tokens, each after an id 0, end to end; and their UTF-8 bytes."""
    tokenizer = Tokenizer.from_str(tokenizer_json)
    ids, n_bytes = [], 0
    for index in indices:
        text = document(index)
        n_bytes += len(text.encode())
        ids += encode(tokenizer, text)
    return np.array(ids, np.uint16), n_bytes


def tokenize(document: Document, tokenizer: Tokenizer, indices: list[int], workers: int) -> tuple[np.ndarray, int]:
    """All documents as one stream of tokens (in order, whatever the number of workers), and their bytes."""
    chunks = [indices[start : start + CHUNK] for start in range(0, len(indices), CHUNK)]
    work = partial(tokens_of, document, tokenizer.to_str())
    with ProcessPoolExecutor(workers) as pool:
        parts = list(pool.map(work, chunks))
    return np.concatenate([ids for ids, _ in parts]), sum(n for _, n in parts)


def pack(stream: np.ndarray, width: int) -> np.ndarray:
    """Rows of `width` tokens, each beginning with a document; a document cut off begins the next row.

    So position 0 always holds id 0, as it does when the page runs the model.
    """
    starts = np.flatnonzero(stream == 0)
    rows, at = [], 0
    while at + width <= len(stream):
        rows.append(stream[at : at + width])
        cut_off = starts[np.searchsorted(starts, at + width, side="right") - 1]
        following = np.searchsorted(starts, at + width) if cut_off == at else np.searchsorted(starts, cut_off)
        if following == len(starts):
            break
        at = starts[following]
    return np.stack(rows)


def cached(path: Path, make: Callable[[], np.ndarray]) -> np.ndarray:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, make())
    return np.load(path, mmap_mode="r")
