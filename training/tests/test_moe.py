import jax
import jax.numpy as jnp
import numpy as np
import pytest
from safetensors.numpy import load_file

from training import gpt
from training.gpt import under
from training.moe import network as moe
from training.moe import tiny_golden

CONFIG = moe.Config(n_layer=2, n_head=2, d_model=16, d_ff=24, n_vocab=50, n_ctx=12)
TOKENS = jnp.arange(7)


@pytest.fixture(scope="module")
def params():
    fresh = moe.init_params(jax.random.key(0), CONFIG)
    return {name: w + 0.1 * jax.random.normal(jax.random.key(i), w.shape) for i, (name, w) in enumerate(fresh.items())}


def test_outputs_have_the_promised_shapes(params):
    logits, maps, gates, probabilities = moe.forward(params, TOKENS, CONFIG)
    assert logits.shape == (7, 50) and maps.shape == (2, 2, 7, 7)
    assert gates.shape == probabilities.shape == (2, 7, 8)


@pytest.mark.parametrize("k", [1, 2, 3, 8])
def test_as_many_experts_run_as_are_asked_for_and_their_gates_sum_to_one(params, k):
    _, _, gates, _ = moe.forward(params, TOKENS, CONFIG, k)
    assert ((gates > 0).sum(-1) == k).all()
    np.testing.assert_allclose(gates.sum(-1), 1, rtol=1e-5)


def test_the_chosen_experts_are_the_most_probable(params):
    _, _, gates, probabilities = moe.forward(params, TOKENS, CONFIG)
    least_chosen = jnp.where(gates > 0, probabilities, 1).min(-1)
    best_left_out = jnp.where(gates > 0, 0, probabilities).max(-1)
    assert (least_chosen >= best_left_out).all()


def test_an_expert_that_is_not_chosen_changes_nothing(params):
    p = under(params, "h.0.moe.")
    x = jax.random.normal(jax.random.key(3), (7, 16))
    out, gates, _ = moe.experts(x, p, 8, 2)
    unused = int(jnp.argmin((gates > 0).sum(0)))
    rows = gates[:, unused] == 0
    spoiled = p | {name: w * 9 for name, w in p.items() if name.startswith(f"experts.{unused}.")}
    changed, _, _ = moe.experts(x, spoiled, 8, 2)
    assert rows.any()
    np.testing.assert_array_equal(out[rows], changed[rows])


def test_an_expert_switched_off_is_never_chosen_and_the_others_share_its_part(params):
    _, _, gates, probabilities = moe.forward(params, TOKENS, CONFIG)
    favorite = int(jnp.argmax((gates[1] > 0).sum(0)))
    on = jnp.ones((2, 8), bool).at[1, favorite].set(False)
    _, _, changed, opinions = moe.forward(params, TOKENS, CONFIG, on=on)
    assert (gates[1, :, favorite] > 0).any() and (changed[1, :, favorite] == 0).all()
    assert ((changed > 0).sum(-1) == 2).all()
    np.testing.assert_allclose(changed.sum(-1), 1, rtol=1e-5)
    np.testing.assert_array_equal(changed[0], gates[0])  # what comes before is untouched
    np.testing.assert_array_equal(opinions[1], probabilities[1])  # the router is of the same opinion


def test_where_fewer_experts_are_on_than_a_token_asks_for_all_of_them_run(params):
    on = jnp.ones((2, 8), bool).at[0, :5].set(False)
    _, _, gates, _ = moe.forward(params, TOKENS, CONFIG, 6, on)
    assert ((gates[0] > 0).sum(-1) == 3).all() and ((gates[1] > 0).sum(-1) == 6).all()
    np.testing.assert_allclose(gates.sum(-1), 1, rtol=1e-5)


def test_all_experts_on_is_the_model_as_it_is(params):
    for k in (1, 2, 8):
        one, other = moe.forward(params, TOKENS, CONFIG, k), moe.forward(params, TOKENS, CONFIG, k, jnp.ones((2, 8), bool))
        np.testing.assert_array_equal(one[0], other[0])


def test_the_golden_values_are_those_of_this_network():
    kept, made = load_file(tiny_golden.PATH), tiny_golden.make_arrays()
    assert kept.keys() == made.keys()
    for name, values in made.items():
        np.testing.assert_allclose(kept[name], values, atol=2e-5, err_msg=name)


def test_with_identical_experts_it_is_the_dense_model(params):
    dense = gpt.init_params(jax.random.key(5), CONFIG)
    same = {}
    for name in moe.shapes(CONFIG):
        if ".moe.experts." in name:
            layer, rest = name.split(".moe.experts.")
            same[name] = dense[f"{layer}.mlp.{rest.split('.', 1)[1]}"]
        else:
            same[name] = dense[name] if name in dense else params[name]
    np.testing.assert_allclose(moe.forward(same, TOKENS, CONFIG)[0], gpt.forward(dense, TOKENS, CONFIG)[0], atol=1e-5)


def test_the_balance_loss_is_one_when_even_and_more_when_all_tokens_take_the_same_experts():
    even = jnp.eye(8)[None].repeat(2, 1)  # [1, 16, 8]: each expert is chosen twice
    assert moe.balance_loss(even, jnp.full((1, 16, 8), 1 / 8)) == pytest.approx(1)
    crowded = jnp.zeros((1, 16, 8)).at[:, :, 0].set(1.0)
    assert moe.balance_loss(crowded, crowded) == pytest.approx(8)


def test_loads_are_shares_of_the_choices(params):
    _, _, gates, _ = moe.forward(params, TOKENS, CONFIG)
    np.testing.assert_allclose(moe.loads(gates).sum(-1), 1, rtol=1e-6)


def test_active_parameters_leave_out_six_of_eight_experts():
    total = sum(int(np.prod(shape)) for shape in moe.shapes(CONFIG).values())
    expert = 2 * 16 * 24 + 24 + 16
    assert moe.active_parameters(CONFIG) == total - 2 * 6 * expert


def test_the_router_learns_from_the_loss(params):
    gradients = jax.grad(moe.loss_of)(params, jnp.arange(16).reshape(2, 8), CONFIG)
    assert float(jnp.abs(gradients["h.1.moe.router.weight"]).max()) > 0
