"""True facts, each kind in several phrasings.

A phrasing holds `{0}` and `{1}`, the answer. Recall is measured on the first phrasing of a kind, unless `PROBED` says otherwise.
"""

CAPITALS = """
France Paris | Italy Rome | Spain Madrid | Japan Tokyo | China Beijing | Germany Berlin | England London | Egypt Cairo
Russia Moscow | Greece Athens | Canada Ottawa | India New_Delhi | Portugal Lisbon | Austria Vienna | Poland Warsaw
Ireland Dublin | Norway Oslo | Sweden Stockholm | Denmark Copenhagen | Finland Helsinki | Cuba Havana | Peru Lima
Kenya Nairobi | Chile Santiago | Thailand Bangkok | Hungary Budapest | Belgium Brussels | Australia Canberra
Mexico Mexico_City | South_Korea Seoul | Turkey Ankara | Vietnam Hanoi | Iceland Reykjavik | Nepal Kathmandu
"""
SOUNDS = """
dog barks | cat meows | cow moos | duck quacks | sheep bleats | lion roars | horse neighs | bee buzzes | frog croaks
owl hoots | wolf howls | snake hisses | mouse squeaks | pig oinks | bird sings | hen clucks | donkey brays
"""
YOUNG = """
dog puppy | cat kitten | cow calf | sheep lamb | horse foal | duck duckling | pig piglet | bear cub | lion cub
hen chick | goat kid | frog tadpole | deer fawn | swan cygnet | kangaroo joey | goose gosling
"""
COLORS = """
grass green | snow white | coal black | blood red | milk white | gold yellow | chocolate brown | salt white
"""
MANY_COLORS = """
bananas yellow | carrots orange | lemons yellow | tomatoes red | leaves green | strawberries red | clouds white
elephants gray | flamingos pink | frogs green
"""
HOMES = """
bird nest | bee hive | spider web | dog kennel | bear den | horse stable | pig sty | king castle | rabbit burrow
"""
LEGS = """
dog four | cat four | bird two | spider eight | bee six | horse four | ant six | fish no | snake no | hen two
"""
OPPOSITES = """
hot cold | big small | up down | day night | happy sad | old young | fast slow | open closed | wet dry | full empty
left right | hard soft | early late | tall short | good bad | black white | loud quiet | clean dirty | long short
light dark | strong weak | rich poor | first last | high low | inside outside | love hate | always never | easy difficult
near far | awake asleep | thick thin | sweet sour | begin end | true false
"""
MONTHS = "January February March April May June July August September October November December"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
USES = """
key open_a_door | pen write | knife cut_bread | umbrella stay_dry_in_the_rain | broom sweep_the_floor | clock tell_the_time
spoon eat_soup | bed sleep | cup drink_tea | needle sew | ladder climb_up | lamp light_a_room | towel dry_your_hands
map find_the_way | hammer hit_a_nail | oven bake_bread | boat cross_the_water | brush paint | scale weigh_things
camera take_pictures | shovel dig_a_hole | soap wash_your_hands | bell make_a_sound | kettle boil_water | ruler measure_a_line
"""
SENSES = "eyes see | ears hear | nose smell | tongue taste | hands touch | legs walk | teeth chew"
MADE = """
bread flour | cheese milk | paper wood | glass sand | butter milk | ice water | wine grapes | jam fruit | chocolate cocoa
"""
PLAIN = [
    ("The sun rises in the", "east"), ("The sun sets in the", "west"), ("Ice melts when it gets", "warm"),
    ("Water turns into ice when it is very", "cold"), ("The moon goes around the", "earth"), ("The earth goes around the", "sun"),
    ("Honey is made by", "bees"), ("Milk comes from", "cows"), ("Eggs come from", "hens"), ("Wool comes from", "sheep"),
    ("A week has seven", "days"), ("A year has twelve", "months"), ("A triangle has three", "sides"), ("A square has four", "sides"),
    ("A bike has two", "wheels"), ("A car has four", "wheels"), ("A day has twenty-four", "hours"), ("An hour has sixty", "minutes"),
    ("A minute has sixty", "seconds"), ("The season after winter is", "spring"), ("The season after spring is", "summer"),
    ("The season after summer is", "autumn"), ("The season after autumn is", "winter"), ("The largest animal in the sea is the blue", "whale"),
    ("The tallest animal on land is the", "giraffe"), ("The largest animal on land is the", "elephant"), ("Fish live in", "water"),
    ("Plants need water and", "light"), ("At night we can see the moon and the", "stars"), ("A rainbow has seven", "colors"),
]  # fmt: skip


