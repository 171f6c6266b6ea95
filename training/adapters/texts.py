"""The adapters' corpora: base's stories retold like a pirate or as a telegram, and numbers put in order."""

import re
from collections.abc import Callable
from random import Random

from ..story_1m.corpus.small_forms import dialogue
from ..story_1m.corpus.stories import story

PIRATE = {
    "my": "me", "you": "ye", "your": "yer", "friend": "matey", "friends": "mateys", "hello": "ahoy", "yes": "aye", "is": "be",
    "are": "be", "am": "be", "the": "th'", "of": "o'", "and": "an'", "house": "ship", "garden": "deck", "money": "doubloons",
    "coin": "doubloon", "old": "ol'", "very": "mighty", "little": "wee", "girl": "lass", "boy": "lad", "stop": "avast", "never": "ne'er",
}  # fmt: skip
EXCLAMATIONS = ["Arr!", "Yo ho!", "Shiver me timbers!", "Avast!"]
DROPPED = {"a", "an", "the", "very", "was", "were", "is", "are", "am", "had", "has", "that", "to", "his", "her", "of"}


def pirate(rng: Random) -> str:
    """A story or dialogue in a pirate's English, an exclamation here and there."""
    text = rng.choice([story, story, dialogue])(rng)

    def spoken(match: re.Match) -> str:
        word = match[0]
        said = PIRATE.get(word.lower(), word)
        return said.capitalize() if word[0].isupper() and said != word else said

    text = re.sub(r"[A-Za-z]+", spoken, text)
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z])", text)
    return " ".join(part if rng.random() > 0.2 else f"{part} {rng.choice(EXCLAMATIONS)}" for part in sentences)


def telegram(rng: Random) -> str:
    """A story in capitals, without its small words, STOP for every end of a sentence."""
    text = re.sub(r'["“”,]', "", story(rng).replace("\n", " "))
    words = [word for word in text.split() if word.rstrip(".!?").lower() not in DROPPED or word[-1] in ".!?"]
    return re.sub(r"[.!?]+", " STOP", " ".join(words)).upper()


def sorting(rng: Random) -> str:
    """One to four lists of digits, each with the same digits in order."""
    lines = []
    for _ in range(rng.randint(1, 4)):
        digits = [rng.randint(0, 9) for _ in range(rng.randint(3, 7))]
        lines.append(f"Sort: {' '.join(map(str, digits))} -> {' '.join(map(str, sorted(digits)))}")
    return "\n".join(lines)


TEXTS: dict[str, Callable[[Random], str]] = {"pirate": pirate, "telegram": telegram, "sorting": sorting}
SEED = 23


def document(name: str, index: int) -> str:
    return TEXTS[name](Random(f"{SEED}:{name}:{index}"))
