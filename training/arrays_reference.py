"""What JAX computes for the inputs of `lib/arrays/reference.test.ts`: values and gradients, as JSON.

    python -m training.arrays_reference > lib/arrays/reference.json && npx biome check --write lib/arrays/reference.json
"""

import json

import jax
import jax.numpy as jnp
from jax import nn

X = jnp.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]])  # [2, 3]
Y = jnp.array([[2.0, 1.0, -1.0], [0.5, 4.0, 3.0]])  # [2, 3]
W = jnp.array([[0.1, -0.2], [0.4, 0.3], [-0.5, 0.6]])  # [3, 2]
ROW = jnp.array([1.0, 2.0, 3.0])  # [3]
I = jnp.array([[2, 0], [1, 2]])


def attention(q, k, v):
    scores = q @ k.T / jnp.sqrt(q.shape[-1])
    seen = jnp.tril(jnp.ones(scores.shape, bool))
    return nn.softmax(jnp.where(seen, scores, -jnp.inf)) @ v


def loss(p, x, y):
    hidden = nn.gelu(x @ p["w"] + p["b"])
    return -jnp.mean(jnp.take_along_axis(nn.log_softmax(hidden), y[:, None], 1))


PARAMS = {"w": W, "b": jnp.array([0.1, -0.1])}
LABELS = jnp.array([1, 0])

values = {
    "add": X + ROW,
    "subtract": X - Y,
    "multiply": X * Y,
    "divide": X / Y,
    "power": jnp.abs(X) ** Y,
    "remainder": X % Y,
    "floorDivide": X // Y,
    "maximum": jnp.maximum(X, Y),
    "exp": jnp.exp(X),
    "log": jnp.log(jnp.abs(X)),
    "tanh": jnp.tanh(X),
    "sin": jnp.sin(X),
    "sign": jnp.sign(X),
    "round": jnp.round(X),
    "sum0": X.sum(0),
    "mean": X.mean(-1, keepdims=True),
    "var": X.var(1),
    "std": X.std(),
    "max": X.max(1),
    "prod": X.prod(0),
    "argmax": X.argmax(1),
    "argmin": X.argmin(0),
    "cumsum": jnp.cumsum(X, 1),
    "matmul": X @ W,
    "outer": jnp.outer(ROW, ROW),
    "einsum": jnp.einsum("ij,kj->ik", X, Y),
    "transpose": X.T,
    "concatenate": jnp.concatenate([X, Y], 1),
    "stack": jnp.stack([X, Y], -1),
    "split": jnp.split(X, 3, 1)[1],
    "pad": jnp.pad(X, ((1, 0), (0, 2))),
    "tile": jnp.tile(ROW, (2,)),
    "repeat": jnp.repeat(X, 2, 0),
    "flip": jnp.flip(X, 1),
    "take": jnp.take(X, I, 1),
    "takeAlongAxis": jnp.take_along_axis(X, jnp.array([[2], [0]]), 1),
    "sort": jnp.sort(X, 1),
    "argsort": jnp.argsort(X, 1),
    "tril": jnp.tril(jnp.ones((3, 3))),
    "diag": jnp.diag(ROW),
    "where": jnp.where(X > 0, X, Y),
    "clip": jnp.clip(X, -0.5, 1.0),
    "wholeTimesHalf": jnp.arange(4) * 0.5,
    "wholeTimesTwo": jnp.arange(4) * 2,
    "softmax": nn.softmax(X),
    "logSoftmax": nn.log_softmax(X, 0),
    "logsumexp": nn.logsumexp(X, 1),
    "gelu": nn.gelu(X),
    "geluExact": nn.gelu(X, approximate=False),
    "silu": nn.silu(X),
    "relu": nn.relu(X),
    "sigmoid": nn.sigmoid(X),
    "oneHot": nn.one_hot(LABELS, 3),
    "attention": attention(X, Y, X + Y),
    "uniform": jax.random.uniform(jax.random.key(7), (4,)),
    "split keys": jax.random.key_data(jax.random.split(jax.random.key(7))),
    "loss": loss(PARAMS, X, LABELS),
    "grad of loss": jax.grad(loss)(PARAMS, X, LABELS),
    "grad by input": jax.grad(loss, argnums=1)(PARAMS, X, LABELS),
    "grad of attention": jax.grad(lambda q: attention(q, Y, X).sum() ** 2)(X),
    "second derivative": jax.grad(jax.grad(lambda x: jnp.tanh(x) * x**2))(0.7),
    "vmap": jax.vmap(lambda x: nn.softmax(x) * x.max())(X),
    "vmap of grad": jax.vmap(jax.grad(lambda x: (x**3).sum()))(X),
}

lines = [f"  {json.dumps(name)}: {json.dumps(jax.tree.map(lambda x: x.tolist(), value))}" for name, value in values.items()]
print("{\n" + ",\n".join(lines) + "\n}")
