import contextlib
import hashlib
import io
import re
from collections import Counter
from random import Random

import pytest

from training.corpus import KINDS, arithmetic, code, document, kind_of, world
from training.corpus.letters import letter
from training.corpus.recipes import recipe
from training.corpus.tokens import SEED
from training.corpus.weather import DAYS, weather_report

# of documents 0..999 from the family's seed; a new corpus wants new weights for every model of the family
DIGEST = "758528f3d43d553886ac1b25bd8f042641fa1f20678ffaa1ce9d1366afd487a9"


def written(maker, n: int = 200) -> list[str]:
    return [maker(Random(k)) for k in range(n)]


def test_the_corpus_is_the_one_the_weights_were_trained_on():
    text = "\0".join(document(SEED, i) for i in range(1000))
    assert hashlib.sha256(text.encode()).hexdigest() == DIGEST


def test_every_kind_of_text_occurs_and_a_document_knows_its_kind():
    kinds = Counter(kind_of(SEED, i) for i in range(1000))
    assert set(kinds) == set(KINDS)
    assert all(document(SEED, i).startswith("Weather for") for i in range(300) if kind_of(SEED, i) == "weather")


@pytest.mark.parametrize("mix", ["all", "drill"])
def test_no_template_syntax_is_left_behind(mix):
    for i in range(400):
        if kind_of(SEED, i, mix) in ("letter", "weather", "recipe", "facts"):
            assert not re.search(r"[\[\]{}|^@]|\s[.,!?]|[!?]\.|\.\.| {2}", document(SEED, i, mix)), document(SEED, i, mix)


@pytest.mark.parametrize("form", [form for form, _ in code.FORMS])
def test_a_program_prints_what_its_comment_says(form):
    for k in range(60):
        program, lines = form(Random(k))
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(program + ("pass" if program.endswith("else:\n") else ""), {})  # noqa: S102, the program is ours
        assert printed.getvalue().splitlines() == lines, program


def test_the_output_stands_behind_a_number_sign():
    for text in written(code.program):
        assert re.search(r"\n?# ?\S", text), text


def test_every_sum_is_right():
    for text in written(arithmetic.sums):
        for a, sign, b, c in re.findall(r"(\d+) ([+x-]) (\d+) = (\d+)", text):
            assert eval(f"{a} {sign.replace('x', '*')} {b}") == int(c), text


def test_pairs_that_are_left_out_are_never_written_but_are_probed():
    pairs = {(int(a), int(b)) for text in written(arithmetic.sums, 2000) for a, b in re.findall(r"(\d+) [+-] (\d+) =", text)}
    assert len(pairs) > 3000 and not any(arithmetic.is_left_out(*pair) for pair in pairs)
    for prompt, _ in arithmetic.probes()["two digits, never written"]:
        a, _, b, _ = prompt.split()
        assert arithmetic.is_left_out(int(a), int(b))


def test_both_sums_with_and_without_a_carry_occur():
    pairs = [tuple(map(int, found)) for text in written(arithmetic.sums) for found in re.findall(r"(\d\d) \+ (\d\d) =", text)]
    carries = [a % 10 + b % 10 >= 10 for a, b in pairs]
    assert 0.2 < sum(carries) / len(carries) < 0.8


def test_a_recipe_lists_what_its_steps_use():
    for text in written(recipe):
        listed = set(re.findall(r"^- .*?(\w+)$", text, re.MULTILINE))
        steps = " ".join(line for line in text.splitlines() if re.match(r"\d\. ", line))
        for verb_object in re.findall(r"(?:Add|in|and|mix|Mix) the (\w+)", steps):
            assert verb_object in listed | {"bowl", "salad"}, text


def test_a_weather_report_compares_correctly():
    for text in written(weather_report):
        degrees = [int(n) for n in re.findall(r"(\d+) degrees(?:,|\.)(?! \w+er than)", text)]
        for now, apart, word in re.findall(r"with (\d+) degrees, (\d+) degrees? (warmer|colder)", text):
            before = int(now) - int(apart) if word == "warmer" else int(now) + int(apart)
            assert before in degrees, text
        named = [day for day in re.findall(r"\w+day", text)]
        assert set(named) <= set(DAYS)


def test_a_letter_is_signed_by_somebody_else_than_it_greets():
    for text in written(letter):
        greeting, *_, name = text.splitlines()
        assert not greeting.endswith(f" {name},"), text


def test_a_fact_of_willow_bay_has_one_answer_and_stands_in_no_other_corpus():
    for kind in world.INVENTED:
        asked = world.probes([kind])
        assert len(dict(asked)) == len(asked) > 5
    assert dict(world.probes())["Mr. Alder has a"] == " parrot."
    assert dict(world.probes())["The ferry of Willow Bay is called"] == " the Blue Heron."


def test_a_prompt_of_a_fact_has_one_answer():
    answers: dict[str, set[str]] = {}
    for prompt, answer in world.probes():
        answers.setdefault(prompt, set()).add(answer)
    assert not {prompt: found for prompt, found in answers.items() if len(found) > 1}
