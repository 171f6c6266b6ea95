import jax
import jax.numpy as jnp
import numpy as np
import pytest

from training.gpt import Config, forward, init_params, shapes

CONFIG = Config(n_layer=2, n_head=2, d_model=16, d_ff=64, n_vocab=50, n_ctx=12)


@pytest.fixture(scope="module")
def params():
    noisy = init_params(jax.random.key(0), CONFIG)
    return {name: w + 0.1 * jax.random.normal(jax.random.key(i), w.shape) for i, (name, w) in enumerate(noisy.items())}


def test_logits_and_attention_have_the_promised_shapes(params):
    logits, attention = forward(params, jnp.arange(7), CONFIG)
    assert logits.shape == (7, 50)
    assert attention.shape == (2, 2, 7, 7)


def test_attention_rows_sum_to_one_and_never_look_ahead(params):
    _, attention = forward(params, jnp.arange(7), CONFIG)
    np.testing.assert_allclose(attention.sum(-1), 1, rtol=1e-5)
    assert float(jnp.abs(jnp.triu(attention, 1)).max()) == 0


def test_a_later_token_changes_no_earlier_logits(params):
    one, _ = forward(params, jnp.array([0, 5, 9, 11]), CONFIG)
    two, _ = forward(params, jnp.array([0, 5, 9, 30]), CONFIG)
    np.testing.assert_allclose(one[:3], two[:3], atol=1e-6)
    assert float(jnp.abs(one[3] - two[3]).max()) > 1e-3


def test_a_layer_has_12_d_squared_plus_13_d_parameters():
    config = Config()
    sizes = {name: int(np.prod(shape)) for name, shape in shapes(config).items()}
    layer = sum(size for name, size in sizes.items() if name.startswith("h.0."))
    assert layer == 12 * config.d_model**2 + 13 * config.d_model
