"""Short forms: dialogues, portraits, word problems, lists and recipes."""

from random import Random

from . import words
from .engine import pick, tidy
from .stories import new_scene, tell

DIALOGUES = [
    '''"[Where are you going|What are you doing|Why are you so {sad}|What is that|Who are you|Why are you here|Are you lost|Do you like {foods_mass}]?" asked {g2}.
["I am going to {places}," said {h}.|"I am looking for my {x:toys}," said {h}.|"My name is {h}," said {h}. "I live {homes}."|"I am {sad}," {h} said. "I lost my {x:toys}."|"I want to {activities}," {h} [said|answered].]
["May I come with you?" asked {g2}.|"I can help you," said {g2}.|"{h} is a nice name," said {g2}.|"That is a long way," {g2} said. "Be careful."]
["Yes, please," said {h}. "Let us go together."|"Thank you," said {h}. "You are very {characters}."|"No, thank you," said {h}. "I want to do it alone."] [So they went to {places} together.|And so {h} and {g2} became friends.|They talked until the sun was {sun_states}.|{g2} smiled and gave {h} a {treasures}.|]''',
    '''"[Mom|Dad|Grandma|Grandpa], [can I go outside|may I have some {foods_mass}|can we go to {places}|can I have a {pets}|may I play with {f}|can you help me]?" asked {h}.
["Not now," was the answer. "First, [eat your {foods_mass}|clean your room|put on your {clothes}|help me in the {rooms}]."
["But I do not want to," said {h}.|"All right," said {h}.|"I will," {h} said.]|"Yes, you can," was the answer. "But [be careful|come home before dark|put on your {clothes}|take {f.name} with you]."
["Thank you!" said {h}.|"I will," said {h}.|"I promise," {h} said.]|"Why do you want that?"
"[Because I like it|Because I am hungry|Because it is fun|Everyone does it]," said {h}. "Please!"] [{h} [ran to {places}|went to the {rooms}|put on a {clothes.full}|smiled].|Soon {h} was playing in the {outdoors}.|So they went to {places} together and had a [good|lovely|wonderful] time.]''',
    '''"What do you want to be when you grow up?" asked {g2}.
"I want to be a {j}," said {h}. "A {j} {j.duty}."
["That is hard work," said {g2}.|"Why?" asked {g2}.|"You will be a good {j}," said {g2}.] ["I know," said {h}. "But I like to help."|"Because I like it," said {h}.|{h} smiled.]''',
    '''{h} and {f} [sat in the {outdoors}|walked through the {outdoors}|looked at the sky|were in the {rooms}]. "[What is your favorite color|What do you like to eat|What do you want to do|What did you dream last night]?" asked {f}.
["My favorite color is {y:colors}," said {h}. "I like {y} because my {x:toys} is {y}."|"I like {foods_mass} and {foods_mass}," said {h}.|"I want to {activities}," said {h}.|"I dreamed of a {x:finds.full}," said {h}. "It was {hiding_places}."]
["I like that too," said {f}.|"Really?" said {f}. "I do not like that at all."|"That is funny," {f} said and laughed.|"Me too!" said {f}.] [They laughed.|Then they went to {places}.|"Let us go home," said {h}. "It is getting dark."|"You are a good friend," said {h}.]''',
    '''"Knock, knock!" "Who is there?" asked {h}. "It is me, {f.name}," said {f}. "[It is cold outside|I brought some {foods_mass}|I have a {x:finds.full} for you|Do you want to play]."
{h} opened the door. ["Come in," said {h}.|"What a surprise!" said {h}.|"I am so {happy} to see you," {h} said.] [They drank {drinks} and ate {foods_mass}.|They played with the {toys} all day.|{f} put a {treasures} on the table.]''',
    '''"Do you know [why the sun was {sun_states}|where the {x:small_animals} lives|how to {skills}|what is in the {c:containers}]?" asked {g2}.
"[No, I do not know|No, but I want to know|Yes, I do|I am not sure]," said {h}. ["Let us find out," said {g2}.|"Then come with me," {g2} said.|"I will show you," said {g2}.] [They went to {places} and [looked|waited|asked {f}].|{h} was very {happy}.|It took a long time, but now {h} knows.]''',
]  # fmt: skip

SCHOOL = [
    '"{q}" asked the teacher. "{q.answer}," said {h}. "[That is right|Very good|Well done|Correct]," said the teacher.',
    '{f} asked {h}, "{q}" {h} thought for a moment. "{q.answer}," {h.he} said. [{f} was {happy}.|"You are so clever," said {f}.|]',
]

