"""Recipes: the steps use what the list of ingredients names, and nothing else."""

from random import Random

from ..story_1m.corpus.engine import pick, tidy

# a dish, and what it is made of above all
BAKED = [("apple pie", "apples"), ("lemon cake", "lemons"), ("cherry tart", "cherries"), ("nut bread", "nuts"), ("berry muffins", "berries"),
         ("carrot cake", "carrots"), ("plum cake", "plums"), ("honey cookies", "honey"), ("banana bread", "bananas"), ("cheese buns", "cheese")]  # fmt: skip
SOUPS = [("tomato soup", "tomatoes"), ("potato soup", "potatoes"), ("carrot soup", "carrots"), ("pea soup", "peas"), ("corn soup", "corn"),
         ("onion soup", "onions"), ("bean soup", "beans"), ("mushroom soup", "mushrooms")]  # fmt: skip
SALADS = [("fruit salad", "apples"), ("tomato salad", "tomatoes"), ("bean salad", "beans"), ("potato salad", "potatoes"),
          ("pear salad", "pears"), ("cucumber salad", "cucumbers")]  # fmt: skip
AMOUNTS = {"flour": "{n} cups of flour", "sugar": "{n} spoons of sugar", "butter": "{n} spoons of butter", "milk": "{n} cups of milk",
           "eggs": "{n} eggs", "salt": "a little salt", "cinnamon": "a little cinnamon", "cream": "{n} spoons of cream",
           "water": "{n} cups of water", "oil": "{n} spoons of oil", "pepper": "a little pepper", "herbs": "some fresh herbs",
           "honey": "{n} spoons of honey", "cheese": "{n} slices of cheese", "vinegar": "{n} spoons of vinegar"}  # fmt: skip


def amount(rng: Random, ingredient: str) -> str:
    return AMOUNTS.get(ingredient, "{n} " + ingredient).format(n=rng.randint(2, 6))


def write(rng: Random, dish: str, ingredients: list[str], steps: list[str]) -> str:
    listed = "\n".join(f"- {amount(rng, x)}" for x in rng.sample(ingredients, len(ingredients)))
    numbered = "\n".join(f"{k}. {step}" for k, step in enumerate(steps, 1))
    people = rng.choice(["", f" for {rng.randint(2, 6)}"])
    return tidy(f"Recipe: {dish}{people}\n{listed}\n{numbered}")


def baked(rng: Random) -> str:
    dish, main = pick(rng, BAKED)
    dry = rng.sample(["sugar", "salt", "cinnamon"], rng.randint(1, 2))
    wet = rng.sample(["butter", "milk", "eggs", "cream"], 2)
    prepared = pick(rng, [f"Cut the {main} into small pieces.", f"Wash the {main}."]) if main not in ("honey", "cheese") else f"Take the {main}."
    steps = [
        pick(rng, [f"Mix the flour and the {' and the '.join(dry)}.", f"Put the flour in a bowl and add the {' and the '.join(dry)}."]),
        pick(rng, [f"Add the {wet[0]} and the {wet[1]}.", f"Stir in the {wet[0]}, then the {wet[1]}."]),
        prepared + f" Add the {main} to the bowl.",
        f"Bake it for {pick(rng, ['thirty', 'forty', 'twenty', 'fifty'])} minutes.",
        pick(rng, ["Let it cool.", "Eat it while it is warm.", "Share it with a friend."]),
    ]
    return write(rng, dish, ["flour", main, *dry, *wet], steps)


def soup(rng: Random) -> str:
    dish, main = pick(rng, SOUPS)
    fat = rng.choice(["butter", "oil"])
    seasoning = rng.sample(["salt", "pepper", "herbs", "cream"], 2)
    steps = [
        f"Wash the {main} and cut them up." if main != "corn" else "Wash the corn.",
        f"Heat the {fat} in a big pot and add the {main}.",
        f"Add the water and cook it for {pick(rng, ['twenty', 'thirty', 'ten', 'forty'])} minutes.",
        f"Stir in the {seasoning[0]} and the {seasoning[1]}.",
        pick(rng, ["Serve it hot.", "Eat it with bread.", "Taste it before you serve it."]),
    ]
    return write(rng, dish, [main, fat, "water", *seasoning], steps)


def salad(rng: Random) -> str:
    dish, main = pick(rng, SALADS)
    sweet = dish in ("fruit salad", "pear salad")
    dressing = rng.sample(["honey", "cream", "sugar"] if sweet else ["oil", "vinegar", "salt", "pepper"], 2)
    other = rng.choice(["nuts", "cheese", "berries"] if sweet else ["onions", "herbs", "cheese"])
    steps = [
        f"Wash the {main} and cut them into slices.",
        f"Put the {main} and the {other} in a bowl.",
        f"Mix the {dressing[0]} and the {dressing[1]} in a cup.",
        pick(rng, ["Pour it over the salad and stir.", "Add it to the bowl and wait ten minutes."]),
    ]
    return write(rng, dish, [main, other, *dressing], steps)


def recipe(rng: Random) -> str:
    return rng.choices([baked, soup, salad], [5, 3, 3])[0](rng)
