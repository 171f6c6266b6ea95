import jax
import numpy as np
import pytest

from training.evaluate import acceptance, padded, text_loss
from training.gpt import Config, forward, init_params
from training.tokenizer import train_tokenizer

TEXTS = ["one two three", "three two one two", "two"]
CONFIG = Config(n_layer=1, n_head=2, d_model=8, d_ff=16, n_vocab=270, n_ctx=16)


@pytest.fixture(scope="module")
def tokenizer():
    return train_tokenizer(TEXTS, CONFIG.n_vocab)


@pytest.fixture(scope="module")
def params():
    return init_params(jax.random.key(1), CONFIG)


def spread(params, by):
    """NumPy's arrays, as the weights are that a model ships with."""
    return {name: np.asarray(w) * by for name, w in params.items()}


def test_a_row_holds_a_text_between_two_ids_0_and_counts_every_token_but_the_first(tokenizer):
    rows, counts = padded(tokenizer, TEXTS, 16)
    for row, count, text in zip(rows, counts, TEXTS):
        ids = tokenizer.encode(text).ids
        assert row[: len(ids) + 2].tolist() == [0, *ids, 0]
        assert count.sum() == len(ids) + 1 and count[: len(ids) + 1].all()


def test_a_model_that_knows_nothing_loses_the_logarithm_of_its_vocabulary(tokenizer, params):
    assert text_loss(spread(params, 0), CONFIG, tokenizer, TEXTS, 16) == pytest.approx(np.log(270), rel=1e-5)


def test_a_model_accepts_all_of_its_own_guesses(tokenizer, params):
    assert acceptance((params, CONFIG), (params, CONFIG), tokenizer, TEXTS, width=16) == pytest.approx(1, rel=1e-5)


def test_acceptance_is_what_rejection_sampling_gives(tokenizer, params):
    """Draws from q, keeps with probability min(1, p / q), and counts, at the one position of the empty text."""
    sharp = spread(params, 4)
    network = (sharp, CONFIG), (spread(params, 1), CONFIG)
    expected = acceptance(*network, tokenizer, [""], width=16)
    p, q = (np.asarray(jax.nn.softmax(forward(w, np.array([0]), CONFIG)[0][0]), np.float64) for w, _ in network)
    rng = np.random.default_rng(0)
    drawn = rng.choice(270, size=200_000, p=q / q.sum())
    kept = rng.random(len(drawn)) < np.minimum(1, p[drawn] / q[drawn])
    assert 0.05 < expected < 0.95
    assert kept.mean() == pytest.approx(expected, abs=0.01)
