"""Sums and differences of one and two digits, with carries; one pair in eleven is never written.

The pairs left out say whether a model adds or remembers.
"""

from random import Random


def is_left_out(a: int, b: int) -> bool:
    """Pairs with a two-digit number that no document holds, whatever stands between them."""
    return max(a, b) >= 10 and (7 * a + 3 * b) % 11 == 0


def numbers(rng: Random, digits: int) -> tuple[int, int]:
    if digits == 1:
        return rng.randint(0, 9), rng.randint(0, 9)
    while is_left_out(*(pair := (rng.randint(0, 99), rng.randint(0, 99)))):
        pass
    return pair


def equation(rng: Random) -> tuple[int, str, int, int]:
    kind = rng.choices(["+", "-", "x"], [11, 9, 2])[0]
    if kind == "x":
        a, b = rng.randint(0, 9), rng.randint(0, 9)
        return a, "x", b, a * b
    a, b = numbers(rng, rng.choices([1, 2], [1, 4])[0])
    if kind == "+":
        return a, "+", b, a + b
    while b > a and is_left_out(b, a):
        a, b = numbers(rng, 2)
    a, b = max(a, b), min(a, b)
    return a, "-", b, a - b


def sums(rng: Random) -> str:
    """One to eight sums, a line each; or a question and its answer."""
    if rng.random() < 0.1:
        a, sign, b, c = equation(rng)
        verb = {"+": "plus", "-": "minus", "x": "times"}[sign]
        return f"Question: What is {a} {verb} {b}?\nAnswer: {a} {sign} {b} = {c}"
    count = rng.choice([1, 2, 4, 6, 8])
    return "\n".join(f"{a} {sign} {b} = {c}" for a, sign, b, c in (equation(rng) for _ in range(count)))


def probes() -> dict[str, list[tuple[str, str]]]:
    """Prompts and answers: one digit, two digits that were written, two digits that were left out."""
    pairs = [(a, b) for a in range(100) for b in range(100)]
    one = [(a, b) for a, b in pairs if max(a, b) < 10]
    two = [(a, b) for a, b in pairs if max(a, b) >= 10]
    seen = [pair for pair in two if not is_left_out(*pair)]
    unseen = [pair for pair in two if is_left_out(*pair)]
    return {
        "one digit": asked(one),
        "two digits": asked(Random(1).sample(seen, 400)),
        "two digits, never written": asked(Random(2).sample(unseen, 400)),
    }


def asked(pairs: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """Each pair's sum and, where it is not negative, its difference; the newline shows that the number has ended."""
    plus = [(f"{a} + {b} =", f" {a + b}\n") for a, b in pairs]
    return plus + [(f"{a} - {b} =", f" {a - b}\n") for a, b in pairs if a >= b]
