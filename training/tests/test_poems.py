import io
import json
import tarfile

import pytest

from training.poems import source, verse
from training.poems.settings import SPLIT
from training.tokenizer import decode, encode_text, train_tokenizer

FIVE = "床前明月光，疑是地上霜。举头望明月，低头思故乡。"
SEVEN = "朝辞白帝彩云间，千里江陵一日还。两岸猿声啼不住，轻舟已过万重山。"


@pytest.mark.parametrize("text", [FIVE, SEVEN])
def test_four_lines_of_equal_length_are_regulated(text):
    assert verse.is_regulated(verse.lines_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "床前明月光，疑是地上霜。",  # two lines
        FIVE.replace("明月光", "月光"),  # one line too short
        FIVE.replace("霜", "□"),  # a character that is lost
        "关关雎鸠，在河之洲。窈窕淑女，君子好逑。",  # four characters
    ],
)
def test_anything_else_is_not(text):
    assert not verse.is_regulated(verse.lines_of(text))


def test_a_poem_is_written_a_couplet_a_line_and_can_be_read_back():
    written = verse.write(verse.lines_of(FIVE))
    assert written.splitlines() == ["床前明月光，疑是地上霜。", "举头望明月，低头思故乡。"]
    assert verse.lines_of(written) == verse.lines_of(FIVE)


def test_a_poem_with_a_rare_character_is_left_out_and_doubles_are_dropped():
    common, rare = verse.lines_of(FIVE), verse.lines_of(FIVE.replace("霜", "龘"))
    n = len(verse.common_characters([common], 100))
    assert verse.select([common, common, rare], n) == [common]


def test_lines_of_a_sample_are_counted_but_for_one_that_was_cut_off():
    assert verse.has_right_lengths(verse.write(verse.lines_of(FIVE)))
    assert verse.has_right_lengths("床前明月光，疑是地")
    assert not verse.has_right_lengths("床前明月光，疑是地上的白霜")
    assert not verse.has_right_lengths("床前明月光，地上霜。")
    assert not verse.has_right_lengths("")


def test_a_common_character_is_one_token_and_none_holds_two():
    tokenizer = train_tokenizer([FIVE, SEVEN] * 5, 400, SPLIT)
    assert len(encode_text(tokenizer, "明月")) == 2
    assert decode(tokenizer, encode_text(tokenizer, "明月，龘")) == "明月，龘"


def archive(path, name: str, poems: list[dict]):
    content = json.dumps(poems).encode()
    with tarfile.open(path, "w:gz") as tar:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        tar.addfile(info, io.BytesIO(content))
    return path


def test_poems_are_read_in_simplified_characters_and_errors_are_passed_over(tmp_path):
    poem = [{"title": "靜夜思", "author": "李白", "paragraphs": ["床前明月光，疑是地上霜。", "舉頭望明月，低頭思故鄉。"]}]
    good = archive(tmp_path / "good.tgz", "package/dist/quantangshi/poet.tang.0.json", poem)
    assert list(source.read_poems(good)) == [verse.lines_of(FIVE)]
    bad = archive(tmp_path / "bad.tgz", "package/dist/quantangshi/error/poet.tang.0.json", poem)
    assert list(source.read_poems(bad)) == []


def test_an_archive_that_is_not_the_published_one_is_refused(tmp_path):
    (tmp_path / source.ARCHIVE).write_bytes(b"something else")
    with pytest.raises(ValueError, match="is not chinese-poetry@2.0.1"):
        source.fetch(tmp_path)
