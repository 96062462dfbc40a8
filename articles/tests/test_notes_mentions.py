"""Names after an @, in any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.notes.mentions import find_mentions, key_of
from newsroom.vietnamese import nfc

NAMES = {
    key_of(name): whom
    for name, whom in {
        "thuky": 1,
        "Nguyễn Văn Mẫu": 2,
        "Nguyễn Văn Mẫu Hai": 3,
        "Đinh Thị Ví Dụ": 4,
        "mau.ba": 5,
    }.items()
}


def whom(text: str) -> list[int]:
    return [mention.whom for mention in find_mentions(nfc(text), NAMES)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@thuky xem giúp", [1]),
        ("Nhờ @ThuKy.", [1]),
        ("Anh @Nguyễn Văn Mẫu, chị @Đinh Thị Ví Dụ", [2, 4]),
        ("@nguyen van mau hai và @dinh thi vi du", [3, 4]),
        ("@Nguyễn Văn Mẫu Hai ơi", [3]),
        ("@Nguyễn Văn Mẫu hai lần", [3]),
        ("(@mau.ba)", [5]),
        ("@thukyhai", []),
        ("thư tới ai@thuky", []),
        ("@@thuky", [1]),
        ("@ thuky", []),
        ("@Nguyễn Văn", []),
        ("", []),
    ],
)
def test_names_are_read_with_and_without_accents(text, named):
    assert whom(text) == named


texts = st.text() | st.lists(
    st.sampled_from(["@", " ", "thuky", "Nguyễn Văn Mẫu", " Hai", "Đinh Thị Ví Dụ", ".", "x", "\n", "́"])
).map("".join)


@given(texts)
def test_in_any_text_what_is_found_is_an_at_and_a_name_in_order_and_apart(text):
    text = nfc(text)
    end = 0
    for mention in find_mentions(text, NAMES):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start] == "@"
        assert NAMES[key_of(text[mention.start + 1 : mention.end])] == mention.whom
        end = mention.end


@given(texts, st.sampled_from(list(NAMES)))
def test_a_name_after_any_text_is_found(text, name):
    assert whom(f"{text} @{name}")[-1] == NAMES[name]


@given(texts)
def test_without_people_nobody_is_named(text):
    assert find_mentions(nfc(text), {}) == []
