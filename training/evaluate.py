"""Measures of a trained model: held-out loss, exact recall, samples."""

import math
from collections.abc import Callable
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import optax
from tokenizers import Tokenizer

from .gpt import Config, Params
from .networks import logits_of
from .tokenizer import decode, encode, encode_text

NextLogits = Callable[[Params, jax.Array, jax.Array], jax.Array]


def held_out_loss(params: Params, rows: np.ndarray, config: Config, batch: int = 32) -> float:
    """Nats per token over rows [N, T + 1]."""

    @jax.jit
    def loss(params: Params, rows: jax.Array) -> jax.Array:
        return optax.softmax_cross_entropy_with_integer_labels(logits_of(params, rows[:, :-1], config), rows[:, 1:]).mean()

    usable = len(rows) // batch * batch
    parts = [float(loss(params, jnp.asarray(rows[i : i + batch].astype(np.int32)))) for i in range(0, usable, batch)]
    return sum(parts) / len(parts)


def bits_per_byte(nats_per_token: float, n_tokens: int, n_bytes: int) -> float:
    return nats_per_token / math.log(2) * n_tokens / n_bytes


def next_logits_of(config: Config, width: int) -> NextLogits:
    """A compiled function: params, tokens padded to [B, width], lengths [B] to the next logits [B, V]."""

    @jax.jit
    def next_logits(params: Params, tokens: jax.Array, lengths: jax.Array) -> jax.Array:
        logits = logits_of(params, tokens, config)  # [B, width, V]
        return jnp.take_along_axis(logits, (lengths - 1)[:, None, None], axis=1)[:, 0]  # [B, V]

    return next_logits


def recall(params: Params, config: Config, tokenizer: Tokenizer, asked: list[tuple[str, str]], width: int = 32) -> list[bool]:
    """Whether the greedy continuation of each prompt is the expected text, token by token."""
    next_logits = next_logits_of(config, width)
    rows = np.zeros((len(asked), width), np.int32)
    lengths, wanted = [], []
    for row, (prompt, answer) in zip(rows, asked):
        ids, end = encode(tokenizer, prompt), encode_text(tokenizer, answer)
        row[: len(ids)] = ids
        lengths.append(len(ids))
        wanted.append(end)
    right, lengths = np.ones(len(asked), bool), np.array(lengths)
    for at in range(max(map(len, wanted))):
        best = np.asarray(next_logits(params, jnp.asarray(rows), jnp.asarray(lengths))).argmax(-1)
        for i, end in enumerate(wanted):
            if at < len(end):
                right[i] &= best[i] == end[at]
                rows[i, lengths[i]] = end[at]
                lengths[i] += 1
    return right.tolist()


def sample(
    params: Params, config: Config, tokenizer: Tokenizer, prompt: str, seed: int, temperature: float, n_tokens: int,
    next_logits: NextLogits, width: int,
) -> str:  # fmt: skip
    """The prompt's continuation, of at most `n_tokens`; ends where the model ends the document."""
    rng, ids = np.random.default_rng(seed), encode(tokenizer, prompt)
    start = len(ids)
    for _ in range(n_tokens):
        row = np.zeros((1, width), np.int32)
        row[0, : len(ids)] = ids
        logits = np.asarray(next_logits(params, jnp.asarray(row), jnp.array([len(ids)])), np.float64)[0]  # [V]
        p = np.exp((logits - logits.max()) / temperature)
        ids.append(int(rng.choice(len(p), p=p / p.sum())))
        if ids[-1] == 0:
            return decode(tokenizer, ids[start:-1])
    return decode(tokenizer, ids[start:])


def padded(tokenizer: Tokenizer, texts: list[str], width: int) -> tuple[np.ndarray, np.ndarray]:
    """Texts as rows [N, width + 1], each with the id 0 that ends it, and which of its next tokens count, [N, width]."""
    rows, counts = np.zeros((len(texts), width + 1), np.int32), np.zeros((len(texts), width), bool)
    for row, count, text in zip(rows, counts, texts):
        ids = [*encode(tokenizer, text), 0][: width + 1]
        row[: len(ids)] = ids
        count[: len(ids) - 1] = True
    return rows, counts


def in_batches(measure: Callable, rows: np.ndarray, counts: np.ndarray, batch: int = 16) -> float:
    """The mean of `measure(tokens [B, T], next tokens [B, T])`, an array [B, T], over the positions that count."""
    total = 0.0
    for i in range(0, len(rows), batch):
        part, count = rows[i : i + batch], counts[i : i + batch]
        full = np.concatenate([part, np.zeros((batch - len(part), part.shape[1]), part.dtype)])  # one shape to compile
        total += float(np.asarray(measure(full[:, :-1], full[:, 1:]))[: len(part)][count].sum())
    return total / counts.sum()


def text_loss(params: Params, config: Config, tokenizer: Tokenizer, texts: list[str], width: int = 256) -> float:
    """Nats per token of whole texts, their end included."""

    @jax.jit
    def losses(params, tokens, following):
        logits = logits_of(params, tokens, config)  # [B, T, V]
        return optax.softmax_cross_entropy_with_integer_labels(logits, following)  # [B, T]

    return in_batches(partial(losses, params), *padded(tokenizer, texts, min(width, config.n_ctx)))


Network = tuple[Params, Config]


def acceptance(
    target: Network, draft: Network, tokenizer: Tokenizer, texts: list[str], temperature: float = 1.0, width: int = 256
) -> float:
    """How likely a token drawn from the draft is accepted: the mean over positions of Σ min(p, q).

    Source: Leviathan et al. 2023, "Fast Inference from Transformers via Speculative Decoding", corollary 3.6.
    """

    @jax.jit
    def overlap(both: tuple[Params, Params], tokens, _):
        configs = target[1], draft[1]
        p, q = (jax.nn.softmax(logits_of(w, tokens, config) / temperature) for w, config in zip(both, configs))  # [B, T, V]
        return jnp.minimum(p, q).sum(-1)  # [B, T]

    return in_batches(partial(overlap, (target[0], draft[0])), *padded(tokenizer, texts, width))
