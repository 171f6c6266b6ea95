"""The run of a dense model: tokens, training, export, measures, card. Run again to resume."""

import argparse
import json
import os
from collections.abc import Callable
from pathlib import Path

import jax
from tokenizers import Tokenizer

from ..corpus.tokens import load_rows, load_stream, load_tokenizer, log
from ..gpt import Params
from ..networks import init_params, training_loss_of
from ..quantize import Arrays
from ..train import Recipe, train
from .card import write_card
from .measure import measure
from .model import MODELS, Model, export, load_float_weights, save_float_weights, to_numpy

QUICK_STEPS = 60
WEIGHTS = "weights.safetensors"  # in the model's training folder, float16
Extra = Callable[[Arrays, Tokenizer], dict]  # more entries for the card


def arguments(model: Model) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=model.command, description=__doc__)
    parser.add_argument("--steps", type=int, help=f"instead of the recipe's {model.full_steps}")
    parser.add_argument("--quick", action="store_true", help="a small run through every step, for a look")
    parser.add_argument("--go-on", action="store_true", help=f"begin with training/{model.home.name}/{WEIGHTS}, not from nothing")
    parser.add_argument("--out", type=Path, help="the model folder to write, golden values included")
    return parser.parse_args()


def what_training_was(model: Model, recipe: Recipe, seconds: float, before: tuple[int, float]) -> dict:
    steps, spent = recipe.steps + before[0], seconds + before[1]
    done = f"These steps are {steps / model.full_steps:.0%} of the recipe's {model.full_steps:,}. " if steps < model.full_steps else ""
    earlier = f"They began with weights that had had {before[0]:,} steps. " if before[0] else ""
    return {
        "steps": steps,
        "recipeSteps": model.full_steps,
        "tokens": steps * recipe.tokens_per_step,
        "seconds": round(spent),
        "device": f"{jax.devices()[0].device_kind}, {os.cpu_count()} cores",
        "corpus": {mix: load_stream(mix)[1] for mix in sorted({stage.mix for stage in recipe.stages})},
        "note": (done + earlier).strip(),
    }


def run(model: Model, extra: Extra | None = None) -> None:
    args = arguments(model)
    recipe = model.recipe_of(args.steps or (QUICK_STEPS if args.quick else model.full_steps))
    folder = args.out or (model.home / "data" / "quick" if args.quick else MODELS / model.name)
    golden = model.home if folder == MODELS / model.name else folder
    start, *before = load_float_weights(model.home / WEIGHTS) if args.go_on else (None, 0, 0.0)
    # a run that goes on has a checkpoint of its own, or it would take up the first run's last one and do nothing
    run_name = f"from-{before[0]}" if args.go_on else "quick" if args.quick else "full"
    params, seconds = train_model(model, recipe, run_name, start)
    training = what_training_was(model, recipe, seconds, tuple(before))
    if golden == model.home:
        save_float_weights(golden / WEIGHTS, params, training["steps"], training["seconds"])
    ship(model, recipe, to_numpy(params), training, folder, golden, extra)


def train_model(model: Model, recipe: Recipe, run_name: str, start: Params | None = None) -> tuple[Params, float]:
    """Trains or resumes; returns the weights and the seconds spent."""
    rows = {stage: load_rows(stage.mix, stage.width) for stage in recipe.stages}
    checkpoint = model.home / "checkpoints" / f"{run_name}.safetensors"
    start = start or init_params(jax.random.key(recipe.seed), model.config)
    loss_of, curve = training_loss_of(model.config), checkpoint.with_suffix(".jsonl")
    params, seconds, _ = train(rows, model.config, recipe, checkpoint, log, loss_of, start, curve)
    return params, seconds


def ship(model: Model, recipe: Recipe, params: Arrays, training: dict, folder: Path, golden: Path, extra: Extra | None = None) -> dict:
    """Exports, measures, writes the card; returns its numbers."""
    tokenizer = load_tokenizer()
    shipped = export(model, tokenizer, params, folder, golden)
    log(f"{model.name} exported; measuring")
    numbers = measure(model, tokenizer, params, shipped) | {"training": training} | (extra(shipped, tokenizer) if extra else {})
    write_card(folder, model, recipe, numbers)
    log(json.dumps({key: numbers[key] for key in ("heldOut", "heldOutFloat32", "heldOutByKind", "recall")}))
    return numbers
