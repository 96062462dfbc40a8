"""Words that a story writes a little differently are followed; words that say something else are not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import publishing, working_copy
from articles.models import AuditEntry
from articles.tests.factories import make_article
from awards.block_texts import blocks_that_say
from awards.evidence import followed
from awards.light_edits import ADDING_NOTHING, lightly_edited
from awards.models import Evidence
from awards.tests.factories import make_event, make_organisation, prove

QUOTE = "Năm 2015, 7 tập thể và Cục Hải quan Hòa Bình được tặng Huân chương Lao động hạng Nhất (giai đoạn 2010 – 2015)"
OTHER = "Hội nghị còn bàn về công tác thu ngân sách và chống buôn lậu của năm sau."
WORDS = QUOTE.split()


@pytest.mark.parametrize(
    "edited",
    [
        "năm 2015 7 tập thể và cục Hải quan Hoà Bình được tặng huân chương Lao động hạng Nhất, giai đoạn 2010-2015.",
        "Năm 2015 này, 7 tập thể cùng Cục Hải quan Hòa Bình đã được tặng Huân chương Lao động hạng Nhất (giai đoạn 2010 - 2015)",
    ],
)
def test_punctuation_case_tones_and_words_that_add_nothing_are_light(edited):
    assert lightly_edited(f"Tin: {edited} Hết.", QUOTE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2015,", "2016,"), ("7", "8"), ("Nhất", "Nhì"), ("được tặng", "tặng"), ("được tặng", "không được tặng"),
        ("được tặng", "được đề nghị tặng"), ("Hải quan", "Hải quân"), ("và Cục Hải quan Hòa Bình", ""),
        ("tập thể", "cá nhân"), ("Lao động", "Độc lập"), ("Bình", "Bình, Báo Hải quan"), ("2015", "20.15"),
    ],
)  # fmt: skip
def test_what_changes_the_fact_is_not_light(old, new):
    assert old in QUOTE
    assert not lightly_edited(QUOTE.replace(old, new), QUOTE)


@st.composite
def light_edits(draw) -> str:
    """The quote with other punctuation, capitals, and words that add nothing between the others."""
    words = []
    for word in QUOTE.replace(" – ", "–").split():
        if draw(st.integers(0, 5)) == 0:
            words.append(draw(st.sampled_from(sorted(ADDING_NOTHING))))
        bare = word.strip(",()")
        words.append(draw(st.sampled_from([bare, bare.lower(), bare.upper()])))
        words[-1] += draw(st.sampled_from(["", ",", ";"]))
    return " ".join(words)


@given(light_edits())
def test_a_lightly_edited_quote_is_found_again_where_it_stands(edited):
    texts = {"b-1": f"Mở đầu. {edited} là tin vui.", "b-2": OTHER}

    place = followed(Evidence(block="b-1", quote=QUOTE), texts)

    assert (place.block, place.found) == ("b-1", True)
    assert blocks_that_say(texts, place.quote) == ["b-1"]


HEAVY = ["2016", "8", "không", "Nhì", "Báo", "đề", "cá", "hủy"]


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(WORDS) - 1), st.sampled_from(["drop", "put", "take"]), st.sampled_from(HEAVY)
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda edit: edit[0],
    )
)
def test_what_is_found_says_no_number_name_or_word_of_weight_more_or_less(edits):
    words = list(WORDS)
    for place, what, word in sorted(edits, reverse=True):
        words[place : place + 1] = {"drop": [], "put": [words[place], word], "take": [word]}[what]
    texts = {"b-1": " ".join(words), "b-2": OTHER}

    found = followed(Evidence(block="b-1", quote=QUOTE), texts)

    if found.found:
        assert blocks_that_say(texts, found.quote) == ["b-1"]
        assert weight(found.quote) == weight(QUOTE)


def weight(passage: str) -> list[str]:
    words = re.findall(r"\w+", passage.lower())
    return [word for word in words if word not in ADDING_NOTHING]


@given(st.text(max_size=60), st.text(max_size=20))
def test_what_is_found_in_any_text_stands_in_it(text, quote):
    assert lightly_edited(text, quote) in text


@pytest.mark.django_db
def test_a_story_published_with_light_edits_keeps_its_proof_in_the_new_words():
    story = make_article(body="<p>Cục Mẫu được tặng Bằng khen năm 2015.</p>")
    kept, lost = make_organisation(), make_event()
    prove(kept, story, block="b-x", quote="Cục Mẫu được tặng Bằng khen năm 2015")
    prove(lost, story, block="b-x", quote="Bằng khen năm 2015.")

    working_copy.save(story, {"body": "<p>Cục Mẫu đã vinh dự được tặng bằng khen, năm 2015!</p><p>Hết.</p>"})
    publishing.publish(story)

    piece = Evidence.objects.get(organisation=kept)
    assert (piece.quote, piece.found) == ("Cục Mẫu đã vinh dự được tặng bằng khen, năm 2015", True)
    entry = AuditEntry.objects.about(piece).get()
    assert (entry.action, entry.before) == ("follow", "Cục Mẫu được tặng Bằng khen năm 2015")
    assert Evidence.objects.get(event=lost).found

    working_copy.save(story, {"body": "<p>Cục Mẫu được tặng Bằng khen năm 2016.</p>"})
    publishing.publish(story)

    assert list(Evidence.objects.values_list("found", flat=True)) == [False, False]
