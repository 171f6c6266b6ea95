"""Who is in a story: the hero, a friend, a parent, a grown-up."""

from random import Random

from . import words
from .engine import Scene, pick

PRONOUNS = {
    "f": {"he": "she", "him": "her", "his": "her", "himself": "herself"},
    "m": {"he": "he", "him": "him", "his": "his", "himself": "himself"},
}
PARENTS = [("Mom", "f"), ("Dad", "m"), ("Grandma", "f"), ("Grandpa", "m")]


def draw_name(rng: Random, gender: str, taken: set[str]) -> str:
    names = words.GIRLS if gender == "f" else words.BOYS
    while (name := pick(rng, names)) in taken:
        pass
    return name


def bind_hero(scene: Scene) -> None:
    """`h`: a child, an animal or something stranger, always with a name."""
    rng = scene.rng
    kinds = rng.choices([words.CHILDREN, words.ANIMALS, words.FANTASY], [50, 36, 14])[0]
    kind = pick(rng, kinds)
    gender = {"girl": "f", "princess": "f", "hen": "f", "fairy": "f", "boy": "m", "prince": "m", "wizard": "m"}.get(kind)
    gender = gender or rng.choice("fm")
    is_child = kinds is words.CHILDREN
    name = draw_name(rng, gender, set()) if is_child or rng.random() < 0.4 else pick(rng, words.ANIMAL_NAMES)
    scene.bind("h", text=name, name=name, kind=kind, **PRONOUNS[gender])


def bind_friend(scene: Scene) -> None:
    """`f`: another child by name, or an animal called by its kind ("the fox")."""
    rng, hero = scene.rng, scene.things["h"]
    gender = rng.choice("fm")
    if rng.random() < 0.6:
        name = draw_name(rng, gender, {hero[""]})
        word = pick(rng, ["friend", "friend", "sister" if gender == "f" else "brother", "neighbor"])
        scene.bind("f", text=name, name=name, kind=word, a=f"{hero['his']} {word} {name}", **PRONOUNS[gender])
        return
    while (kind := pick(rng, words.ANIMALS)) == hero["kind"]:
        pass
    adjective = pick(rng, ["", "", *words.CHARACTERS, *words.SIZES])
    scene.bind("f", text=f"the {kind}", name=kind, kind=kind, a=f"a {adjective} {kind}".replace("  ", " "), **PRONOUNS[gender])


def bind_grown_ups(scene: Scene) -> None:
    """`m`: a parent or grandparent; `g`: somebody met on the way."""
    rng, hero = scene.rng, scene.things["h"]
    name, gender = pick(rng, PARENTS, 1.0, 1.5)
    low = name.lower()
    scene.bind("m", text=pick(rng, [name, f"{hero['his']} {low}"]), name=name, kind=low, **PRONOUNS[gender])
    gender = rng.choice("fm")
    kind = pick(rng, words.ADULTS_F if gender == "f" else words.ADULTS_M)
    scene.bind("g", text=f"the {kind}", name=kind, kind=kind, a=f"a {kind}", **PRONOUNS[gender])


def cast(scene: Scene) -> Scene:
    bind_hero(scene)
    bind_friend(scene)
    bind_grown_ups(scene)
    return scene
