from dataclasses import replace

import jax
import jax.numpy as jnp
import numpy as np

from training.bfloat16 import in_bfloat16
from training.gpt import Config, init_params
from training.train import Recipe, Stage, loss_of, train

CONFIG = Config(n_layer=2, n_head=2, d_model=32, d_ff=64, n_vocab=128, n_ctx=32)
ROWS = np.random.default_rng(0).integers(0, CONFIG.n_vocab, (8, 17)).astype(np.int32)


def test_products_are_rounded_on_their_way_in_and_summed_in_float32():
    a, b = (jnp.asarray(np.random.default_rng(i).normal(size=(64, 64)), jnp.float32) for i in (1, 2))
    rounded = a.astype(jnp.bfloat16).astype(jnp.float32) @ b.astype(jnp.bfloat16).astype(jnp.float32)
    out = in_bfloat16(lambda a, b: a @ b)(a, b)
    assert out.dtype == jnp.float32
    np.testing.assert_allclose(out, rounded, rtol=1e-4, atol=1e-4)
    assert np.abs(np.asarray(out - a @ b)).max() > 1e-3


def test_any_axes_may_be_summed_over():
    a, b = jnp.arange(24.0).reshape(2, 3, 4), jnp.arange(20.0).reshape(4, 5)
    np.testing.assert_array_equal(in_bfloat16(lambda a, b: jnp.tensordot(a, b, 1))(a, b), jnp.tensordot(a, b, 1))
    np.testing.assert_array_equal(in_bfloat16(lambda a, b: jnp.einsum("abc,cd->dab", a, b))(a, b), jnp.einsum("abc,cd->dab", a, b))


def test_batched_products_stay_as_they_are():
    a = jnp.asarray(np.random.default_rng(3).normal(size=(4, 8, 8)), jnp.float32)
    np.testing.assert_array_equal(jax.jit(in_bfloat16(lambda a: a @ a))(a), jax.jit(lambda a: a @ a)(a))


def test_gradients_point_the_same_way_to_a_thousandth():
    params = init_params(jax.random.key(0), CONFIG)

    def gradients(params, rows):
        return jax.value_and_grad(lambda params: loss_of(params, rows, CONFIG))(params)

    loss, exact = gradients(params, ROWS)
    rounded_loss, rounded = jax.jit(in_bfloat16(gradients))(params, ROWS)
    assert abs(loss - rounded_loss) < 1e-3
    for name, g in exact.items():
        g, r = np.ravel(g), np.ravel(rounded[name])
        assert g @ r / (np.linalg.norm(g) * np.linalg.norm(r)) > 0.999, name


def test_a_run_in_bfloat16_ends_where_one_in_float32_does():
    stage = Stage(30, 16)
    recipe = Recipe(stages=(stage,), tokens_per_step=128, warmup=5)
    _, _, exact = train({stage: ROWS}, CONFIG, recipe, None, lambda _: None)
    _, _, rounded = train({stage: ROWS}, CONFIG, replace(recipe, products="bfloat16"), None, lambda _: None)
    assert exact[-1] < exact[0] - 0.5
    assert abs(exact[-1] - rounded[-1]) < 0.05