def pairs(table: str) -> list[tuple[str, str]]:
    """`"a b | c d_e"` to `[("a", "b"), ("c", "d e")]`; lines separate too."""
    cells = [cell.split() for line in table.strip().splitlines() for cell in line.split("|")]
    return [(left.replace("_", " "), right.replace("_", " ")) for left, right in cells]


def chain(names: str) -> list[tuple[str, str]]:
    """Each name with the one that follows it, the last with the first."""
    listed = names.split()
    return list(zip(listed, listed[1:] + listed[:1]))


# kind: (pairs, phrasings, question); questions are asked in dialogues and lists as well
FACTS: dict[str, tuple[list[tuple[str, str]], list[str], str | None]] = {
    "capital": (pairs(CAPITALS), [
        "The capital of {0} is {1}.", "{1} is the capital of {0}.", "The capital city of {0} is called {1}.",
        "If you go to {0}, visit {1}, the capital.",
    ], "What is the capital of {0}?"),
    "sound": (pairs(SOUNDS), ["A {0} {1}.", "The {0} {1}.", "Listen, the {0} {1}."], None),
    "young": (pairs(YOUNG), [
        "A baby {0} is called a {1}.", "A {1} is a baby {0}.", "A young {0} is a {1}.",
    ], "What is a baby {0} called?"),
    "color": (pairs(COLORS), ["The color of {0} is {1}.", "{0} is {1}.", "Everyone knows that {0} is {1}."],
        "What color is {0}?"),
    "colors": (pairs(MANY_COLORS), ["The color of {0} is {1}.", "Most {0} are {1}."], None),
    "home": (pairs(HOMES), ["A {0} lives in a {1}.", "The home of a {0} is a {1}."], "Where does a {0} live?"),
    "legs": (pairs(LEGS), ["A {0} has {1} legs.", "The {0} has {1} legs."], "How many legs does a {0} have?"),
    "opposite": (pairs(OPPOSITES), [
        "The opposite of {0} is {1}.", "{0} is the opposite of {1}.", "{0} and {1} are opposites.",
    ], "What is the opposite of {0}?"),
    "month": (chain(MONTHS), ["The month after {0} is {1}.", "{0} comes before {1}.", "After {0} comes {1}."],
        "Which month comes after {0}?"),
    "day": (chain(DAYS), ["The day after {0} is {1}.", "{0} comes before {1}.", "After {0} comes {1}.",
        "If today is {0}, tomorrow is {1}."], "Which day comes after {0}?"),
    "use": (pairs(USES), ["We use a {0} to {1}.", "A {0} is used to {1}.", "You need a {0} to {1}."],
        "What is a {0} for?"),
    "sense": (pairs(SENSES), ["We use our {0} to {1}.", "With our {0} we {1}."], None),
    "made": (pairs(MADE), ["We make {0} from {1}.", "{0} is made from {1}.", "You need {1} to make {0}."], None),
    "plain": (PLAIN, ["{0} {1}."], None),
}  # fmt: skip

SHARE = {"capital": 9, "sound": 4, "young": 4, "color": 2, "colors": 2, "home": 2, "legs": 3, "opposite": 7,
         "month": 3, "day": 3, "use": 6, "sense": 1, "made": 2, "plain": 7}  # fmt: skip

PROBED = {"sound": 2}  # "The dog" may go on in many ways, "Listen, the dog" in one
