"""A training curve as data: the loss at logged steps, the tokens and the FLOPs by then."""

import json
from pathlib import Path

import numpy as np

from ..gpt import Config, shapes
from ..train import Recipe


def flops_per_token(config: Config, width: int) -> int:
    """Training FLOPs for one token in a row of `width`: 6 for each weight that multiplies it, 12·d·T/2 a layer for attention.

    Source: Kaplan et al. 2020, "Scaling Laws for Neural Language Models", section 2.1; the tied output head is counted.
    """
    matrices = sum(int(np.prod(shape)) for name, shape in shapes(config).items() if len(shape) == 2 and name != "wpe.weight")
    return 6 * matrices + 6 * config.n_layer * config.d_model * width


def write_curve(path: Path, logged: Path, config: Config, recipe: Recipe, held_out: dict) -> None:
    each = flops_per_token(config, recipe.stages[0].width)
    points = [json.loads(line) for line in logged.read_text().splitlines()]
    curve = {
        "parameters": sum(int(np.prod(shape)) for shape in shapes(config).values()),
        "flopsPerToken": each,
        "tokensPerStep": recipe.tokens_per_step,
        "heldOut": held_out,
        "points": [point | {"flops": point["tokens"] * each} for point in points],
    }
    path.write_text(json.dumps(curve, indent=1) + "\n")