PORTRAITS = [
    "{h} is a {hero_kind}. {h.he} lives {homes}. {h.he} likes to {activities} and {activities}. [{h.his} favorite food is {foods_mass}.|{h.his} favorite color is {colors}.|{h.he} has a {pets.full} and a {toys.full}.] [{h.he} is [never|always|often|sometimes] {characters}.|{h.he} is afraid of {fears}.|Every {times}, {h.he} goes to {places}.]",
    "This is my {x:pets}. It is {y:colors} and {sizes}. It likes to [sleep|play|eat|run] {hiding_places}. [I love my {x}.|Its name is {animal_names}.|My {x} is my best friend.|It does not like {fears}.]",
    "A {j} {j.duty}. {h} wants to be a {j} [too|one day|when {h.he} grows up]. [{h.his} [uncle|aunt|neighbor] is a {j}.|{h} is very {characters}, so {h.he} will be a good {j}.|]",
    "The sun was {sun_states}. [It was a {weather} {times}|The sky was {@sky}|A {weather} wind blew through the {outdoors}]. [In the {outdoors}, a {small_animals.full} was [sleeping|singing|looking for food|waiting].|Children played near the {outdoors}.|{h} sat under a tree and [read a book|ate a {foods}|listened to the birds].] [Nobody was in a hurry.|It was very quiet.|Then it began to rain, and everyone ran home.|It was a good day to {activities}.]",
    "In the {rooms}, there is a {a:containers.full}. In the {a}, there is a {x:finds.full}. [The {x} belongs to {h}.|Nobody knows who put the {x} there.|{h} has not seen it yet.] [Next to the {a}, there is a {treasures.full}.|One day, {h} will open the {a} and find the {x}.|]",
    "{h} opened the {c:containers} and found a {x:finds.full}. [It was a gift from {m}.|{h.he} had been looking for it all day.|The {x} was {looks}.|\"Whose {x} is this?\" {h.he} asked.] [\"It is mine,\" said {f}. \"But you can have it.\"|{h} put it back and closed the {c}.|{h} showed it to {f}, and they both laughed.|{h} took the {x} and ran to {places}.|But nobody knew where the {x} came from.]",
    "My name is {h}. I live {homes}. I like to {activities}. [I do not like {fears}.|My best friend is called {animal_names}.|Today I am very {happy}.] [I have a {toys.full}.|I want to learn how to {skills}.|In the morning, I drink {drinks} and eat {foods_mass}.]",
]  # fmt: skip

LISTS = [
    "How to make a {x:baked}:\n1. Take some {a:ingredients}, {ingredients} and {ingredients}.\n2. Put the {a} in a {sizes} bowl.\n3. [Mix everything well|Add some {ingredients} and mix|Add a cup of {drinks}].\n4. [Bake it for {numbers_big} minutes|Put it in the oven and wait|Cook it slowly].\n5. [Let it cool|Share it with a friend|Eat it while it is warm].",
    "Shopping list:\n- {ingredients}\n- {foods_mass}\n- {fruits}\n- {drinks}[\n- {ingredients}|]",
    "Things to take to {places}:\n- a {clothes.full}\n- a {toys.full}\n- some {foods_mass}\n- a bottle of {drinks}",
    "{h}'s plan for [Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday]:\n1. Go to {places}.\n2. [Play with {f}|Help {m}|Read a book].\n3. {activities}.\n4. [Go to bed early|Eat {foods_mass}|Write a letter].",
]  # fmt: skip


def render_any(rng: Random, templates: list[str]) -> str:
    scene = new_scene(rng)
    hero = scene.things["h"]
    scene.bind("hero_kind", text=f"{pick(rng, words.CHARACTERS)} {hero['kind']}")
    scene.bind("numbers_big", text=pick(rng, ["ten", "twenty", "thirty", "forty"]))
    kinds = pick(rng, [words.ANIMALS, words.ADULTS_F, words.ADULTS_M], 0.8, 1.0)
    scene.bind("g2", text=f"the {pick(rng, kinds)}")
    return tell(scene, pick(rng, templates, 0.4, 2.0))


def dialogue(rng: Random) -> str:
    if rng.random() < 0.15:
        return tidy(new_scene(rng).render(pick(rng, SCHOOL)))
    return tidy(render_any(rng, DIALOGUES))


def portrait(rng: Random) -> str:
    return tidy(render_any(rng, PORTRAITS))


def listing(rng: Random) -> str:
    return tidy(render_any(rng, LISTS))


def word_problem(rng: Random) -> str:
    """A sum told as a story of three sentences."""
    a, b = rng.randint(2, 9), rng.randint(1, 9)
    gains = rng.random() < 0.5 or b > a - 2
    if not gains and rng.random() < 0.5:
        middle = "{h.he} gave {f} {b}."
    else:
        middle = "[Then |]{f} " + ("gave {h.him} {b} more." if gains else "took {b} of them.")
    scene = new_scene(rng)
    for name, number in (("a", a), ("b", b), ("c", a + b if gains else a - b)):
        scene.bind(name, text=str(number))
    template = "{h} had {a} {x:countable}. " + middle + " [How many {x} did {h} have then? |]Now {h} had {c} {x}."
    return tidy(scene.render(template))
