"""The family's tokenizer and its streams of tokens: made once, kept in `corpus/data/`, read by every model."""

import json
import os
import time
from functools import partial
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from ..data import cached, pack, tokenize
from ..tokenizer import save_tokenizer, train_tokenizer
from . import document, documents_of, is_held_out

SEED = 11
N_VOCAB = 2048
DOCUMENTS = 380_000
DRILL_DOCUMENTS = 100_000  # of the mix "drill", numbered after the others
TOKENIZER_DOCUMENTS = 30_000
DATA = Path(__file__).parent / "data"
WORKERS = os.cpu_count() or 1


def log(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


def indices(split: str) -> list[int]:
    """The documents of `all` (what is trained on), `held-out` or `drill`."""
    if split == "drill":
        return list(range(DOCUMENTS, DOCUMENTS + DRILL_DOCUMENTS))
    return [i for i in range(DOCUMENTS) if is_held_out(i) == (split == "held-out")]


def load_tokenizer() -> Tokenizer:
    path = DATA / "tokenizer.json"
    if not path.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        texts = (document(SEED, i) for i in range(TOKENIZER_DOCUMENTS) if not is_held_out(i))
        save_tokenizer(train_tokenizer(texts, N_VOCAB), path)
        log("tokenizer trained")
    return Tokenizer.from_file(str(path))


def load_stream(split: str) -> tuple[np.ndarray, dict]:
    """The tokens of one split end to end, and how many documents, tokens and bytes it has."""
    counts = DATA / f"{split}.json"

    def make() -> np.ndarray:
        write = partial(document, SEED, mix="drill" if split == "drill" else "all")
        stream, n_bytes = tokenize(write, load_tokenizer(), indices(split), WORKERS)
        counts.write_text(json.dumps({"documents": len(indices(split)), "tokens": len(stream), "bytes": n_bytes}))
        log(f"{split}: {len(stream)} tokens, {n_bytes} bytes")
        return stream

    stream = cached(DATA / f"{split}-stream.npy", make)
    return stream, json.loads(counts.read_text())


def load_rows(split: str, width: int) -> np.ndarray:
    """Rows [N, width + 1]; see `pack`."""
    return pack(load_stream(split)[0], width + 1)


def held_out_documents(kind: str, n: int) -> list[str]:
    """The first n held-out documents of a kind."""
    return documents_of(kind, SEED, indices("held-out"))[:n]
