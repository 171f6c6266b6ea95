import hashlib
import re
from random import Random

import pytest

from training.story_1m.corpus import arithmetic, document, documents, is_held_out, knowledge
from training.story_1m.corpus.engine import parse, tidy
from training.story_1m.corpus.references import use_pronouns
from training.story_1m.corpus.stories import PLOTS, new_scene, tell

# of documents 0..1999 from seed 7, the corpus the shipped weights were trained on; a new corpus wants new weights
DIGEST = "6a81f6518c468f0acfbed69e9e78f0e2cebc257392e2b24310c4bea79a943129"


def digest(seed: int, n: int) -> str:
    return hashlib.sha256("\0".join(documents(seed, range(n))).encode()).hexdigest()


def test_the_corpus_is_the_one_the_weights_were_trained_on():
    assert digest(7, 2000) == DIGEST


def test_a_document_depends_on_seed_and_index_alone():
    assert document(3, 41) == list(documents(3, range(50)))[41]
    assert digest(1, 100) != digest(2, 100)


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_leaves_no_template_syntax_behind(name):
    for k in range(30):
        text = tidy(tell(new_scene(Random(f"{name}{k}")), PLOTS[name]))
        assert not re.search(r"[\[\]{}|^@]|\s[.,!?]|[.!?]{2}| {2}|\b[Aa] [aeio]", text), text


def test_held_out_documents_are_between_one_and_two_percent():
    share = sum(map(is_held_out, range(10_000))) / 10_000
    assert 0.01 <= share <= 0.02


def test_articles_capitals_and_spaces_are_tidied():
    assert tidy('he saw a apple . "yes!" ^she said.') == 'He saw an apple. "Yes!" She said.'
    assert tidy('"Why?" asked the fox.') == '"Why?" asked the fox.'
    assert tidy('"Why?" the fox ran.') == '"Why?" The fox ran.'


def test_an_unbalanced_template_is_named():
    with pytest.raises(ValueError, match="unbalanced bracket"):
        parse("a ] b")


def test_pronouns_replace_a_name_only_where_it_is_clear():
    hero = {"": "Lily", "he": "she"}
    texts = {use_pronouns("Lily ran. Lily fell. Tom saw it. Lily cried.", Random(k), hero, ["Tom"]) for k in range(20)}
    assert texts == {
        "Lily ran. Lily fell. Tom saw it. Lily cried.",
        "Lily ran. She fell. Tom saw it. Lily cried.",
    }


def test_every_sum_in_the_corpus_is_right():
    rng = Random(5)
    for text in (arithmetic.sums(rng) for _ in range(300)):
        for line in text.splitlines():
            left, right = line.replace("x", "*").split(" = ")
            assert eval(left) == int(right), line


def test_a_probe_is_a_sentence_of_the_corpus_cut_before_its_answer():
    asked = dict(knowledge.probes())
    assert asked["The capital of France is"] == " Paris."
    assert asked["The opposite of hot is"] == " cold."
    assert len(asked) > 150
