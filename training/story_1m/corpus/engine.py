"""The grammar engine: templates with choices and slots, expanded inside a scene.

    [a|b|c]      one of them; earlier ones are more frequent (Zipf), an empty one is allowed
    {place}      a fresh draw from the word list `place`
    {x:toy}      the thing bound to `x` in this scene, drawn from the list `toy` when first met
    {x.full}     an attribute of a bound thing
    {@rule}      a named rule, expanded in the same scene
    ^            capitalizes what follows (for a slot at the start of a quotation)

Sentence starts are capitalized and `a` becomes `an` at the end, so templates stay plain.
"""

import re
from bisect import bisect
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from random import Random

DECLARATION = re.compile(r"\{(\w+):(@?\w+)")

Node = str | tuple  # text, ("choice", options) or ("slot", text)


@cache
def zipf(n: int, exponent: float, shift: float) -> list[float]:
    """Cumulative weights of n ranks: rank r weighs 1 / (r + shift)^exponent, r from 0."""
    return list(accumulate((r + shift) ** -exponent for r in range(n)))


def pick(rng: Random, items: list, exponent: float = 1.0, shift: float = 4.0):
    """One item; earlier ones are likelier, with a long tail."""
    weights = zipf(len(items), exponent, shift)
    return items[bisect(weights, rng.random() * weights[-1])]


class Thing(dict):
    """Something in the scene: its forms by attribute; `""` is the plain one."""


class Scene:
    """The words bound so far, and the source of chance of one document."""

    def __init__(self, rng: Random, lexicon: dict[str, list], rules: dict[str, list[str]]):
        self.rng, self.lexicon, self.rules = rng, lexicon, rules
        self.things: dict[str, Thing] = {}
        self.drawn: set[str] = set()
        self.lists: dict[str, str] = {}  # from which list an unbound name is drawn

    def bind(self, name: str, /, **forms: str) -> None:
        self.things[name] = Thing({"": forms.pop("text"), **forms})

    def draw(self, list_name: str) -> Thing:
        """A fresh thing of the list (or rule): a noun and, in `.full`, perhaps a suitable adjective."""
        if list_name.startswith("@"):
            noun = self.slot(list_name.lower())
            return Thing({"": noun, "full": noun})
        noun = self.fresh(list_name)
        if self.rng.random() < 0.45:
            return Thing({"": noun, "full": noun})
        kinds = self.adjectives_for(noun)
        adjective = pick(self.rng, self.lexicon[pick(self.rng, kinds, shift=2.0)])
        return Thing({"": noun, "full": f"{adjective} {noun}"})

    def fresh(self, list_name: str) -> str:
        """A word of the list, most likely one that this scene has not drawn yet."""
        for _ in range(4):
            word = pick(self.rng, self.lexicon[list_name])
            if word not in self.drawn:
                break
        self.drawn.add(word)
        return word

    def adjectives_for(self, noun: str) -> list[str]:
        for list_name, adjectives in self.lexicon["ADJECTIVES_BY_LIST"]:
            if noun in self.lexicon[list_name]:
                return adjectives
        return ["SIZES", "COLORS", "LOOKS"]

    def slot(self, text: str) -> str:
        if text.startswith("@"):
            return self.render(pick(self.rng, self.rules[text[1:]], 0.5, 2.0))
        name, _, rest = text.partition(":")
        list_name, _, attribute = rest.partition(".")
        if not rest:
            name, _, attribute = text.partition(".")
        if name not in self.things:
            list_name = list_name or self.lists.get(name, "")
            drawn = self.draw((list_name or name).upper())
            if not list_name:
                return drawn[attribute]
            self.things[name] = drawn
        return self.things[name][attribute]

    def declare(self, template: str) -> None:
        """Lets `{x}` stand before `{x:toy}` has been met, as when that stands in a choice not taken."""
        for name, list_name in DECLARATION.findall(template):
            self.lists.setdefault(name, list_name)

    def render(self, template: str) -> str:
        return self.join(parse(template))

    def join(self, nodes: list[Node]) -> str:
        parts = []
        for node in nodes:
            if isinstance(node, str):
                parts.append(node)
            elif node[0] == "slot":
                parts.append(self.slot(node[1]))
            else:
                parts.append(self.join(pick(self.rng, node[1], 0.6, 1.5)))
        return "".join(parts)


@cache
def parse(template: str) -> list[Node]:
    nodes, end = parse_until(template, 0, "]")
    if end != len(template):
        raise ValueError(f"unbalanced bracket at {end} in template {template!r}")
    return nodes


def parse_until(text: str, at: int, stops: str) -> tuple[list[Node], int]:
    """Nodes from `at` up to one of the characters in `stops`, and where that stands."""
    nodes: list[Node] = []
    while at < len(text) and text[at] not in stops:
        if text[at] == "[":
            options, at = [], at + 1
            while True:
                option, at = parse_until(text, at, "|]")
                options.append(option)
                if at == len(text):
                    raise ValueError(f"unbalanced bracket in template {text!r}")
                at += 1
                if text[at - 1] == "]":
                    break
            nodes.append(("choice", options))
        elif text[at] == "{":
            end = text.index("}", at)
            nodes.append(("slot", text[at + 1 : end]))
            at = end + 1
        else:
            end = at
            while end < len(text) and text[end] not in "[{" + stops:
                end += 1
            nodes.append(text[at:end])
            at = end
    return nodes, at


SENTENCE_START = re.compile(r'(^"?|\n"?|[.!?] "?|[.]" "?|[!?]" ")([a-z])')
AFTER_QUOTE = re.compile(r'([!?]" )([a-z][^.!?"]*)')
SPEAKING = re.compile(r"\b(asked|said|shouted|called|cried|whispered|wondered|answered|wanted|was the answer)\b")
ARTICLE = re.compile(r"\b([Aa]) (?=[aeiou]|hour|honest)(?!uni|use|one )")


def upper(match: re.Match) -> str:
    return match.group(1) + match.group(2).upper()


def tidy(text: str) -> str:
    """Spaces, capitals and articles of a finished document."""
    text = re.sub(r" {2,}", " ", text).replace(" \n", "\n").replace("\n ", "\n").strip()
    text = re.sub(r" ([.,!?])", r"\1", text)
    text = re.sub(r'\^("?)(\w)', lambda m: m.group(1) + m.group(2).upper(), text)
    text = SENTENCE_START.sub(upper, text)
    text = AFTER_QUOTE.sub(lambda m: m[1] + (m[2] if SPEAKING.search(m[2]) else m[2][0].upper() + m[2][1:]), text)
    return ARTICLE.sub(r"\1n ", text)


Maker = Callable[[Random], str]
