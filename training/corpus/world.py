"""Facts: story-1m's, more of the real world, and the people of Willow Bay, whom nobody else knows.

The invented ones can only come from this corpus, so what a model answers about them it learned here.
"""

from random import Random

from ..story_1m.corpus.engine import pick, tidy
from ..story_1m.corpus.facts import FACTS as FIRST
from ..story_1m.corpus.facts import PROBED, SHARE, pairs

CONTINENTS = """
France Europe | Italy Europe | Spain Europe | Greece Europe | Norway Europe | Poland Europe | Japan Asia | China Asia | India Asia
Nepal Asia | Vietnam Asia | Thailand Asia | Egypt Africa | Kenya Africa | Ghana Africa | Morocco Africa | Canada North_America
Mexico North_America | Peru South_America | Chile South_America | Brazil South_America | Argentina South_America
"""
DIETS = """
rabbit carrots | cow grass | horse hay | bear honey | mouse cheese | squirrel nuts | panda bamboo | cat fish | monkey bananas
lion meat | duck bread | hen grain | frog flies | sheep grass | caterpillar leaves | penguin fish
"""
PLURALS = """
mouse mice | child children | foot feet | tooth teeth | goose geese | man men | woman women | leaf leaves | wolf wolves
knife knives | box boxes | fox foxes | city cities | baby babies | sheep sheep | fish fish | story stories | shelf shelves
"""
PASTS = """
go went | see saw | eat ate | run ran | sing sang | take took | give gave | find found | come came | write wrote | drink drank
fly flew | begin began | know knew | swim swam | buy bought | think thought | bring brought | sleep slept | speak spoke
break broke | catch caught | draw drew | fall fell | teach taught | throw threw
"""
NUMERALS = """
one 1 | two 2 | three 3 | four 4 | five 5 | six 6 | seven 7 | eight 8 | nine 9 | ten 10 | eleven 11 | twelve 12 | thirteen 13
fourteen 14 | fifteen 15 | sixteen 16 | seventeen 17 | eighteen 18 | nineteen 19 | twenty 20 | thirty 30 | forty 40 | fifty 50
sixty 60 | seventy 70 | eighty 80 | ninety 90
"""
COMPARED = """
good better | bad worse | big bigger | small smaller | tall taller | fast faster | slow slower | hot hotter | old older
happy happier | heavy heavier | easy easier | long longer | warm warmer | far farther | strong stronger
"""
WORKPLACES = """
teacher school | doctor hospital | baker bakery | farmer farm | sailor ship | cook kitchen | librarian library | king castle
gardener garden | actor theater | judge court | scientist laboratory
"""
# who lives in Willow Bay: name, work, pet, color of the door, what they like to eat
WILLOW_BAY = """
Mr._Alder baker parrot blue soup | Mrs._Birch teacher cat yellow pancakes | Mr._Cole fisherman turtle green cheese
Mrs._Dale doctor pony white honey | Mr._Elm postman dog red apples | Mrs._Fern painter goose purple rice | Mr._Glen farmer donkey brown corn
Mrs._Hill pilot rabbit orange toast | Mr._Iver tailor hamster gray noodles | Mrs._Juno singer canary pink plums
Mr._Kent carpenter goat black potatoes | Mrs._Lake librarian owl silver tea | Mr._Moss gardener snail golden salad
Mrs._North captain seagull blue fish | Mr._Oak clockmaker mouse green nuts | Mrs._Pond nurse frog red jam
Mr._Quill writer hedgehog yellow bread | Mrs._Reed cook pig white pasta | Mr._Stone mason lizard gray beans
Mrs._Thorn florist butterfly pink berries | Mr._Vale shepherd lamb brown milk | Mrs._West judge crow black chocolate
Mr._York dentist fox orange carrots | Mrs._Zorn baker's_helper kitten golden muffins
"""
PLACES = """
The_lighthouse_of_Willow_Bay on_Gull_Rock | The_market_of_Willow_Bay on_Fridays | The_river_of_Willow_Bay the_Silver_Run
The_mayor_of_Willow_Bay Mrs._West | The_school_of_Willow_Bay next_to_the_mill | The_oldest_tree_in_Willow_Bay a_chestnut
The_ferry_of_Willow_Bay the_Blue_Heron | The_festival_of_Willow_Bay in_August | The_bridge_of_Willow_Bay made_of_stone
"""
PLACE_VERBS = {"market": "is", "river": "is called", "ferry": "is called"}


def villagers() -> list[list[str]]:
    cells = [cell.split() for line in WILLOW_BAY.strip().splitlines() for cell in line.split("|")]
    return [[word.replace("_", " ") for word in cell] for cell in cells]


def column(k: int) -> list[tuple[str, str]]:
    return [(row[0], row[k]) for row in villagers()]


