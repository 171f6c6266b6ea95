"""`python -m training.adapters`: each adapter trained on the shipped base and written beside it. Run again to resume."""

import argparse
import json
import os
from functools import partial
from pathlib import Path

import jax
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from .. import lora
from ..base.settings import MODEL as BASE
from ..corpus.tokens import WORKERS, log
from ..data import cached, pack, tokenize
from ..evaluate import next_logits_of, sample, text_loss
from ..export import file_entry, save
from ..family.card import quoted, table
from ..family.measure import N_TOKENS, TEMPERATURE, WIDTH
from ..family.model import MODELS, to_numpy
from ..gpt import Config, Params
from ..quantize import dequantize_all
from ..train import loss_of, train
from .settings import ADAPTERS, DOCUMENTS, HELD_OUT_EVERY, STEPS, Adapter, recipe_of
from .texts import TEXTS, document

HERE = Path(__file__).parent
FOLDER = MODELS / BASE.name
MEASURED = 100  # held-out documents of each kind of text


def adapted_loss(params: Params, rows: jax.Array, config: Config, shape: lora.Shape) -> jax.Array:
    """The loss of base with the adapter merged in; `params` holds the tensors of both."""
    return loss_of(lora.merge(params, params, shape), rows, config)


def indices(held_out: bool) -> list[int]:
    return [i for i in range(DOCUMENTS) if (i % HELD_OUT_EVERY == 0) == held_out]


def train_adapter(adapter: Adapter, base: Params, tokenizer: Tokenizer, steps: int) -> tuple[Params, float]:
    recipe = recipe_of(steps)

    def make() -> np.ndarray:
        return tokenize(partial(document, adapter.name), tokenizer, indices(held_out=False), WORKERS)[0]

    stream = cached(HERE / "data" / f"{adapter.name}-stream.npy", make)
    rows = {stage: pack(stream, stage.width + 1) for stage in recipe.stages}
    fresh = lora.init_adapter(jax.random.key(recipe.seed), BASE.config, adapter.shape)
    checkpoint = HERE / "checkpoints" / f"{adapter.name}.safetensors"
    loss = partial(adapted_loss, shape=adapter.shape)
    trained, seconds, _ = train(rows, BASE.config, recipe, checkpoint, log, loss_of=loss, start_from=fresh, frozen=base)
    return trained, seconds


def measure(adapter: Adapter, base: Params, trained: Params, tokenizer: Tokenizer) -> dict:
    """Nats per token on every adapter's held-out text, without and with this adapter; and samples with it."""
    merged = lora.merge(base, trained, adapter.shape)
    losses = {
        name: {
            "base": round(text_loss(base, BASE.config, tokenizer, texts), 4),
            "adapted": round(text_loss(merged, BASE.config, tokenizer, texts), 4),
        }
        for name in TEXTS
        if (texts := [document(name, i) for i in indices(held_out=True)[:MEASURED]])
    }
    next_logits = next_logits_of(BASE.config, WIDTH)
    samples = [
        {"prompt": prompt, "seed": seed, "text": sample(
            merged, BASE.config, tokenizer, prompt, seed, TEMPERATURE, N_TOKENS, next_logits, WIDTH)}
        for seed, prompt in enumerate([p for p in adapter.prompts for _ in range(4)][:10], 1)
    ]  # fmt: skip
    return {"heldOut": losses, "samples": samples}


def write(adapter: Adapter, trained: Params, numbers: dict) -> None:
    folder = FOLDER / "adapters" / adapter.name
    folder.mkdir(parents=True, exist_ok=True)
    save(to_numpy(trained), folder / "adapter.safetensors")
    manifest = {
        "format": 1,
        "name": adapter.name,
        "title": adapter.title,
        "license": "MIT",
        "base": {"name": BASE.name, **file_entry(FOLDER / "weights.safetensors")},
        "rank": adapter.shape.rank,
        "alpha": adapter.shape.alpha,
        "parameters": lora.n_parameters(trained),
        "files": {"adapter.safetensors": file_entry(folder / "adapter.safetensors")},
        "tensors": {name: {"shape": list(w.shape), "dtype": "float32"} for name, w in trained.items()},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    (folder / "card.json").write_text(json.dumps(numbers, indent=2, ensure_ascii=False) + "\n")
    (folder / "README.md").write_text(readme(adapter, numbers))


def readme(adapter: Adapter, n: dict) -> str:
    t, samples = n["training"], "\n".join(quoted(entry) for entry in n["samples"])
    losses = table(("held-out text", "base", "with the adapter"), [(k, v["base"], v["adapted"]) for k, v in n["heldOut"].items()])
    return f"""# {adapter.name}, an adapter of {BASE.name}

{adapter.title}. LoRA of rank {adapter.shape.rank}, alpha {adapter.shape.alpha:g}, on every matrix of the layers: {n["parameters"]:,} parameters, float32; the
model's weight becomes W + alpha / rank · A B. License: MIT, for weights and texts alike.

## Data and recipe

{DOCUMENTS:,} documents by `training/adapters/texts.py`, every {HELD_OUT_EVERY}th held out; {t["steps"]:,} steps of {t["tokensPerStep"]:,} tokens, AdamW; {t["seconds"]:,} s on
{t["device"]}. `python -m training.adapters` does it again.

## Measured

Nats per token on {MEASURED} held-out documents of each adapter's text.

{losses}

## Samples

{N_TOKENS} tokens at temperature {TEMPERATURE}, no filter, not edited, not chosen.

{samples}"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.adapters", description=__doc__)
    parser.add_argument("--only", choices=list(TEXTS), help="one of the adapters")
    parser.add_argument("--steps", type=int, default=STEPS["cpu" if jax.default_backend() == "cpu" else "gpu"])
    args = parser.parse_args()
    if not (FOLDER / "weights.safetensors").exists():
        parser.error(f"{FOLDER} holds no base to adapt; make it first: python -m training.base")
    base = {name: jax.numpy.asarray(w) for name, w in dequantize_all(load_file(FOLDER / "weights.safetensors")).items()}
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    for adapter in ADAPTERS:
        if args.only in (None, adapter.name):
            trained, seconds = train_adapter(adapter, base, tokenizer, args.steps)
            numbers = measure(adapter, base, trained, tokenizer) | {
                "parameters": lora.n_parameters(trained),
                "training": {
                    "steps": args.steps,
                    "tokensPerStep": recipe_of(args.steps).tokens_per_step,
                    "seconds": round(seconds),
                    "device": f"{jax.devices()[0].device_kind}, {os.cpu_count()} cores",
                },
            }
            write(adapter, trained, numbers)
            log(f"{adapter.name}: {json.dumps(numbers['heldOut'])}")


if __name__ == "__main__":
    main()
