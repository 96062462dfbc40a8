"""The same honours said otherwise are read the same: changes of wording that must not change a reading."""

import unicodedata

import pytest

from awards.extraction import Lexicon, extract
from awards.extraction.award_forms.lexicon import seeded_forms
from awards.extraction.measuring import CORPUS, FIELDS, read_corpus

LEXICON = Lexicon.of(seeded_forms())
# Openings of the plain shapes that a sentence does not capitalise when something stands before them.
COMMON = {
    "Hai",
    "Ba",
    "Bốn",
    "Nhiều",
    "Các",
    "Có",
    "Năm",
    "Trong",
    "Ông",
    "Bà",
    "Anh",
    "Chị",
    "Cô",
    "Đồng",
    "Với",
}
SHAPES = [
    passage.text
    for passage in read_corpus(CORPUS / "shapes.txt")
    if passage.statements and "\n" not in passage.text and ". " not in passage.text
]


def read(text: str) -> list[list]:
    return [[getattr(one, name) for name in FIELDS] for one in extract(text, LEXICON)]


def behind(opening: str):
    def changed(text: str) -> str:
        common = text.split(maxsplit=1)[0] in COMMON
        return opening + (text[0].lower() + text[1:] if common else text)

    return changed


def ending(clause: str):
    return lambda text: f"{text.removesuffix('.')}{clause}."


@pytest.fixture(scope="module")
def told():
    return {text: read(text) for text in SHAPES}


@pytest.mark.parametrize(
    "changed",
    [
        behind("Cụ thể, "),
        lambda text: unicodedata.normalize("NFD", f"“{text.removesuffix('.')}”, bà Trần Thị Giả cho biết."),
        ending(" vì đã có thành tích xuất sắc trong phong trào thi đua"),
    ],
)
def test_a_change_of_wording_changes_no_reading(changed, told):
    differ = [changed(text) for text in SHAPES if read(changed(text)) != told[text]]

    assert differ == []


def test_a_sentence_that_breaks_off_anywhere_is_read_without_a_fault():
    for number, text in enumerate(SHAPES):
        words = text.split()
        extract(" ".join(words[: 1 + (number * 7) % len(words)]), LEXICON)
