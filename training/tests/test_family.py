import json
from dataclasses import replace

import jax
import numpy as np
import pytest

from training.base.settings import MODEL as BASE
from training.base.settings import recipe_of
from training.draft.cost import cost_per_token
from training.draft.settings import MODEL as DRAFT
from training.family.model import load_float_weights, save_float_weights
from training.gpt import Config, init_params, shapes
from training.moe.network import active_parameters
from training.moe.settings import CONFIG as MOE
from training.moe.settings import TWIN
from training.quantize import dequantize_all, quantize_all
from training.sizes.curve import flops_per_token, write_curve
from training.sizes.settings import MODELS

SMALL = Config(n_layer=1, n_head=2, d_model=8, d_ff=16, n_vocab=30, n_ctx=12)


def n_parameters(config: Config) -> int:
    return sum(int(np.prod(shape)) for shape in shapes(config).values())


def test_base_has_three_to_six_million_parameters_and_a_context_of_256():
    assert 3e6 <= n_parameters(BASE.config) <= 6e6
    assert BASE.config.n_ctx >= 256


def test_draft_costs_at_most_a_sixth_of_base_and_reads_the_same_tokens():
    assert cost_per_token(DRAFT.config) <= cost_per_token(BASE.config) / 6
    assert DRAFT.config.n_vocab == BASE.config.n_vocab and DRAFT.config.n_ctx == BASE.config.n_ctx


def test_moe_does_about_the_work_of_its_dense_twin_on_the_same_recipe():
    assert active_parameters(MOE) == pytest.approx(n_parameters(TWIN.config), rel=0.02)


def test_the_sizes_reach_from_thirty_thousand_parameters_to_bases():
    sizes = [n_parameters(model.config) for model in MODELS]
    assert len(sizes) >= 5 and sizes == sorted(sizes)
    assert sizes[0] == pytest.approx(30_000, rel=0.1) and sizes[-1] == pytest.approx(n_parameters(BASE.config), rel=0.02)
    assert len({model.recipe_of(100) for model in MODELS}) == 1


@pytest.mark.parametrize("steps", [1, 60, 833, 4500])
def test_the_stages_of_a_recipe_add_up_to_its_steps(steps):
    assert recipe_of(steps).steps == steps


def test_a_checkpoint_of_the_constant_part_serves_a_shorter_run():
    long, short = recipe_of(4500), recipe_of(800)
    assert [long.stage_at(k).mix for k in range(500)] == [short.stage_at(k).mix for k in range(500)]
    assert long.warmup >= short.warmup


def test_float_weights_come_back_with_the_training_they_have_had(tmp_path):
    params = init_params(jax.random.key(0), SMALL)
    save_float_weights(tmp_path / "w.safetensors", params, 800, 12.5)
    back, steps, seconds = load_float_weights(tmp_path / "w.safetensors")
    assert (steps, seconds) == (800, 12.5)
    for name, w in params.items():
        np.testing.assert_allclose(back[name], w, rtol=1e-3, atol=1e-6)


def test_a_curve_says_how_many_flops_each_point_has_cost(tmp_path):
    (tmp_path / "log.jsonl").write_text('{"step": 5, "tokens": 500, "loss": 3.0}\n{"step": 10, "tokens": 1000, "loss": 2.5}\n')
    recipe = replace(MODELS[0].recipe_of(10), tokens_per_step=100)
    write_curve(tmp_path / "curve.json", tmp_path / "log.jsonl", SMALL, recipe, {})
    curve = json.loads((tmp_path / "curve.json").read_text())
    each = flops_per_token(SMALL, 128)
    assert [point["flops"] for point in curve["points"]] == [500 * each, 1000 * each]
    assert curve["parameters"] == n_parameters(SMALL)


def test_flops_are_six_for_each_weight_and_those_of_the_attention():
    matrices = 30 * 8 + 8 * 24 + 8 * 8 + 2 * 8 * 16
    assert flops_per_token(SMALL, 10) == 6 * matrices + 6 * 8 * 10


def test_quantizing_a_mixture_keeps_its_vectors_and_scales_every_matrix():
    tensors = quantize_all({"h.0.moe.router.weight": np.ones((4, 8)), "h.0.moe.experts.0.c_fc.bias": np.ones(3)})
    assert tensors["h.0.moe.router.weight"].dtype == np.int8 and tensors["h.0.moe.router.weight.scale"].shape == (1, 8)
    np.testing.assert_allclose(dequantize_all(tensors)["h.0.moe.router.weight"], 1, rtol=1e-6)
