"""Which way a text places its tone marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.tone_styles import tone_styles
from newsroom.vietnamese import unify_tone_marks


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Hòa bình, thủy lợi", ["Hòa", "thủy"], []),
        ("Hoà bình, thuỷ lợi", [], ["Hoà", "thuỷ"]),
        ("KHỎE, KHOẺ", ["KHỎE"], ["KHOẺ"]),
        ("quý, quỳ, hoàn, khuỷu, toà-soạn", [], ["toà"]),
        ("hoa, oe, a1, 2020, lý", [], []),
        ("", [], []),
    ],
)
def test_open_syllables_in_oa_oe_uy_tell_the_style(text, old, new):
    assert tone_styles(text) == (old, new)


@given(st.text(alphabet="hòaoàtủyuỷqý .-1"))
def test_no_syllable_of_the_old_style_is_left_in_a_unified_text(text):
    old, _new = tone_styles(unify_tone_marks(text))

    assert old == []
