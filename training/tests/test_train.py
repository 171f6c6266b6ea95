import json
import shutil
from dataclasses import replace

import jax
import numpy as np
import pytest

from training.data import pack
from training.gpt import Config, init_params
from training.story_1m.corpus import documents
from training.tokenizer import encode, train_tokenizer
from training.train import Recipe, Stage, is_hidden_matrix, schedule_of, train

CONFIG = Config(n_layer=1, n_head=2, d_model=32, d_ff=128, n_vocab=512, n_ctx=64)
STAGES = (Stage(20, 64), Stage(10, 32))
RECIPE = Recipe(stages=STAGES, tokens_per_step=512, warmup=5, checkpoint_every=15, report_every=20)


@pytest.fixture(scope="module")
def by_stage() -> dict[Stage, np.ndarray]:
    texts = list(documents(1, range(600)))
    tokenizer = train_tokenizer(texts, CONFIG.n_vocab)
    stream = np.array([i for text in texts for i in encode(tokenizer, text)], np.uint16)
    return {stage: pack(stream, stage.width + 1) for stage in STAGES}


def test_every_row_begins_with_a_document(by_stage):
    for stage, rows in by_stage.items():
        assert rows.shape[1] == stage.width + 1
        assert (rows[:, 0] == 0).all()


def test_packing_loses_no_document_that_fits():
    stream = np.array([0, 1, 2, 0, 3, 4, 5, 0, 6, 2, 0, 7, 8, 9, 0], np.uint16)
    assert pack(stream, 6).tolist() == [[0, 1, 2, 0, 3, 4], [0, 3, 4, 5, 0, 6], [0, 6, 2, 0, 7, 8]]


def test_packing_ends_when_the_last_document_is_longer_than_a_row():
    stream = np.array([0, 1, 0, 2, 3, 4, 5, 6], np.uint16)
    assert pack(stream, 3).tolist() == [[0, 1, 0], [0, 2, 3]]


def test_thirty_steps_lower_the_loss_and_a_resumed_run_ends_the_same(by_stage, tmp_path):
    checkpoint, early = tmp_path / "run.safetensors", tmp_path / "early.safetensors"

    def keep_the_first_checkpoint(_: str) -> None:
        if not early.exists():
            shutil.copy(checkpoint, early)

    params, _, losses = train(by_stage, CONFIG, RECIPE, checkpoint, keep_the_first_checkpoint)
    assert np.mean(losses[-5:]) < losses[0] - 0.5

    lines = []
    resumed, _, rest = train(by_stage, CONFIG, RECIPE, early, lines.append)
    assert lines[0] == "resumed at step 15" and len(rest) == 15
    for name in params:
        np.testing.assert_allclose(params[name], resumed[name], atol=1e-6)


def test_the_rate_stays_at_its_peak_until_the_last_part_however_long_the_run():
    short, long = (schedule_of(Recipe(stages=(Stage(n, 64),), warmup=10, decay=0.25, final_lr=0.0)) for n in (100, 200))
    assert float(short(10)) == float(short(74)) == float(long(149)) == pytest.approx(RECIPE.peak_lr)
    assert float(short(87)) < RECIPE.peak_lr / 2 + 1e-4 and float(short(100)) == 0
    assert [float(short(k)) for k in range(75)] == [float(long(k)) for k in range(75)]


def test_muon_learns_and_leaves_embeddings_and_vectors_to_adam(by_stage):
    recipe = replace(RECIPE, optimizer="muon", stages=STAGES[:1], warmup=2)
    params, _, losses = train({STAGES[0]: by_stage[STAGES[0]]}, CONFIG, recipe, None, lambda _: None)
    assert np.mean(losses[-5:]) < losses[0] - 0.5
    hidden = {name for name, w in params.items() if is_hidden_matrix(name, w)}
    assert "h.0.attn.c_attn.weight" in hidden and not hidden & {"wte.weight", "wpe.weight", "h.0.attn.c_attn.bias"}


def test_a_curve_continues_where_the_checkpoint_does(by_stage, tmp_path):
    curve = tmp_path / "curve.jsonl"
    recipe = replace(RECIPE, stages=STAGES[:1], report_every=5)
    curve.write_text('{"step": 40, "tokens": 1, "loss": 1}\n')
    train({STAGES[0]: by_stage[STAGES[0]]}, CONFIG, recipe, None, lambda _: None, curve=curve)
    points = [json.loads(line) for line in curve.read_text().splitlines()]
    assert [point["step"] for point in points] == [5, 10, 15, 20]
    assert points[-1]["tokens"] == 20 * recipe.tokens_per_step


def test_training_may_begin_with_given_weights(by_stage):
    stage = Stage(1, 64)
    given = {name: 0 * w for name, w in init_params(jax.random.key(0), CONFIG).items()}
    _, _, losses = train({stage: by_stage[STAGES[0]]}, CONFIG, replace(RECIPE, stages=(stage,), warmup=0), None, lambda _: None, start_from=given)
    assert losses == pytest.approx([np.log(CONFIG.n_vocab)], rel=1e-5)
