"""Comparing: nothing of either text is lost, and what changed is told as a person would tell it."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.comparing import markup
from articles.comparing.bodies import BlockChange, compare_bodies, units_of
from articles.comparing.sequences import hunks
from articles.comparing.words import compare_texts, compare_words, is_changed, tokens_of
from newsroom.body_html import assign_ids, clean_body

WORDS = st.lists(st.sampled_from(["hải", "quan", "thi", "đua", "yêu", "nước", ",", " ", "\n", "Việt"]))
MARKED = st.lists(
    st.tuples(
        st.sampled_from(["hải", "quan", " ", "đua"]),
        st.sampled_from(
            [(), ("strong",), ("em", "strong"), ("a https://mau.example/",), ("lang en", "strong")]
        ),
    )
)
BLOCKS = st.lists(
    st.sampled_from(
        [
            "<p>Ngành hải quan phát động phong trào thi đua.</p>",
            "<p>Ngành <strong>hải quan</strong> phát động phong trào thi đua.</p>",
            "<h2>Kết quả</h2>",
            "<ul><li>Một</li><li>Hai<p>Trong hai</p></li></ul>",
            "<blockquote><p>Lời trích.</p></blockquote>",
            '<figure><img data-file="anh-mot"><figcaption>Chú thích một.</figcaption></figure>',
            '<figure><img data-file="anh-hai"></figure>',
            "<table><tr><th>Năm</th><th>Số</th></tr><tr><td>2020</td><td>1</td></tr></table>",
            "<p>Dòng một<br>dòng hai</p>",
        ]
    ),
    max_size=8,
)


def told(runs) -> str:
    signs = {"same": "{}", "deleted": "[-{}-]", "inserted": "[+{}+]", "reformatted": "[~{}~]"}
    return "".join(
        signs[run.kind].format("".join(token.text for token in run.new or run.old)) for run in runs
    )


def old_side(runs) -> list:
    return [token for run in runs for token in run.old]


def new_side(runs) -> list:
    return [token for run in runs for token in run.new]


@given(st.lists(st.integers(0, 4)), st.lists(st.integers(0, 4)))
def test_between_two_hunks_both_sequences_are_equal(old, new):
    at_old = at_new = 0
    rebuilt = []
    for hunk in hunks(old, new):
        assert old[at_old : hunk.old_start] == new[at_new : hunk.new_start]
        rebuilt += old[at_old : hunk.old_start] + new[hunk.new_start : hunk.new_end]
        at_old, at_new = hunk.old_end, hunk.new_end

    assert rebuilt + old[at_old:] == new


def test_long_sequences_with_pins_and_stretches_past_the_limit_lose_nothing():
    old = [str(number) for number in range(3000)]
    new = [*old[:700], *(f"mới {number}" for number in range(900)), *old[1500:2200], "chen", *old[2200:]]

    found = hunks(old, new)

    assert [(one.old_end - one.old_start, one.new_end - one.new_start) for one in found] == [
        (800, 900),
        (0, 1),
    ]


@given(st.text(), st.text())
def test_without_insertions_the_old_text_is_left_and_without_deletions_the_new_one(old, new):
    runs = compare_texts(old, new)

    assert "".join(token.text for token in old_side(runs)) == old
    assert "".join(token.text for token in new_side(runs)) == new


@given(MARKED, MARKED)
def test_formatting_is_kept_on_both_sides_too(old, new):
    old, new = ([token for text, marks in side for token in tokens_of(text, marks)] for side in (old, new))

    runs = compare_words(old, new)

    assert (old_side(runs), new_side(runs)) == (old, new)


def read(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html.replace("<br>", "\n").replace(markup.CELL_EDGE, "\t")))


@given(MARKED, MARKED, st.text())
def test_the_page_says_both_texts_whatever_they_hold(old, new, more):
    old = [*tokens_of(more), *(token for text, marks in old for token in tokens_of(text, marks))]
    new = [token for text, marks in new for token in tokens_of(text, marks)]

    runs = compare_words(old, new)
    told_html = re.sub(r'<span class="reset__what">.*?</span>', "", markup.told(runs))

    assert read(re.sub("<ins>.*?</ins>", "", told_html, flags=re.DOTALL)) == "".join(
        token.text for token in old
    )
    assert read(re.sub("<del>.*?</del>", "", told_html, flags=re.DOTALL)) == "".join(
        token.text for token in new
    )
    assert read(markup.before(runs)) == "".join(token.text for token in old)
    assert read(markup.after(runs)) == "".join(token.text for token in new)


@given(WORDS)
def test_equal_texts_have_no_change(words):
    assert not is_changed(compare_texts("".join(words), "".join(words)))


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        ("ngành hải quan", "ngành thuế", "ngành [-hải quan-][+thuế+]"),
        ("một hai ba", "một ba", "một [-hai -]ba"),
        ("năm 2020, cả nước", "năm 2021, cả nước", "năm [-2020-][+2021+], cả nước"),
        (
            "ông Mẫu đã nói rất dài và chẳng ai nghe cả",
            "bà Khác vừa viết thật ngắn và mọi người đều đọc",
            "[-ông Mẫu đã nói rất dài và chẳng ai nghe cả-][+bà Khác vừa viết thật ngắn và mọi người đều đọc+]",
        ),
    ],
)
def test_a_change_is_told_in_whole_words(old, new, read):
    assert told(compare_texts(old, new)) == read


def test_words_set_in_another_way_are_told_without_being_repeated():
    old = [*tokens_of("phong trào "), *tokens_of("thi đua", ("strong",))]
    new = [*tokens_of("phong trào thi đua")]

    assert told(compare_words(old, new)) == "phong trào [~thi đua~]"


def body(*blocks: str) -> str:
    return assign_ids(clean_body("".join(blocks)))


def kinds(changes: list[BlockChange]) -> list[str]:
    return [change.kind + (" moved" if change.moved else "") for change in changes]


@given(BLOCKS, BLOCKS)
def test_every_block_of_both_bodies_stands_once_in_the_comparison(old_blocks, new_blocks):
    old = body(*old_blocks)
    new = assign_ids(clean_body("".join(new_blocks)), old)

    changes = compare_bodies(old, new)

    assert [change.new for change in changes if change.new] == units_of(new)
    assert sorted(change.old.id for change in changes if change.old) == sorted(u.id for u in units_of(old))
    for change in changes:
        assert old_side(change.runs) == list(change.old.tokens if change.old else ())
        assert new_side(change.runs) == list(change.new.tokens if change.new else ())


@given(BLOCKS)
def test_a_body_compared_with_itself_has_nothing_to_tell(blocks):
    assert all(change.is_plain for change in compare_bodies(body(*blocks), body(*blocks)))


def test_blocks_are_followed_by_id_then_by_their_words():
    one, two, three = (
        "<p>Đoạn một có chữ.</p>",
        "<p>Hai là đoạn khác hẳn.</p>",
        "<p>Ba thì về chuyện kia.</p>",
    )
    old = body(one, two, three)
    new = assign_ids(clean_body(f"{three}{one}<p>Hai là đoạn khác nhiều.</p><p>Bốn mới toanh.</p>"), old)

    assert kinds(compare_bodies(old, new)) == ["same moved", "same", "changed", "added"]


def test_a_removed_block_stands_where_it_was():
    old = body("<p>Mở bài ở đây.</p>", "<p>Chuyện bị bỏ.</p>", "<p>Kết luận cuối cùng.</p>")
    new = assign_ids(clean_body("<p>Mở bài ở đây.</p><p>Kết luận cuối cùng.</p>"), old)

    assert kinds(compare_bodies(old, new)) == ["same", "removed", "same"]


def test_a_paragraph_that_became_a_heading_and_a_replaced_photo_are_changes():
    old = '<p id="b-a">Kết quả</p><figure id="b-b"><img data-file="anh-mot"></figure>'
    new = '<h2 id="b-a">Kết quả</h2><figure id="b-b"><img data-file="anh-hai"></figure>'

    assert kinds(compare_bodies(old, new)) == ["changed", "changed"]
