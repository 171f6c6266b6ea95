from random import Random

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from training import lora
from training.adapters.settings import ADAPTERS
from training.adapters.texts import TEXTS, document, pirate, sorting, telegram
from training.gpt import Config, init_params

CONFIG = Config(n_layer=2, n_head=2, d_model=8, d_ff=16, n_vocab=30, n_ctx=12)
SHAPE = lora.Shape(rank=2, alpha=6.0)


@pytest.fixture(scope="module")
def params():
    return init_params(jax.random.key(0), CONFIG)


@pytest.fixture(scope="module")
def trained():
    """An adapter whose B is no longer zero."""
    fresh = lora.init_adapter(jax.random.key(1), CONFIG, SHAPE)
    return {name: w + 0.3 * jax.random.normal(jax.random.key(i), w.shape) for i, (name, w) in enumerate(fresh.items())}


def test_a_fresh_adapter_changes_nothing(params):
    merged = lora.merge(params, lora.init_adapter(jax.random.key(1), CONFIG, SHAPE), SHAPE)
    for name, w in params.items():
        np.testing.assert_array_equal(merged[name], w)


def test_a_trained_one_adds_a_matrix_of_low_rank_to_its_targets_and_to_nothing_else(params, trained):
    merged = lora.merge(params, trained, SHAPE)
    for name, w in params.items():
        change = np.asarray(merged[name] - w)
        if name.endswith(SHAPE.targets):
            assert np.linalg.matrix_rank(change, tol=1e-4) == SHAPE.rank
        else:
            assert not change.any()


def test_half_the_scale_is_half_the_change(params, trained):
    name = "h.0.mlp.c_fc.weight"
    whole, half = (lora.merge(params, trained, SHAPE, scale)[name] - params[name] for scale in (1.0, 0.5))
    np.testing.assert_allclose(2 * half, whole, atol=1e-6)


def test_the_loss_reaches_the_adapter_and_may_leave_the_base_out(params, trained):
    gradients = jax.grad(lambda a: jnp.sum(lora.merge(params, a, SHAPE)["h.1.attn.c_attn.weight"] ** 2))(trained)
    assert float(jnp.abs(gradients["h.1.attn.c_attn.weight.lora_A"]).max()) > 0
    assert float(jnp.abs(gradients["h.0.attn.c_attn.weight.lora_A"]).max()) == 0


def test_an_adapter_has_rank_times_both_sides_of_each_target(trained):
    d, d_ff, r = CONFIG.d_model, CONFIG.d_ff, SHAPE.rank
    assert lora.n_parameters(trained) == CONFIG.n_layer * r * ((d + 3 * d) + (d + d) + 2 * (d + d_ff))


def test_there_are_three_adapters_each_with_its_text_and_a_rank_from_4_to_16():
    assert {adapter.name for adapter in ADAPTERS} == set(TEXTS)
    assert len(ADAPTERS) >= 3 and all(4 <= adapter.shape.rank <= 16 for adapter in ADAPTERS)


def test_a_document_is_a_function_of_its_name_and_index():
    assert document("pirate", 3) == document("pirate", 3) != document("pirate", 4)


def test_digits_are_sorted():
    for k in range(50):
        for line in sorting(Random(k)).splitlines():
            given, put = line.removeprefix("Sort: ").split(" -> ")
            assert put.split() == sorted(given.split())


def test_a_telegram_is_in_capitals_and_stops_where_sentences_ended():
    for k in range(30):
        text = telegram(Random(k))
        assert text == text.upper() and text.endswith("STOP") and "." not in text


def test_a_pirate_does_not_say_the():
    texts = [pirate(Random(k)) for k in range(30)]
    assert not any(" the " in text or " is " in text for text in texts)
    assert any("Arr!" in text for text in texts) and any("th'" in text for text in texts)
