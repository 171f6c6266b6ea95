"""Sums: one digit always, two digits where nothing has to be carried."""

from random import Random


def easy_sum(rng: Random) -> tuple[int, str, int, int]:
    kind = rng.choices(["one", "minus", "teen", "tens", "times"], [10, 5, 3, 2, 2])[0]
    if kind == "one":
        a, b = rng.randint(0, 9), rng.randint(0, 9)
        return a, "+", b, a + b
    if kind == "minus":
        a = rng.randint(0, 10)
        b = rng.randint(0, a)
        return a, "-", b, a - b
    if kind == "teen":
        a = rng.randint(10, 19)
        b = rng.randint(0, 19 - a)
        return a, "+", b, a + b
    if kind == "tens":
        a = 10 * rng.randint(1, 8)
        b = 10 * rng.randint(1, 9 - a // 10)
        return a, "+", b, a + b
    a, b = rng.randint(0, 5), rng.randint(0, 5)
    return a, "x", b, a * b


def sums(rng: Random) -> str:
    count = rng.choice([1, 2, 3, 4, 6, 8])
    lines = [f"{a} {sign} {b} = {c}" for a, sign, b, c in (easy_sum(rng) for _ in range(count))]
    return "\n".join(lines)


def probes() -> list[tuple[str, str]]:
    """Every one-digit addition and subtraction and the easy two-digit ones: prompt and answer."""
    asked = [(f"{a} + {b} =", f" {a + b}") for a in range(10) for b in range(10)]
    asked += [(f"{a} - {b} =", f" {a - b}") for a in range(10) for b in range(a + 1)]
    asked += [(f"{a} + {b} =", f" {a + b}") for a in range(10, 20) for b in range(20 - a)]
    return asked
