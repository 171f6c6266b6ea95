"""The training loop: AdamW, warm-up, cosine decay, checkpoints that resume to the same result."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import jax
import jax.numpy as jnp
import numpy as np
import optax
import optax.contrib
from safetensors import safe_open
from safetensors.numpy import save_file

from .bfloat16 import in_bfloat16
from .gpt import Config, Params, forward, init_params

Report = Callable[[str], None]
Loss = Callable[[Params, jax.Array, Config], jax.Array]  # of rows [B, T + 1]


@dataclass(frozen=True)
class Stage:
    """A stretch of the training. Short rows cost less attention; long ones train the late positions."""

    steps: int
    width: int  # tokens a row
    mix: str = "all"  # of the corpus


@dataclass(frozen=True)
class Recipe:
    """How a model is trained."""

    seed: int = 1
    stages: tuple[Stage, ...] = (Stage(1000, 256),)
    tokens_per_step: int = 4096
    peak_lr: float = 3e-3
    final_lr: float = 1e-4
    warmup: int = 150  # steps
    weight_decay: float = 0.05  # matrices only
    beta2: float = 0.98
    clip: float = 1.0  # global gradient norm
    optimizer: Literal["adamw", "muon"] = "adamw"
    products: Literal["float32", "bfloat16"] = "float32"  # of matrices, see bfloat16.py
    decay: float | None = None  # share of the steps, at the end, that the rate falls in a line; without, a cosine
    checkpoint_every: int = 250  # steps
    report_every: int = 50  # steps

    @property
    def steps(self) -> int:
        return sum(stage.steps for stage in self.stages)

    def stage_at(self, step: int) -> Stage:
        for stage in self.stages:
            if step < stage.steps:
                return stage
            step -= stage.steps
        raise IndexError("the step lies behind the last stage")


def loss_of(params: Params, rows: jax.Array, config: Config) -> jax.Array:
    """Mean cross-entropy of the next token, in nats, over rows [B, T + 1]."""
    logits, _ = jax.vmap(lambda tokens: forward(params, tokens, config))(rows[:, :-1])  # [B, T, V]
    return optax.softmax_cross_entropy_with_integer_labels(logits, rows[:, 1:]).mean()


def schedule_of(recipe: Recipe) -> optax.Schedule:
    """The learning rate by step. With `decay` it stays at its peak until then, so a run may be made longer or shorter."""
    if recipe.decay is not None:
        falling = round(recipe.decay * recipe.steps)
        rise = optax.linear_schedule(0, recipe.peak_lr, recipe.warmup)
        fall = optax.linear_schedule(recipe.peak_lr, recipe.final_lr, falling)
        constant = optax.constant_schedule(recipe.peak_lr)
        return optax.join_schedules([rise, constant, fall], [recipe.warmup, recipe.steps - falling])
    return optax.warmup_cosine_decay_schedule(0, recipe.peak_lr, recipe.warmup, recipe.steps, recipe.final_lr)


def is_hidden_matrix(name: str, w: jax.Array) -> bool:
    return w.ndim == 2 and name.startswith("h.")


def optimizer_of(recipe: Recipe) -> optax.GradientTransformation:
    """AdamW; or Muon (Jordan et al. 2024) for the matrices inside the layers and Adam for the rest, at the same rate."""

    def decayed(params: Params) -> dict[str, bool]:
        return {name: w.ndim == 2 for name, w in params.items()}

    schedule, wd = schedule_of(recipe), recipe.weight_decay
    if recipe.optimizer == "adamw":
        step = optax.adamw(schedule, b2=recipe.beta2, weight_decay=wd, mask=decayed)
    else:
        step = optax.multi_transform(
            {
                # updates as large as Adam's (Liu et al. 2025), so that one rate suits both
                "muon": optax.contrib.muon(schedule, weight_decay=wd, consistent_rms=0.2),
                "adam": optax.adam(schedule, b2=recipe.beta2),
            },
            lambda params: {name: "muon" if is_hidden_matrix(name, w) else "adam" for name, w in params.items()},
        )
    return optax.chain(optax.clip_by_global_norm(recipe.clip), step)


def save_checkpoint(path: Path, params: Params, state, step: int, seconds: float) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    leaves = jax.tree.leaves(state)
    arrays = {f"p.{name}": np.asarray(w) for name, w in params.items()}
    arrays |= {f"s.{i:04d}": np.asarray(leaf) for i, leaf in enumerate(leaves)}
    partial = path.with_suffix(".partial")
    save_file(arrays, partial, metadata={"step": str(step), "seconds": str(seconds)})
    partial.replace(path)


def load_checkpoint(path: Path, state) -> tuple[Params, object, int, float]:
    with safe_open(path, "numpy") as file:
        names = list(file.keys())
        params = {name[2:]: jnp.asarray(file.get_tensor(name)) for name in names if name.startswith("p.")}
        leaves = [jnp.asarray(file.get_tensor(name)) for name in sorted(names) if name.startswith("s.")]
        meta = file.metadata()
    return params, jax.tree.unflatten(jax.tree.structure(state), leaves), int(meta["step"]), float(meta["seconds"])


def row_order(recipe: Recipe, width: int, n_rows: int) -> np.ndarray:
    """Which rows of this width a step would read, [steps, batch]: shuffled, and again when they run out."""
    rng, batch = np.random.default_rng(recipe.seed), recipe.tokens_per_step // width
    needed = recipe.steps * batch
    passes = [rng.permutation(n_rows) for _ in range(-(-needed // n_rows))]
    return np.concatenate(passes)[:needed].reshape(recipe.steps, batch)


def cut_curve(path: Path, step: int) -> None:
    """Drops what a stopped run logged behind the checkpoint it resumes from."""
    if path.exists():
        kept = [line for line in path.read_text().splitlines() if json.loads(line)["step"] <= step]
        path.write_text("".join(f"{line}\n" for line in kept))


def train(
    rows: dict[Stage, np.ndarray],
    config: Config,
    recipe: Recipe,
    checkpoint: Path | None,
    report: Report = print,
    loss_of: Loss = loss_of,
    start_from: Params | None = None,
    curve: Path | None = None,
    frozen: Params | None = None,
) -> tuple[Params, float, list[float]]:
    """Trains on each stage's rows [N, T + 1]; returns the weights, the seconds spent and the losses of this run.

    `start_from` are the weights to begin with, instead of fresh ones; `curve` is a file for the loss at logged steps, a
    line of JSON each; `frozen` are weights that the loss reads too and nothing changes.
    """
    params = start_from or init_params(jax.random.key(recipe.seed), config)
    optimizer = optimizer_of(recipe)
    state, start, spent = optimizer.init(params), 0, 0.0
    if checkpoint and checkpoint.exists():
        params, state, start, spent = load_checkpoint(checkpoint, state)
        report(f"resumed at step {start}")
    if curve:
        curve.parent.mkdir(parents=True, exist_ok=True)
        cut_curve(curve, start)

    def gradients_of(params: Params, batch: jax.Array, frozen: Params):
        return jax.value_and_grad(lambda params: loss_of(frozen | params, batch, config))(params)

    if recipe.products == "bfloat16":
        gradients_of = in_bfloat16(gradients_of)

    @jax.jit
    def step_of(params: Params, state, batch: jax.Array, frozen: Params):
        loss, gradients = gradients_of(params, batch, frozen)
        updates, state = optimizer.update(gradients, state, params)
        return optax.apply_updates(params, updates), state, loss

    orders = {stage: row_order(recipe, stage.width, len(packed)) for stage, packed in rows.items()}
    losses, began = [], time.monotonic() - spent
    for step in range(start, recipe.steps):
        stage = recipe.stage_at(step)
        batch = jnp.asarray(rows[stage][np.sort(orders[stage][step])].astype(np.int32))  # [B, T + 1]
        params, state, loss = step_of(params, state, batch, frozen or {})
        losses.append(float(loss))
        done = step + 1
        if done % recipe.report_every == 0 or done == recipe.steps:
            seconds, mean = time.monotonic() - began, float(np.mean(losses[-recipe.report_every :]))
            speed = (done - start) * recipe.tokens_per_step / max(seconds - spent, 1e-9)
            report(f"step {done} loss {mean:.4f} {seconds:.0f} s {speed:.0f} tokens/s")
            if curve:
                with curve.open("a") as file:
                    file.write(json.dumps({"step": done, "tokens": done * recipe.tokens_per_step, "loss": round(mean, 4)}) + "\n")
        if checkpoint and (done % recipe.checkpoint_every == 0 or done == recipe.steps):
            save_checkpoint(checkpoint, params, state, done, time.monotonic() - began)
    return params, time.monotonic() - began, losses
