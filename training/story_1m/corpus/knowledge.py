"""Facts as single sentences, small sets and questions."""

from random import Random

from .engine import pick, tidy
from .facts import FACTS, PROBED, SHARE

KINDS = list(FACTS)
WEIGHTS = [SHARE[kind] for kind in KINDS]


def sentence(rng: Random, kind: str, pair: tuple[str, str]) -> str:
    return pick(rng, FACTS[kind][1], 1.2, 1.0).format(*pair)


def answer(kind: str, pair: tuple[str, str]) -> str:
    _, right = pair
    if kind == "use":
        return f"To {right}."
    if kind in ("young", "home"):
        return f"{'In ' if kind == 'home' else ''}a {right}."
    return f"{right}."


def question_and_answer(rng: Random) -> tuple[str, str]:
    """A question about a random fact, and its answer without the full stop."""
    kind = rng.choice([kind for kind, (_, _, question) in FACTS.items() if question])
    pairs, _, question = FACTS[kind]
    pair = rng.choice(pairs)
    return question.format(*pair), tidy(answer(kind, pair)).rstrip(".")


def facts(rng: Random) -> str:
    """One to six facts of one kind, or of several."""
    kind = rng.choices(KINDS, WEIGHTS)[0]
    pairs, _, question = FACTS[kind]
    count = rng.choice([1, 1, 2, 3, 4, 6])
    if question and rng.random() < 0.2:
        chosen = rng.sample(pairs, min(count, 3))
        return tidy("\n".join(f"Question: {question.format(*p)}\nAnswer: {answer(kind, p)}" for p in chosen))
    if rng.random() < 0.5:
        return tidy(" ".join(sentence(rng, kind, p) for p in rng.sample(pairs, min(count, len(pairs)))))
    lines = []
    for _ in range(count):
        kind = rng.choices(KINDS, WEIGHTS)[0]
        lines.append(sentence(rng, kind, rng.choice(FACTS[kind][0])))
    return tidy(" ".join(lines))


def probes() -> list[tuple[str, str]]:
    """Every fact once: the prompt, and the continuation that counts as recalled."""
    asked = []
    for kind, (pairs, phrasings, _) in FACTS.items():
        for pair in pairs:
            text = tidy(phrasings[PROBED.get(kind, 0)].format(*pair))
            at = text.rindex(f" {pair[1]}")
            asked.append((text[:at], text[at:]))
    return asked
