"""Small programs in Python, each with what it prints; a comment shows the output after `#`.

The results are computed, never written by hand: a test runs every program.
"""

from collections.abc import Callable
from random import Random

NAMES = "a b c n x y k total count size".split()
WORDS = "cat dog sun tree fish moon bird star hat ball cake rain leaf boat drum".split()
LISTS = "xs values numbers items".split()
Made = tuple[str, list[str]]  # the program, and the lines it prints


def shown(program: str, lines: list[str]) -> str:
    """One line of output stands behind the last line of code, several below it."""
    if len(lines) == 1:
        return f"{program}  # {lines[0]}"
    return program + "\n" + "\n".join(f"# {line}" for line in lines)


def assignments(rng: Random) -> Made:
    a, b, c = rng.sample(NAMES[:7], 3)
    first, second = rng.randint(1, 20), rng.randint(1, 20)
    sign = rng.choice("+-") if first >= second else "+"
    value = first + second if sign == "+" else first - second
    if rng.random() < 0.5:
        return f"{a} = {first}\n{b} = {second}\nprint({a} {sign} {b})", [str(value)]
    return f"{a} = {first}\n{b} = {a} {sign} {second}\n{c} = {b} + 1\nprint({c})", [str(value + 1)]


BODIES: list[tuple[str, str, Callable[[int, int], int]]] = [
    ("add", "{x} + {k}", lambda x, k: x + k), ("double", "2 * {x}", lambda x, k: 2 * x), ("minus", "{x} - {k}", lambda x, k: x - k),
    ("square", "{x} * {x}", lambda x, k: x * x), ("times", "{x} * {k}", lambda x, k: x * k), ("next_number", "{x} + 1", lambda x, k: x + 1),
    ("rest", "{x} % {k}", lambda x, k: x % k), ("bigger", "max({x}, {k})", lambda x, k: max(x, k)),
]  # fmt: skip


def function(rng: Random) -> Made:
    name, body, f = rng.choice(BODIES)
    x, k = rng.choice("xna"), rng.randint(1, 9)
    name = f"{name}_{k}" if "{k}" in body else name
    calls = [rng.randint(1, 9) for _ in range(rng.choice([1, 1, 2]))]
    lines = [f"def {name}({x}):", f"    return {body.format(x=x, k=k)}", "", *(f"print({name}({v}))" for v in calls)]
    return "\n".join(lines), [str(f(v, k)) for v in calls]


def condition(rng: Random) -> Made:
    x, at, value = rng.choice(NAMES), rng.randint(2, 20), rng.randint(1, 20)
    high, low = rng.choice([("big", "small"), ("yes", "no"), ("more", "less"), ("high", "low")])
    sign, holds = rng.choice([(">", value > at), ("<", value < at), ("==", value == at)])
    if sign == "<":
        high, low = low, high
    if sign == "==":
        high, low = "same", "different"
    program = f'{x} = {value}\nif {x} {sign} {at}:\n    print("{high}")\nelse:\n    print("{low}")'
    return program + "\n", [high if holds else low]


def loop(rng: Random) -> Made:
    i, n = rng.choice("ijk"), rng.randint(2, 6)
    step = rng.randint(1, 5)
    kind = rng.choice(["print", "times", "total", "down"])
    if kind == "print":
        return f"for {i} in range({n}):\n    print({i})", [str(v) for v in range(n)]
    if kind == "times":
        return f"for {i} in range({n}):\n    print({step} * {i})", [str(step * v) for v in range(n)]
    if kind == "down":
        name = rng.choice(NAMES[:5])
        program = f"{name} = {n}\nwhile {name} > 0:\n    print({name})\n    {name} = {name} - 1"
        return program, [str(v) for v in range(n, 0, -1)]
    name = rng.choice(["total", "count"])
    return f"{name} = 0\nfor {i} in range({n}):\n    {name} = {name} + {step}\nprint({name})", [str(n * step)]


LIST_CALLS: dict[str, Callable[[list[int]], object]] = {
    "max({xs})": max, "min({xs})": min, "len({xs})": len, "sorted({xs})": sorted, "{xs}[0]": lambda v: v[0], "{xs}[-1]": lambda v: v[-1],
    "{xs}[1]": lambda v: v[1], "{xs}[::-1]": lambda v: v[::-1], "{xs} + [1]": lambda v: [*v, 1], "{xs}[1:]": lambda v: v[1:],
    "[x + 1 for x in {xs}]": lambda v: [x + 1 for x in v], "[2 * x for x in {xs}]": lambda v: [2 * x for x in v],
}  # fmt: skip


def list_call(rng: Random) -> Made:
    name, values = rng.choice(LISTS), rng.sample(range(10), rng.choice([2, 3, 3, 4]))
    call = rng.choice(list(LIST_CALLS))
    return f"{name} = {values}\nprint({call.format(xs=name)})", [str(LIST_CALLS[call](values))]


def words(rng: Random) -> Made:
    first, second = rng.sample(WORDS, 2)
    kind = rng.choice(["list", "join", "loop", "repeat", "in"])
    if kind == "list":
        chosen, at = rng.sample(WORDS, 3), rng.randrange(3)
        return f"words = {chosen}\nprint(words[{at}])".replace("'", '"'), [chosen[at]]
    if kind == "join":
        return f'first = "{first}"\nsecond = "{second}"\nprint(first + " " + second)', [f"{first} {second}"]
    if kind == "loop":
        chosen = rng.sample(WORDS, rng.choice([2, 3]))
        return f"for word in {chosen}:\n    print(word)".replace("'", '"'), chosen
    if kind == "repeat":
        n = rng.randint(2, 3)
        return f'for i in range({n}):\n    print("{first}")', [first] * n
    chosen = rng.sample(WORDS, 2)
    return f'words = {chosen}\nprint("{first}" in words)'.replace("'", '"'), [str(first in chosen)]


FORMS = [(assignments, 4), (function, 6), (condition, 3), (loop, 4), (list_call, 5), (words, 3)]


def program(rng: Random) -> str:
    make = rng.choices([form for form, _ in FORMS], [share for _, share in FORMS])[0]
    code, lines = make(rng)
    return code + f"# {lines[0]}" if code.endswith("\n") else shown(code, lines)


def probes(n: int = 200) -> list[tuple[str, str]]:
    """Programs with one line of output: everything up to the `#`, and what stands behind it."""
    rng, asked = Random("code probes"), []
    while len(asked) < n:
        text = program(rng)
        if text.count("#") == 1:
            at = text.rindex("#") + 1
            asked.append((text[:at], text[at:]))
    return asked
