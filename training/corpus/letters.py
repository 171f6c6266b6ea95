"""Short letters: who writes, to whom, and what about stays the same from greeting to name."""

from random import Random

from ..story_1m.corpus.engine import pick, tidy
from ..story_1m.corpus.stories import new_scene, tell

TOPICS = [
    "Thank you for the {x:treasures.full}. [I like it very much|It is the best gift I ever had|I was so {happy} when I opened the {containers}]. [The {x} is now {hiding_places}|I show the {x} to everyone|{m.name} likes the {x} too]. [I will visit you soon|Please visit me soon|Do you want to {activities} with me on {day}?].",
    "Would you like to come to {p:places} with me on {day}? We can {activities} and {activities} there. [I will bring some {foods_mass}|{m.name} will come too|Please bring your {toys}]. [I hope you can come|I will wait for you at {p}|It will be a lot of fun].",
    "I am at {p:places} with {m.name}. The weather is {weather} and the sun is {sun_states}. Yesterday we saw a {x:small_animals.full}. [The {x} was {hiding_places}|The {x} was not afraid of us|{m.name} gave the {x} some {foods_mass}]. [I miss you|I will be home on {day}|I wish you were here].",
    "I am sorry that I lost your {x:toys}. [I looked for the {x} everywhere|The {x} was not {hiding_places}|I was not careful]. [I will give you my {toys.full}|I will buy you a new {x}|Please do not be {sad}]. [Can we still be friends?|I hope we are still friends|I will be more careful next time].",
    "Something funny happened today. [I went to {places} and|On the way to {places}, I] found a {x:finds.full}. [I asked everyone, but nobody knew whose {x} it was|The {x} was {hiding_places}|{m.name} said that the {x} belongs to the {g.bare}]. [What should I do with the {x}?|I will keep the {x} for you|Tomorrow I will show you the {x}].",
    "I have a new {x:pets}. It is {y:colors} and {sizes}. [Its name is {animal_names}|It has no name yet|It likes {foods_mass}]. [The {x} sleeps {hiding_places}|Every morning, the {x} wakes me up|My {x} can {skills}, I think]. [Come and see it on {day}|You will like my {x}|I am very {happy}].",
    "Today is my birthday. {m.name} made a {foods.full} for me, and I got a {x:toys.full}. [We played with the {x} all day|The {x} is {colors}|I like the {x} more than anything]. [I kept some of the {foods_mass} for you|Next year you must come|Thank you for your card].",
]  # fmt: skip
GREETINGS = ["Dear", "Hello", "My dear"]
ENDINGS = ["Love,", "Your friend,", "Best wishes,", "See you soon,"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def letter(rng: Random) -> str:
    scene = new_scene(rng)
    friend = scene.things["f"]
    name = friend["name"] if friend[""] == friend["name"] else pick(rng, ["Grandma", "Grandpa", "Mom", "Dad"])
    while name == scene.things["m"]["name"]:
        name = pick(rng, ["Grandma", "Grandpa", "Aunt Rosa", "Uncle Max"])
    scene.bind("day", text=rng.choice(DAYS))
    body = tell(scene, pick(rng, TOPICS, 0.3, 4.0)).replace("?.", "?")
    return tidy(f"{pick(rng, GREETINGS)} {name},\n{body}\n{pick(rng, ENDINGS)}\n{scene.things['h']['']}")