def places() -> list[tuple[str, str]]:
    """`("The ferry of Willow Bay is called", "the Blue Heron")` and the like."""
    return [(f"{name} {next((v for k, v in PLACE_VERBS.items() if k in name), 'is')}", what) for name, what in pairs(PLACES)]


# kind: (pairs, phrasings, question), as in story-1m; the first phrasing is probed
WORLD: dict[str, tuple[list[tuple[str, str]], list[str], str | None]] = {
    "continent": (pairs(CONTINENTS), ["{0} is a country in {1}.", "{0} lies in {1}."], "Where is {0}?"),
    "diet": (pairs(DIETS), ["A {0} likes to eat {1}.", "Give some {1} to the {0}."], "What does a {0} eat?"),
    "plural": (pairs(PLURALS), ["One {0}, two {1}."], "What is the plural of {0}?"),
    "past": (pairs(PASTS), ["Today I {0}, yesterday I {1}.", "The past tense of {0} is {1}."], "What is the past tense of {0}?"),
    "numeral": (pairs(NUMERALS), ["The number {0} is written {1}.", "{1} is read {0}."], None),
    "compared": (pairs(COMPARED), ["It is {0}, but this one is {1}.", "The comparative of {0} is {1}."], None),
    "workplace": (pairs(WORKPLACES), ["A {0} works in a {1}.", "You will find the {0} in the {1}."], "Where does a {0} work?"),
    "work": (column(1), ["{0} is the {1} of Willow Bay.", "In Willow Bay, {0} works as a {1}."], "What is the work of {0}?"),
    "pet": (column(2), ["{0} has a {1}.", "The pet of {0} is a {1}."], "Which pet does {0} have?"),
    "door": (column(3), ["The door of {0} is {1}.", "{0} lives behind a {1} door."], "What color is the door of {0}?"),
    "dish": (column(4), ["{0} likes to eat {1}.", "The favorite food of {0} is {1}."], "What does {0} like to eat?"),
    "place": (places(), ["{0} {1}."], None),
}  # fmt: skip
INVENTED = ("work", "pet", "door", "dish", "place")

FACTS = FIRST | WORLD
SHARES = SHARE | {"continent": 4, "diet": 3, "plural": 3, "past": 5, "numeral": 5, "compared": 3, "workplace": 3, "work": 6,
                  "pet": 6, "door": 6, "dish": 6, "place": 2}  # fmt: skip
NAMES = list(FACTS)
WEIGHTS = [SHARES[kind] for kind in NAMES]


def answer(kind: str, pair: tuple[str, str]) -> str:
    right = pair[1]
    if kind == "use":
        return f"To {right}."
    if kind in ("young", "pet"):
        return f"A {right}."
    if kind in ("home", "workplace"):
        return f"In a {right}."
    return f"In {right}." if kind == "continent" else f"{right}."


def sentence(rng: Random, kind: str, pair: tuple[str, str]) -> str:
    return pick(rng, FACTS[kind][1], 1.2, 1.0).format(*pair)


def portrait_of_a_villager(rng: Random) -> str:
    name, work, pet, door, dish = rng.choice(villagers())
    said = [f"{name} is the {work} of Willow Bay.", f"{name} has a {pet}.", f"The door of {name} is {door}.", f"{name} likes to eat {dish}."]
    return tidy(" ".join(rng.sample(said, rng.randint(2, 4))))


def facts(rng: Random) -> str:
    """One to six facts of a kind, of several, questions with their answers, or all about one villager."""
    if rng.random() < 0.12:
        return portrait_of_a_villager(rng)
    kind = rng.choices(NAMES, WEIGHTS)[0]
    listed, _, question = FACTS[kind]
    count = rng.choice([1, 2, 3, 4, 6])
    if question and rng.random() < 0.25:
        chosen = rng.sample(listed, min(count, 4))
        return tidy("\n".join(f"Question: {question.format(*p)}\nAnswer: {answer(kind, p)}" for p in chosen))
    if rng.random() < 0.5:
        return tidy(" ".join(sentence(rng, kind, p) for p in rng.sample(listed, min(count, len(listed)))))
    kinds = rng.choices(NAMES, WEIGHTS, k=count)
    return tidy(" ".join(sentence(rng, kind, rng.choice(FACTS[kind][0])) for kind in kinds))


def probes(kinds: list[str] = NAMES) -> list[tuple[str, str]]:
    """Every fact of the kinds once: the prompt, and the continuation that counts as recalled."""
    asked = []
    for kind in kinds:
        listed, phrasings, _ = FACTS[kind]
        for pair in listed:
            text = tidy(phrasings[PROBED.get(kind, 0)].format(*pair))
            at = text.rindex(f" {pair[1]}")
            asked.append((text[:at], text[at:]))
    return asked
