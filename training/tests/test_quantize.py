import numpy as np

from training.quantize import dequantize_all, quantize, quantize_all

RNG = np.random.default_rng(0)


def test_the_error_is_at_most_half_a_step():
    w = RNG.normal(size=(40, 30)).astype(np.float32)
    for axis, shape in ((0, (1, 30)), (1, (40, 1))):
        q, scale = quantize(w, axis)
        assert q.dtype == np.int8 and scale.dtype == np.float32 and scale.shape == shape
        assert (np.abs(q * scale - w) <= scale / 2 * 1.0001).all()


def test_a_channel_of_zeros_stays_zero():
    w = RNG.normal(size=(4, 3)).astype(np.float32)
    w[:, 1] = 0
    q, scale = quantize(w, 0)
    assert (q[:, 1] == 0).all() and np.isfinite(scale).all()


def test_vectors_stay_float32_and_quantizing_twice_changes_nothing():
    params = {"wte.weight": RNG.normal(size=(8, 4)), "ln_f.bias": RNG.normal(size=4)}
    once = dequantize_all(quantize_all(params))
    again = dequantize_all(quantize_all(once))
    assert once["ln_f.bias"].dtype == np.float32
    for name in once:
        np.testing.assert_allclose(once[name], again[name], atol=1e-6)
