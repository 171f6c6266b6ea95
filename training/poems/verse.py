"""What a regulated poem is, and how a poem is written for the model: pure functions on text.

A couplet stands on a line, `床前明月光，疑是地上霜。`; four lines make a 绝句, eight a 律诗, all of five or all of seven
characters. Tones and rhymes are not looked at.
"""

import re
from collections import Counter
from collections.abc import Iterable

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0002ffff]+")
STOPS = re.compile(r"[，。？！；]")
LENGTHS, COUNTS = (5, 7), (4, 8)


def lines_of(text: str) -> list[str]:
    """The lines of a poem, without their punctuation."""
    return [line.strip() for line in STOPS.split(text.replace("\n", "")) if line.strip()]


def is_regulated(lines: list[str]) -> bool:
    """Whether there are four or eight lines of equal length, five or seven, of Chinese characters alone."""
    if len(lines) not in COUNTS or len(lines[0]) not in LENGTHS:
        return False
    return all(len(line) == len(lines[0]) and HAN.fullmatch(line) for line in lines)


def write(lines: list[str]) -> str:
    """The poem as the model reads it: a couplet a line."""
    return "\n".join(f"{first}，{second}。" for first, second in zip(lines[::2], lines[1::2]))


def common_characters(poems: Iterable[list[str]], n: int) -> set[str]:
    counts = Counter(character for poem in poems for line in poem for character in line)
    return {character for character, _ in counts.most_common(n)}


def select(poems: Iterable[list[str]], n_characters: int) -> list[list[str]]:
    """The regulated poems, each once, that make do with the n most common characters."""
    regulated = list(dict.fromkeys(tuple(lines) for lines in poems if is_regulated(lines)))
    common = common_characters(regulated, n_characters)
    return [list(poem) for poem in regulated if all(set(line) <= common for line in poem)]


def has_right_lengths(text: str, length: int | None = None) -> bool:
    """Whether whole lines of a sample all have five, or all seven characters; the last may have been cut off."""
    lines = lines_of(text)
    if not STOPS.search(text[-1:] or "x"):
        lines, rest = lines[:-1], lines[-1:]
        if lines and rest and len(rest[0]) > len(lines[0]):
            return False
    wanted = length or (len(lines[0]) if lines else 0)
    return bool(lines) and wanted in LENGTHS and all(len(line) == wanted for line in lines)
