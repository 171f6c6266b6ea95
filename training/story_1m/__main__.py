"""`python -m training.story_1m`: corpus, tokenizer, training, export, card. Run again to resume."""

import argparse
import json
import os
import time
from functools import partial
from pathlib import Path

import jax
import numpy as np
from tokenizers import Tokenizer

from ..data import cached, pack, tokenize
from ..export import write_golden, write_golden_tokens, write_manifest, write_weights
from ..quantize import dequantize_all, quantize_all
from ..tokenizer import save_tokenizer, train_tokenizer
from ..train import train
from . import settings as story
from .card import measure, write_card
from .corpus import document, is_held_out

HERE = Path(__file__).parent
PUBLIC = HERE.parent.parent / "public" / "models" / story.NAME


def log(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


def make_tokenizer(s: story.Settings, data: Path) -> Tokenizer:
    path = data / "tokenizer.json"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        indices = (i for i in range(s.tokenizer_documents) if not is_held_out(i))
        save_tokenizer(train_tokenizer((document(s.corpus_seed, i) for i in indices), s.config.n_vocab), path)
        log("tokenizer trained")
    return Tokenizer.from_file(str(path))


def make_stream(s: story.Settings, tokenizer: Tokenizer, data: Path, split: str, workers: int) -> tuple[np.ndarray, dict]:
    """The tokens of one split end to end, and how many documents, tokens and bytes it has."""
    counts = data / f"{split}.json"

    def make() -> np.ndarray:
        mix = "drill" if split == "drill" else "all"
        write = partial(document, s.corpus_seed, mix=mix)
        stream, n_bytes = tokenize(write, tokenizer, s.indices(split), workers)
        counts.write_text(json.dumps({"documents": len(s.indices(split)), "tokens": len(stream), "bytes": n_bytes}))
        log(f"{split}: {len(stream)} tokens, {n_bytes} bytes")
        return stream

    stream = cached(data / f"{split}-stream.npy", make)
    return stream, json.loads(counts.read_text())


def export(s: story.Settings, tokenizer: Tokenizer, params: dict, folder: Path, golden: Path) -> dict:
    """Writes the model folder and the golden values; returns the weights the int8 tensors stand for."""
    tensors = quantize_all({name: np.asarray(w) for name, w in params.items()})
    write_weights(folder, tensors)
    save_tokenizer(tokenizer, folder / "tokenizer.json")
    write_manifest(folder, story.NAME, story.TITLE, s.config, tensors)
    shipped = dequantize_all(tensors)
    write_golden(golden / "golden.safetensors", story.NAME, shipped, s.config, tokenizer, story.GOLDEN_PROMPTS)
    write_golden_tokens(golden / "golden_tokens.json", tokenizer, story.GOLDEN_TEXTS)
    return shipped


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.story_1m", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small run through every step, for a look")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="processes that make the corpus")
    parser.add_argument("--out", type=Path, default=PUBLIC, help="the model folder to write")
    args = parser.parse_args()
    s, run = (story.QUICK, "quick") if args.quick else (story.FULL, "full")
    data, checkpoint = HERE / "data" / run, HERE / "checkpoints" / f"{run}.safetensors"
    golden = HERE if args.out == PUBLIC else args.out

    tokenizer = make_tokenizer(s, data)
    held_out, held_out_counts = make_stream(s, tokenizer, data, "held-out", args.workers)
    streams = {mix: make_stream(s, tokenizer, data, mix, args.workers) for mix in sorted({stage.mix for stage in s.recipe.stages})}
    rows = {stage: pack(streams[stage.mix][0], stage.width + 1) for stage in s.recipe.stages}
    params, seconds, _ = train(rows, s.config, s.recipe, checkpoint, log)
    shipped = export(s, tokenizer, params, args.out, golden)
    log("exported; measuring")
    numbers = measure(s, tokenizer, params, shipped, pack(held_out, s.config.n_ctx + 1), held_out_counts)
    numbers["training"] = {
        "steps": s.recipe.steps,
        "tokens": s.recipe.steps * s.recipe.tokens_per_step,
        "seconds": round(seconds),
        "device": f"{jax.devices()[0].device_kind}, {os.cpu_count()} cores",
        "corpus": {mix: counts for mix, (_, counts) in streams.items()},
    }
    write_card(args.out, s, numbers)
    log(json.dumps({k: numbers[k] for k in ("heldOut", "heldOutFloat32", "factRecall", "sumAccuracy")}))


if __name__ == "__main__":
    main()
