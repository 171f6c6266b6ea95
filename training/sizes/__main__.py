"""`python -m training.sizes`: five models one after the other, and their curves. Run again to resume."""

import argparse

from ..family.model import MODELS, to_numpy
from ..family.run import ship, train_model, what_training_was
from . import settings as sizes
from .curve import write_curve


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.sizes", description=__doc__)
    parser.add_argument("--only", choices=list(sizes.SHAPES), help="one of the sizes")
    parser.add_argument("--steps", type=int, help="instead of the recipe's")
    args = parser.parse_args()
    for model in sizes.MODELS:
        if args.only in (None, model.name):
            recipe = model.recipe_of(args.steps or model.full_steps)
            params, seconds = train_model(model, recipe, "full")
            folder = MODELS / model.name
            training = what_training_was(model, recipe, seconds, (0, 0.0))
            numbers = ship(model, recipe, to_numpy(params), training, folder, model.home)
            write_curve(folder / "curve.json", model.home / "checkpoints" / "full.jsonl", model.config, recipe, numbers["heldOut"])


if __name__ == "__main__":
    main()
