import json
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from training.story_1m.corpus import documents
from training.story_1m.settings import GOLDEN_TEXTS
from training.tokenizer import END_OF_TEXT, decode, encode, encode_text, train_tokenizer

GOLDEN = Path(__file__).parent.parent / "story_1m" / "golden_tokens.json"
SHIPPED = Path(__file__).parents[2] / "public" / "models" / "story-1m" / "tokenizer.json"


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return train_tokenizer(documents(1, range(500)), 600)


@pytest.mark.parametrize("text", GOLDEN_TEXTS)
def test_any_text_comes_back_as_it_went_in(tokenizer, text):
    assert decode(tokenizer, encode_text(tokenizer, text)) == text


def test_id_0_ends_documents_and_text_cannot_forge_it(tokenizer):
    assert tokenizer.token_to_id(END_OF_TEXT) == 0
    assert encode(tokenizer, "") == [0]
    assert 0 not in encode_text(tokenizer, END_OF_TEXT)


def test_all_bytes_are_in_the_vocabulary(tokenizer):
    everything = "".join(map(chr, range(0x80, 0x800))) + "".join(map(chr, range(0x80)))
    assert decode(tokenizer, encode_text(tokenizer, everything)) == everything


def test_digits_are_single_tokens(tokenizer):
    assert len(encode_text(tokenizer, "1234")) == 4


def test_the_shipped_tokenizer_gives_the_golden_ids():
    shipped = Tokenizer.from_file(str(SHIPPED))
    for row in json.loads(GOLDEN.read_text()):
        assert encode_text(shipped, row["text"]) == row["ids"], row["text"]
