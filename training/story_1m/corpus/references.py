"""Names give way to pronouns where it is clear who is meant, as they do in English."""

import re
from random import Random

SENTENCES = re.compile(r'(?<=[.!?"])( |\n)(?=[A-Z"])')
SHARE = 0.5  # of the clear cases


def mentions(sentence: str, names: list[str]) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", sentence, re.IGNORECASE) for name in names)


def use_pronouns(text: str, rng: Random, hero: dict, others: list[str]) -> str:
    """Replaces the hero's name at the start of a sentence that follows one about the hero alone."""
    parts, previous = SENTENCES.split(text), ""
    for i in range(0, len(parts), 2):
        sentence = parts[i]
        starts = sentence.startswith(hero[""] + " ") and not sentence.startswith(hero[""] + " and ")
        clear = mentions(previous, [hero[""]]) and not mentions(previous, others) and '"' not in previous
        if starts and clear and rng.random() < SHARE:
            parts[i] = hero["he"].capitalize() + sentence[len(hero[""]) :]
        previous = sentence
    return "".join(parts)
