"""The allow-list of a body and the ids of its blocks."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.body_html import assign_ids, clean_body, read_blocks, text_of


def ids_by_text(html: str) -> dict[str, str]:
    return {block.text: block.id for block in read_blocks(html)}


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("", ""),
        ("   \n ", ""),
        ("<p>Một</p><p>Hai</p>", "<p>Một</p>\n<p>Hai</p>"),
        ("Chữ trần", "<p>Chữ trần</p>"),
        ("Chữ <b>đậm</b> và <i>nghiêng</i>", "<p>Chữ <strong>đậm</strong> và <em>nghiêng</em></p>"),
        ("<h1>Tít</h1><h5>Nhỏ</h5>", "<h2>Tít</h2>\n<h3>Nhỏ</h3>"),
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ("<p onclick='x()' style='color:red' class='c'>a</p>", "<p>a</p>"),
        ("<a href='javascript:alert(1)'>chữ</a>", "<p>chữ</p>"),
        ("<p><a href='//evil.example/x'>chữ</a></p>", "<p>chữ</p>"),
        (
            "<p><a href='https://vi.example/x?a=1&amp;b=2' target=_blank>chữ</a></p>",
            '<p><a href="https://vi.example/x?a=1&amp;b=2">chữ</a></p>',
        ),
        ("<p><a href='/bai-khac/'>chữ</a></p>", '<p><a href="/bai-khac/">chữ</a></p>'),
        ("<div><p>a</p>b</div>", "<p>a</p>\n<p>b</p>"),
        ("<div>a <em>b</em></div>", "<p>a <em>b</em></p>"),
        ("<p></p><p> </p><ul><li></li></ul><p>a</p>", "<p>a</p>"),
        ("<p id='nav'>a</p>", "<p>a</p>"),
        ("<p id='b-abc'>a</p>", '<p id="b-abc">a</p>'),
        ("<img src='https://x.example/a.jpg' onerror='x()'>", ""),
        (
            "<figure><img data-file='cang' src='/x.jpg'><figcaption>Chú <p>thích</p></figcaption></figure>",
            '<figure><img data-file="cang"><figcaption>Chú thích</figcaption></figure>',
        ),
        ("<figure><figcaption>Chữ</figcaption></figure>", "<p>Chữ</p>"),
        (
            "<p>trước <img data-file='cang'> sau</p>",
            '<p>trước</p>\n<figure><img data-file="cang"></figure>\n<p>sau</p>',
        ),
        ("<iframe src='https://x.example'></iframe><p>a</p>", "<p>a</p>"),
        (
            "<figure data-video='youtube:aAbBcCdDeE_' class=video><figcaption>Lễ <b>mẫu</b></figcaption></figure>",
            '<figure data-video="youtube:aAbBcCdDeE_"><figcaption>Lễ <strong>mẫu</strong></figcaption></figure>',
        ),
        (
            "<p>a<figure data-video='vimeo:123456789'></figure></p>",
            '<p>a</p>\n<figure data-video="vimeo:123456789"></figure>',
        ),
        (
            "<figure data-video='vtv:1' src='https://x.example'><figcaption>Chữ</figcaption></figure>",
            "<p>Chữ</p>",
        ),
        (
            "<figure data-video='vimeo:123456789'><img data-file=cang><figcaption>Chữ</figcaption></figure>",
            (
                '<figure data-video="vimeo:123456789"><figcaption>Chữ</figcaption></figure>\n'
                '<figure><img data-file="cang"></figure>'
            ),
        ),
        (
            "<table><tr><td>a<figure data-video='vimeo:123456789'></figure></td></tr></table>",
            '<table><tbody><tr><td>a</td></tr></tbody></table>\n<figure data-video="vimeo:123456789"></figure>',
        ),
        ("<aside class=x>Câu <b>hay</b></aside>", "<aside>Câu <strong>hay</strong></aside>"),
        ("<aside id='b-a1'><p id='b-a2'>Câu</p></aside>", '<aside id="b-a1">Câu</aside>'),
        ("<aside><p>Một</p><p>Hai</p></aside>", "<p>Một</p>\n<p>Hai</p>"),
        ("<aside><h2>Tít</h2></aside><aside> </aside>", "<h2>Tít</h2>"),
        ("<p>a <aside>b</aside> c</p>", "<p>a</p>\n<aside>b</aside>\n<p>c</p>"),
        ("<li>mục</li>", "<p>mục</p>"),
        (
            "<p><span lang=EN-US>Một <span lang='en'>single <b>window</b></span> cửa</span></p>",
            '<p>Một <span lang="en">single <strong>window</strong></span> cửa</p>',
        ),
        ("<p>e<span>\u0302</span>\u0301</p>", "<p>ế</p>"),
        ("<span lang=vi><p>Một</p></span><span lang=ja> </span>", "<p>Một</p>"),
        (
            "<table><tr><td colspan=2>a</td><td rowspan='x'>b</td></tr></table>",
            '<table><tbody><tr><td colspan="2">a</td><td>b</td></tr></tbody></table>',
        ),
    ],
)
def test_a_body_keeps_only_what_the_allow_list_names(dirty, clean):
    assert clean_body(dirty) == clean


def test_a_mark_behind_a_tag_does_not_eat_the_tag():
    assert clean_body("<p>\u0338Một</p><p>e\u0302\u0301</p>") == "<p>Một</p>\n<p>ế</p>"


def test_characters_written_as_entities_are_cleaned_too():
    assert clean_body("<p>&#11;e&#x302;&#x301;&#0;&#xFFFE;</p>&#x338;") == "<p>ế\ufffd</p>"


FRAGMENTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<span>",
                "<span lang=en>",
                "</span>",
                "<ul>",
                "<li>",
                "</ul>",
                "<div>",
                "</div>",
                "<figure>",
                "</figure>",
                "<img data-file=x1>",
                "<figcaption>",
                "<table>",
                "<tr>",
                "<td>",
                "<svg>",
                "<math>",
                "<style>",
                "<script>",
                "</script>",
                "<a href='javascript:x'>",
                "<a href='https://a.example/'>",
                "</a>",
                "<!--",
                "-->",
                "<blockquote>",
                "<aside>",
                "</aside>",
                "<figure data-video='youtube:aAbBcCdDeE_'>",
                "<figure data-video='youtube:x' id=b-x2>",
                "<br>",
                "<h2 id='b-x1'>",
                "&lt;",
                "&amp;",
                "<template>",
                "&#11;",
                "&#x338;",
                "\u0338",
                "<p id=b-x1 onload=x>",
            ]
        ),
        st.text(max_size=20),
    ),
    max_size=25,
).map("".join)


@given(FRAGMENTS)
def test_cleaning_is_idempotent_nfc_and_harmless(html):
    once = clean_body(html)

    assert clean_body(once) == once
    assert unicodedata.is_normalized("NFC", once)
    tags = set(re.findall(r"<([a-z0-9]+)", once))
    assert tags <= {
        "p",
        "span",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "blockquote",
        "aside",
        "figure",
        "figcaption",
        "img",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "strong",
        "em",
        "a",
        "br",
        "sub",
        "sup",
    }
    assert not re.search(r"<[^>]*\s(on\w+|style|src|class)=", once)
    assert set(re.findall(r'data-video="([^"]*)"', once)) <= {"youtube:aAbBcCdDeE_"}
    assert not re.search(r"href=\"(?!https?:|mailto:|tel:|/|#b-)", once)


@given(FRAGMENTS)
def test_every_block_has_its_own_id_and_keeps_it(html):
    body = assign_ids(clean_body(html))

    ids = [block.id for block in read_blocks(body)]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert assign_ids(clean_body(body), body) == body


def test_deep_nesting_is_flattened_and_keeps_its_words():
    body = clean_body("<blockquote>" * 3000 + "<p>đáy</p>")

    assert "đáy" in text_of(body)
    assert body.count("<blockquote") <= 40


def test_two_equal_paragraphs_have_different_ids():
    first, second = read_blocks(assign_ids("<p>Như nhau.</p><p>Như nhau.</p>"))

    assert first.id != second.id


def test_ids_survive_edits_of_other_blocks():
    before = assign_ids("<p>Đoạn thứ nhất nói về cảng.</p><p>Đoạn thứ hai nói về tàu.</p>")
    old = ids_by_text(before)

    after = assign_ids(
        "<h2>Tít xen mới</h2><p>Đoạn thứ nhất nói về cảng.</p><p>Chen giữa.</p><p>Đoạn thứ hai nói về tàu.</p>",
        before,
    )

    new = ids_by_text(after)
    assert {text: new[text] for text in old} == old
    assert not {new["Tít xen mới"], new["Chen giữa."]} & set(old.values())


def test_a_lightly_edited_block_keeps_its_id():
    before = assign_ids("<p>Hội nghị họp sáng 20/8 tại Hà Nội với nhiều đại biểu.</p><p>Khác.</p>")

    after = assign_ids("<p>Khác.</p><p>Hội nghị họp chiều 20/8 tại Hà Nội với nhiều đại biểu.</p>", before)

    assert read_blocks(after)[1].id == read_blocks(before)[0].id


def test_an_id_left_on_a_new_block_goes_back_to_the_words_it_belongs_to():
    before = assign_ids("<p>Câu này là bằng chứng của một tấm huân chương.</p>")
    evidence = read_blocks(before)[0].id

    after = assign_ids(
        f'<p id="{evidence}">Hoàn toàn mới ở đầu bài.</p><p>Câu này là bằng chứng của một tấm huân chương.</p>',
        before,
    )

    assert read_blocks(after)[1].id == evidence


def test_a_copy_pasted_above_does_not_take_the_id():
    before = assign_ids("<p>Nguyên bản ở đây.</p><p>Cuối bài.</p>")
    evidence = read_blocks(before)[0].id

    after = assign_ids(f'<p id="{evidence}">Bản sao đã sửa khác hẳn.</p>{before}', before)

    assert [block.id for block in read_blocks(after)].index(evidence) == 1


def test_ids_from_another_story_are_not_taken_over():
    before = assign_ids("<p>Bài này.</p>")

    after = assign_ids('<p>Bài này.</p><p id="b-xyz123">Dán từ bài khác.</p>', before)

    assert read_blocks(after)[1].id != "b-xyz123"


def test_only_the_innermost_block_is_a_leaf():
    body = assign_ids("<ul><li><p>Một tập thể được tặng cờ.</p></li></ul>")

    assert [(block.tag, block.leaf) for block in read_blocks(body)] == [("li", False), ("p", True)]


@pytest.mark.parametrize(
    ("quote", "repeated"),
    [
        ("“Thông quan trong một giờ”", True),
        ("thông quan … một giờ", True),
        ("Thông quan trong một giờ.<br>– Người Mẫu Một", True),
        ("Thông quan trong hai giờ", False),
        ("Thông quan trong một giờ<br>và không phiền ai", False),
    ],
)
def test_a_pull_quote_that_a_paragraph_holds_is_repeated_and_read_once(quote, repeated):
    blocks = read_blocks(f"<p>Cảng mẫu: thông quan trong một giờ, cả ban đêm.</p><aside>{quote}</aside>")

    assert [block.repeated for block in blocks] == [False, repeated]
    assert (text_of(f"<p>{blocks[0].text}</p><aside>{quote}</aside>") == blocks[0].text) is repeated


def test_a_pull_quote_put_above_its_paragraph_does_not_take_the_id():
    before = assign_ids("<p>Câu này là bằng chứng của một tấm huân chương.</p>")
    evidence = read_blocks(before)[0].id
    words = "Câu này là bằng chứng của một tấm huân chương."

    after = assign_ids(f"<aside>{words}</aside><p>{words}</p>", before)

    assert [block.id == evidence for block in read_blocks(after)] == [False, True]


def test_two_videos_without_words_are_two_blocks():
    body = assign_ids(
        '<figure data-video="vimeo:1234567"></figure><figure data-video="vimeo:7654321"></figure>'
    )

    first, second = read_blocks(body)
    assert (first.video, second.video) == ("vimeo:1234567", "vimeo:7654321")
    assert first.id != second.id
