import numpy as np
import pytest
from safetensors.numpy import load_file

from training.fake_quantize import BITS, GOLDEN, GRANULARITIES, fake_quantize, write_golden
from training.quantize import quantize

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("bits", BITS)
def test_finer_scales_lose_less(bits):
    w = RNG.normal(size=(128, 16)).astype(np.float32)
    w *= np.exp(RNG.normal(size=(1, 16)))  # channels of different sizes
    losses = [float(np.abs(np.asarray(fake_quantize(w, bits, g, 0)) - w).mean()) for g in ("tensor", "channel", 64, 32)]
    assert losses == sorted(losses, reverse=True)


def test_no_weight_moves_by_more_than_half_a_step_and_there_are_no_more_values_than_steps():
    w = RNG.normal(size=(40, 1)).astype(np.float32)
    for bits in BITS:
        out = np.asarray(fake_quantize(w, bits, "channel", 0))
        assert np.abs(out - w).max() <= np.abs(w).max() / (2 ** (bits - 1) - 1) / 2 * 1.0001
        assert len(np.unique(out)) <= 2**bits - 1


def test_eight_bits_per_channel_are_what_models_are_shipped_with():
    w = RNG.normal(size=(40, 30)).astype(np.float32)
    for axis in (0, 1):
        q, scale = quantize(w, axis)
        np.testing.assert_allclose(np.asarray(fake_quantize(w, 8, "channel", axis)), q * scale, rtol=1e-6, atol=1e-7)


def test_the_golden_values_are_what_this_code_computes(tmp_path):
    write_golden(tmp_path / "again.safetensors")
    kept, again = load_file(GOLDEN), load_file(tmp_path / "again.safetensors")
    assert kept.keys() == again.keys() and len(kept) == 2 + 2 * len(BITS) * len(GRANULARITIES)
    for name in kept:
        np.testing.assert_array_equal(kept[name], again[name])
