"""Matrix products in bfloat16 with float32 sums, for processors whose matrix units have both (AMX, tensor cores).

On two cores with AMX a training step of base takes 0.65 of its time in float32. Weights, gradients, optimizer state,
norms, softmax and attention's batched products stay in float32.
"""

from collections.abc import Callable
from math import prod

import jax
import jax.numpy as jnp
from jax.extend import core


def in_bfloat16(function: Callable) -> Callable:
    """The function with every unbatched float32 matrix product rounded to bfloat16 on its way in.

    Wrap the function that returns the gradients, not the loss: the products of the backward pass are then found too.
    """

    def wrapped(*args):
        closed, shape = jax.make_jaxpr(function, return_shape=True)(*args)
        outs = _evaluate(closed.jaxpr, closed.consts, jax.tree.leaves(args))
        return jax.tree.unflatten(jax.tree.structure(shape), outs)

    return wrapped


def _evaluate(jaxpr, consts: list, args: list) -> list:
    values = dict(zip([*jaxpr.constvars, *jaxpr.invars], [*consts, *args], strict=True))
    read = lambda v: v.val if isinstance(v, core.Literal) else values[v]  # noqa: E731
    for eqn in jaxpr.eqns:
        ins, params = [read(v) for v in eqn.invars], eqn.params
        if eqn.primitive.name in ("jit", "pjit"):
            outs = _evaluate(params["jaxpr"].jaxpr, params["jaxpr"].consts, ins)
        elif eqn.primitive is jax.lax.dot_general_p and _suits(ins, params):
            outs = [_product(*ins, *params["dimension_numbers"][0])]
        else:
            outs = eqn.primitive.bind(*ins, **params)
            outs = outs if eqn.primitive.multiple_results else [outs]
        values.update(zip(eqn.outvars, outs, strict=True))
    return [read(v) for v in jaxpr.outvars]


def _suits(ins: list, params: dict) -> bool:
    _, (batch, _) = params["dimension_numbers"]
    return not batch and all(x.dtype == jnp.float32 for x in ins)


def _product(a: jax.Array, b: jax.Array, over_a: tuple[int, ...], over_b: tuple[int, ...]) -> jax.Array:
    free_a = [i for i in range(a.ndim) if i not in over_a]
    free_b = [i for i in range(b.ndim) if i not in over_b]
    inner = prod(a.shape[i] for i in over_a)
    left = _row_major(a.transpose(*free_a, *over_a).reshape(-1, inner))  # [m, k]
    right = _row_major(b.transpose(*over_b, *free_b).reshape(inner, -1))  # [k, n]
    out = jax.lax.dot(left, right, preferred_element_type=jnp.float32)  # [m, n]
    # the barrier keeps XLA from fusing the product with what follows, for which its CPU backend has no bfloat16 kernel
    out = jax.lax.optimization_barrier(out)
    return out.reshape([a.shape[i] for i in free_a] + [b.shape[i] for i in free_b])


def _row_major(x: jax.Array) -> jax.Array:
    """x in bfloat16, laid out in memory as it is written: XLA's CPU backend is slow on transposed operands."""
    return jax.lax.optimization_barrier(x.astype(jnp.bfloat16).reshape(-1)).reshape(x.shape)
