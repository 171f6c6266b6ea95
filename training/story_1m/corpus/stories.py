"""Stories: a cast, a plot, its beats; who has what is fixed by the scene's bindings."""

from random import Random

from . import plots_nature, plots_people, plots_things, rules, words
from .engine import Scene, pick, tidy
from .knowledge import question_and_answer
from .people import cast
from .references import use_pronouns

LEXICON = {name: entries for name, entries in vars(words).items() if name.isupper()}
RULES = rules.RULES | plots_things.RULES | plots_people.RULES | plots_nature.RULES
PLOTS = plots_things.PLOTS | plots_people.PLOTS | plots_nature.PLOTS


def bind_props(scene: Scene) -> None:
    """`r` something to mend, `t` a trap, `v` a noise, `j` a job, `q` a question, `n` numbers of a small sum."""
    rng = scene.rng
    thing, fix = pick(rng, words.REPAIRS)
    scene.bind("r", text=thing, fix=fix)
    place, tool = pick(rng, words.TRAPS)
    scene.bind("t", text=place, tool=tool)
    sound, animal = pick(rng, words.NOISES)
    scene.bind("v", text=sound, animal=animal)
    job, duty = pick(rng, words.JOBS)
    scene.bind("j", text=job, duty=duty)
    question, answer = question_and_answer(rng)
    scene.bind("q", text=question, answer=answer)
    have, cost = rng.randint(3, 12), rng.randint(1, 9)
    have = max(have, cost + 2)
    number = words.NUMBER_WORDS.__getitem__
    scene.bind("n", text="", have=number(have), cost=number(cost), left=number(have - cost))
    scene.things["g"]["bare"] = scene.things["g"]["kind"].removeprefix("old ")


def new_scene(rng: Random) -> Scene:
    scene = cast(Scene(rng, LEXICON, RULES))
    bind_props(scene)
    return scene


def tell(scene: Scene, template: str) -> str:
    scene.declare(template)
    return scene.render(template)


def story(rng: Random) -> str:
    scene = new_scene(rng)
    plot = pick(rng, list(PLOTS.values()), 0.3, 4.0).strip()
    breaks = rng.random() < 0.25
    text = tidy(tell(scene, plot if breaks else plot.replace("\n", " ")))
    others = [scene.things[name][""] for name in "fmg"] + list(words.ANIMAL_NAMES)
    return use_pronouns(text, rng, scene.things["h"], [name for name in others if name != scene.things["h"][""]])
