"""Form (a), the syndicated dump, on synthetic documents."""

import re
import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.documents import DocumentError, ParsedByline, ParsedRelated, parse_document
from articles.tests.dumps import PROSE, dump, picture

pytestmark = pytest.mark.usefixtures("english")


def paragraphs(document) -> list[str]:
    return re.findall(r"<p>(.*?)</p>", document.body_html)


def body_of(*parts: str) -> str:
    return parse_document(dump(*parts)).body_html


# --- Title, notice, excerpt ---------------------------------------------------------------------


def test_a_dump_gives_title_source_standfirst_and_byline():
    document = parse_document(dump(PROSE))

    assert document.title == "Tiêu đề mẫu"
    assert document.slug == "tieu-de-mau"
    assert document.source_url == "https://nguon.vi.du/tieu-de-mau/"
    assert document.source_name == "NGUON"
    assert document.standfirst == "Câu mở đầu của bài mẫu."
    assert document.body_html == f"<p>{PROSE}</p>"
    assert document.bylines == (ParsedByline("Người Mẫu Một", raw="Người Mẫu Một"),)
    assert document.warnings == ()


def test_what_the_source_does_not_state_stays_not_stated():
    document = parse_document(dump("Sáng 8/9/2020, một việc mẫu đã diễn ra."))

    assert (document.source_published_on, document.source_published_basis) == ("", "not_stated")
    assert (document.event_date, document.event_date_basis) == ("", "")
    assert (document.section, document.tags, document.published_at) == ("", (), None)


@pytest.mark.parametrize(
    "head",
    [
        "Tiêu đề mẫu\n===",
        "Tiêu đề mẫu\n=========================",
        "Tiêu đề mẫu   \n=====   ",
        "Tiêu đề mẫu\n\n=====",
        "\n\n\nTiêu đề mẫu\n=====",
        "Tiêu đề\nmẫu\n=====",
        "Tiêu\tđề \u00a0 mẫu\n=====",
        "Tiêu đề mẫu\n-----",
        "# Tiêu đề mẫu",
        "# Tiêu đề mẫu #",
        "Tiêu đề **mẫu**\n=====",
        "<b>Tiêu đề</b> mẫu\n=====",
    ],
)
def test_the_title_is_read_in_each_way_of_writing_it(head):
    rest = dump(PROSE, title="").decode()

    assert parse_document(f"{head}\n\n{rest}".encode()).title == "Tiêu đề mẫu"


def test_the_excerpt_is_thrown_away_with_and_without_its_notice():
    excerpt = "Đoạn văn mẫu này kể một việc không có thật, đủ dài để là một đoạn …"
    with_notice = dump(PROSE, excerpt=excerpt)
    without_notice = with_notice.replace(
        "[:gift:Xem chi tiết ở đây:gift:](https://nguon.vi.du/tieu-de-mau/)".encode(), b""
    )

    assert parse_document(with_notice).body_html == f"<p>{PROSE}</p>"
    assert parse_document(without_notice).body_html == f"<p>{PROSE}</p>"


def test_a_first_heading_that_repeats_nothing_is_no_excerpt():
    heading = "Một đề mục dài tới hơn sáu mươi chữ nhưng không lặp lại điều gì trong bài …"

    document = parse_document(f"Tiêu đề\n===\n\n{heading}\n-----\n\n{PROSE}".encode())

    assert document.body_html == f"<h2>{heading}</h2><p>{PROSE}</p>"


def test_a_body_that_follows_the_notice_without_a_rule_is_kept():
    text = f"Tiêu đề\n===\n\n[:gift:Xem chi tiết ở đây:gift:](https://nguon.vi.du/a/)Đoạn …\n{PROSE}"

    assert parse_document(text.encode()).body_html == f"<p>{PROSE}</p>"


# --- Standfirst ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "standfirst", "source"),
    [
        ("more(NGUON) – Câu mở đầu.", "Câu mở đầu.", "NGUON"),
        ("more(Nguồn mẫu) - Câu mở đầu.", "Câu mở đầu.", "Nguồn mẫu"),
        ("more(NGUON)Câu mở đầu.", "Câu mở đầu.", "NGUON"),
        ("more – Câu mở đầu.", "Câu mở đầu.", ""),
        ("more(NGUON) – Câu mở\n\nđầu.", "Câu mở đầu.", "NGUON"),
        ("more(NGUON) – ", "", "NGUON"),
        ("", "", ""),
    ],
)
def test_the_standfirst_stands_behind_the_marker_without_its_dateline(line, standfirst, source):
    document = parse_document(dump(PROSE, standfirst=line))

    assert (document.standfirst, document.source_name) == (standfirst, source)
    assert document.body_html == f"<p>{PROSE}</p>"


def test_a_word_that_begins_like_the_marker_is_text():
    assert body_of("More than a word.", PROSE) == f"<p>More than a word.</p><p>{PROSE}</p>"


# --- Byline -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "bylines"),
    [
        ("N.Linh", [("N.Linh", "author", "", "contributor")]),
        (
            "Người mẫu Một Phó Tổng cục trưởng Tổng cục Mẫu",
            [("Người Mẫu Một", "author", "Phó Tổng cục trưởng Tổng cục Mẫu", "official")],
        ),
        (
            "NGƯỜI MẪU MỘT – Giám đốc Sở Mẫu và Ví dụ",
            [("Người Mẫu Một", "author", "Giám đốc Sở Mẫu và Ví dụ", "official")],
        ),
        ("Thiếu tướng Người Mẫu Hai", [("Người Mẫu Hai", "author", "Thiếu tướng", "official")]),
        (
            "Phó Cục trưởng Cục Mẫu Tây Bắc Nguyễn Mẫu Ba",
            [("Nguyễn Mẫu Ba", "author", "Phó Cục trưởng Cục Mẫu Tây Bắc", "official")],
        ),
        (
            "Bài: Mẫu Một - Ảnh: mẫu hai",
            [
                ("Mẫu Một", "author", "", "contributor"),
                ("Mẫu Hai", "photographer", "", "contributor"),
            ],
        ),
        (
            "Bài và ảnh: Mẫu Một",
            [
                ("Mẫu Một", "author", "", "contributor"),
                ("Mẫu Một", "photographer", "", "contributor"),
            ],
        ),
        (
            "Mẫu Một, Mẫu Hai và Mẫu Ba",
            [(name, "author", "", "contributor") for name in ("Mẫu Một", "Mẫu Hai", "Mẫu Ba")],
        ),
        ("Theo Báo Mẫu", [("Báo Mẫu", "author", "", "agency")]),
        ("PV", [("PV", "author", "", "contributor")]),
        ("Nguyên Mẫu", [("Nguyên Mẫu", "author", "", "contributor")]),
    ],
)
def test_the_byline_parts_names_roles_and_jobs(line, bylines):
    read = parse_document(dump(PROSE, byline=f"**{line}**")).bylines

    assert [(b.name, b.role, b.job_title, b.kind) for b in read] == bylines
    assert {b.raw for b in read} == {line}


def test_a_name_and_its_job_may_stand_on_two_bold_lines():
    byline = "**Người Mẫu Một**\n\n**Phó Cục trưởng Cục Mẫu**"

    assert parse_document(dump(PROSE, byline=byline)).bylines == (
        ParsedByline(
            "Người Mẫu Một",
            job_title="Phó Cục trưởng Cục Mẫu",
            kind="official",
            raw="Người Mẫu Một Phó Cục trưởng Cục Mẫu",
        ),
    )


@pytest.mark.parametrize("line", ["** Người Mẫu Một **", "__Người Mẫu Một__", "**\u00a0Người Mẫu Một**"])
def test_bold_that_a_converter_wrote_badly_is_still_a_byline(line):
    assert [b.name for b in parse_document(dump(PROSE, byline=line)).bylines] == ["Người Mẫu Một"]


def test_earlier_bold_lines_are_headings_and_the_last_is_the_byline():
    document = parse_document(dump("**Đề mục một**", PROSE, "**Đề mục hai**", PROSE))

    assert document.body_html == f"<h2>Đề mục một</h2><p>{PROSE}</p><h2>Đề mục hai</h2><p>{PROSE}</p>"
    assert [b.name for b in document.bylines] == ["Người Mẫu Một"]


def test_a_bold_sentence_is_text_and_no_byline():
    sentence = "Đây là một câu in đậm trọn vẹn, dài hơn tám chữ và có dấu chấm."

    document = parse_document(dump(PROSE, f"**{sentence}**", byline=""))

    assert document.body_html == f"<p>{PROSE}</p><p><strong>{sentence}</strong></p>"
    assert document.bylines == ()
    assert document.warnings == ("There is no byline.",)


def test_whatever_is_missing_is_told_and_nothing_fails():
    document = parse_document(dump(PROSE, url="", excerpt="", byline="", standfirst=""))

    assert document.body_html == f"<p>{PROSE}</p>"
    assert document.warnings == (
        "There is no standfirst.",
        "There is no byline.",
        "There is no source address.",
    )


# --- Paragraphs ---------------------------------------------------------------------------------

SUBJECT = "Một câu trọn vẹn kể về các đơn vị mẫu ở nhiều nơi. Cục Mẫu"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SUBJECT, "TP Ví Dụ có sáng kiến mẫu."),
        ("Đơn vị mẫu đã phối hợp với", "Cục Mẫu tổ chức."),
        ("Đơn vị mẫu (gồm cả Cục Mẫu", "Ví Dụ) đã tổ chức."),
        ("Phong trào “Mẫu mực", "Sáng tạo” đã mở."),
        ("Đơn vị mẫu đã", "hoàn thành việc."),
        ("Có mặt đại biểu của Cục Mẫu Một,", "Cục Mẫu Hai."),
        (
            "Trong năm mẫu vừa qua, rất nhiều đơn vị ở khắp nơi đã cùng nhau tổ chức việc này tại Cục Mẫu",
            "TP Ví Dụ tổ chức.",
        ),
    ],
)
def test_a_broken_paragraph_is_rejoined(before, after):
    assert body_of(before, after) == f"<p>{before} {after}</p>"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Phiên 1: Việc mẫu thứ nhất.", "Phiên 2: Việc mẫu thứ hai."),
        ("Phiên 1: Việc mẫu thứ nhất", "Phiên 2: Việc mẫu thứ hai"),
        ("Nội dung gồm:", "việc mẫu thứ nhất"),
        ("việc mẫu thứ nhất;", "việc mẫu thứ hai."),
        ("Đề mục quên in đậm", "Trong năm mẫu, đơn vị đã làm việc này."),
        ("*Thứ nhất,* làm việc một", "*Thứ hai,* làm việc hai."),
        ("Câu kết thúc bằng “một trích dẫn”", "Câu sau bắt đầu."),
        ("Câu kết thúc…", "câu sau viết thường."),
        (
            "Câu một. Câu hai quên dấu chấm nhưng rõ ràng đã trọn nghĩa và đủ dài",
            "Bên cạnh đó, có câu ba.",
        ),
    ],
)
def test_paragraphs_that_are_whole_stay_apart(first, second):
    shown = [re.sub(r"\*(.*?)\*", r"<em>\1</em>", text) for text in (first, second)]

    assert paragraphs(parse_document(dump(first, second))) == shown


def test_items_under_a_colon_stay_apart_without_any_marks():
    items = ["Nội dung gồm:", "việc mẫu thứ nhất", "việc mẫu thứ hai", "việc mẫu thứ ba"]

    assert paragraphs(parse_document(dump(*items))) == items


def test_a_guess_is_told_and_a_certain_repair_is_not():
    assert parse_document(dump("Đơn vị mẫu đã", "hoàn thành việc.")).warnings == ()
    assert parse_document(dump(SUBJECT, "TP Ví Dụ có sáng kiến mẫu.")).warnings == (
        "Two paragraphs were taken for one that was broken: “mẫu ở nhiều nơi. Cục Mẫu” | “TP Ví Dụ có sáng kiến”",
    )


def test_lines_of_one_paragraph_spaces_and_tabs_fold():
    assert body_of("Một \t việc  mẫu \nở\u00a0\u00a0TP Ví Dụ  \nđã xong.") == (
        "<p>Một việc mẫu ở TP Ví Dụ đã xong.</p>"
    )


def test_words_and_typos_are_never_changed():
    typo = "Phòng trào nghiên cưu gửi tới tới 2021- 2025, xẩy ra ở kinh tế -xã hội."

    assert body_of(typo) == f"<p>{typo}</p>"


def test_emphasis_links_lists_quotations_and_tables_are_kept():
    body = body_of(
        "*Thứ nhất,* xem [trang mẫu](https://vi.du/a?b=1&c=2) hoặc [thư](mailto:mau@vi.du).",
        "- một\n- hai",
        "1. a\n2. b",
        "> Lời **mẫu**.",
        "| Cột | Hai |\n| --- | --- |\n| x | y |",
    )

    assert body == (
        '<p><em>Thứ nhất,</em> xem <a href="https://vi.du/a?b=1&amp;c=2">trang mẫu</a>'
        ' hoặc <a href="mailto:mau@vi.du">thư</a>.</p>'
        "<ul><li>một</li><li>hai</li></ul><ol><li>a</li><li>b</li></ol>"
        "<blockquote><p>Lời <strong>mẫu</strong>.</p></blockquote>"
        "<table><thead><tr><th>Cột</th><th>Hai</th></tr></thead>"
        "<tbody><tr><td>x</td><td>y</td></tr></tbody></table>"
    )


def test_a_number_is_never_counted_anew():
    assert body_of("3. Việc ba.", "4. Việc bốn.") == "<p>3. Việc ba.</p><p>4. Việc bốn.</p>"
    assert body_of("1. Việc một.", PROSE) == f"<p>1. Việc một.</p><p>{PROSE}</p>"


# --- Pictures -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "caption", "credit"),
    [
        (["Chú thích mẫu. Ảnh: Mẫu Một"], "Chú thích mẫu.", "Mẫu Một"),
        (["Chú thích mẫu. Ảnh: T.Mẫu."], "Chú thích mẫu.", "T.Mẫu"),
        (["Chú thích mẫu \t (Ảnh: Mẫu Một)"], "Chú thích mẫu", "Mẫu Một"),
        (["Chú thích mẫu. (Ảnh do Cục Mẫu cung cấp)"], "Chú thích mẫu.", "Cục Mẫu cung cấp"),
        (["Chú thích mẫu. Nguồn ảnh: TTXVN"], "Chú thích mẫu.", "TTXVN"),
        (["Chú thích bị", "Ngắt đôi ở giữa. Ảnh: Mẫu Một."], "Chú thích bị Ngắt đôi ở giữa.", "Mẫu Một"),
        (["Chú thích mẫu.", "Ảnh: Mẫu Một"], "Chú thích mẫu.", "Mẫu Một"),
        (["Ảnh: Mẫu Một"], "", "Mẫu Một"),
        (["Trong ảnh: hai người mẫu."], "Trong ảnh: hai người mẫu.", ""),
        (["*Chú thích in nghiêng.*"], "Chú thích in nghiêng.", ""),
        (["Chú thích không có tên người chụp"], "Chú thích không có tên người chụp", ""),
    ],
)
def test_the_paragraph_after_a_picture_is_its_caption(after, caption, credit):
    document = parse_document(dump(picture(), *after, PROSE))

    (photo,) = document.photos
    assert (photo.caption, photo.credit) == (caption, credit)
    assert document.body_html == f"<p>{PROSE}</p>"


def test_a_caption_may_stand_in_the_paragraph_of_its_picture():
    document = parse_document(dump(f"{picture()}\nChú thích mẫu. Ảnh: Mẫu Một", PROSE))

    assert document.photos[0].caption == "Chú thích mẫu."
    assert document.body_html == f"<p>{PROSE}</p>"


def test_a_credit_in_odd_capitals_is_shown_in_normal_ones_and_told():
    document = parse_document(dump(picture(), "Chú thích mẫu. Ảnh: Mẫu một", PROSE))

    assert document.photos[0].credit == "Mẫu Một"
    assert document.warnings == ("A credit printed “Mẫu một” is shown as “Mẫu Một”.",)


def test_an_organisation_in_a_credit_keeps_its_capitals():
    document = parse_document(dump(picture(), "Chú thích mẫu. Ảnh: Cục Hải quan Ví Dụ", PROSE))

    assert document.photos[0].credit == "Cục Hải quan Ví Dụ"


LONG = "Đoạn văn dài sau một ảnh không chú thích, kể về việc mẫu với nhiều mệnh đề nối nhau, " * 3 + "hết."


@pytest.mark.parametrize(
    "after",
    [LONG, "Câu một. Câu hai của đoạn mở đầu.", "Nội dung gồm các việc sau:", "**Đề mục mẫu**"],
)
def test_a_picture_without_a_caption_leaves_the_text_alone(after):
    document = parse_document(dump(picture(), after, PROSE))

    assert document.photos[0].caption == ""
    assert after.strip("*") in document.body_html
    assert document.warnings == ("A picture has no caption: 1234_IMG_5678.jpg",)


def test_a_title_that_repeats_the_story_title_is_no_caption():
    title = "Sự việc mẫu diễn ra ở nơi mẫu"

    document = parse_document(
        dump(picture(title=title, alt="su viec mau dien ra o noi mau"), LONG, title=title)
    )

    assert (document.photos[0].caption, document.photos[0].alt) == ("", "")
    assert document.body_html == f"<p>{LONG}</p>"


@pytest.mark.parametrize(
    "debris",
    ["undefined", "", "1234 img 5678", "1234_IMG_5678.jpg", "IMG 5678", "null", "anh 12", "su viec mau"],
)
def test_debris_of_alt_and_title_is_never_published(debris):
    document = parse_document(dump(PROSE, picture(alt=debris, title=debris), LONG))

    (photo,) = document.photos
    assert (photo.alt, photo.caption) == ("", "")
    assert document.body_html == (
        f'<p>{PROSE}</p><figure><img data-file="{photo.ref}"></figure><p>{LONG}</p>'
    )


def test_an_alt_that_somebody_wrote_is_kept():
    document = parse_document(dump(picture(alt="Người mẫu đứng trước cổng"), PROSE, LONG))

    assert document.photos[0].alt == "Người mẫu đứng trước cổng"


def test_a_real_title_is_the_caption_of_a_picture_without_one():
    document = parse_document(
        dump(picture(title="Quang cảnh hội nghị mẫu. Ảnh: Mẫu Một"), "Việc khác hẳn đã xảy ra.", PROSE)
    )

    assert (document.photos[0].caption, document.photos[0].credit) == ("Quang cảnh hội nghị mẫu.", "Mẫu Một")
    assert document.body_html == f"<p>Việc khác hẳn đã xảy ra.</p><p>{PROSE}</p>"
    assert document.warnings == (
        "A caption was taken from the picture's title (1234_IMG_5678.jpg): “Quang cảnh hội nghị mẫu.”",
    )


@pytest.mark.parametrize(
    ("title", "caption", "warning"),
    [
        ("Lễ mẫu ngày 20/2/2020. Ảnh: Mẫu Một", "Lễ mẫu ngày 20/8/2020.", ("20/2/2020", "20/8/2020")),
        ("Lễ mẫu lần thứ 12", "Lễ mẫu lần thứ 13", ("12", "13")),
        ("Lễ mẫu ngày 20/8/2020", "Lễ mẫu ngày 20/8/2020 ở đây", None),
        ("Lễ mẫu năm 2020", "Lễ mẫu ở đây", None),
    ],
)
def test_a_title_and_a_caption_that_disagree_are_told_with_both(title, caption, warning):
    document = parse_document(dump(picture(title=title), f"{caption} Ảnh: Mẫu Một", PROSE))

    expected = (
        f"A picture's title says {warning[0]}, its caption {warning[1]} (1234_IMG_5678.jpg)."
        if warning
        else None
    )
    assert document.warnings == ((expected,) if expected else ())
    assert document.photos[0].caption == caption


def test_a_picture_above_the_text_leads_and_one_inside_stays_in_its_place():
    document = parse_document(
        dump(
            picture("mot.jpg"),
            "Chú thích một. Ảnh: Mẫu Một",
            PROSE,
            picture("hai.jpg"),
            "Chú thích hai. Ảnh: Mẫu Hai",
            PROSE,
        )
    )

    first, second = document.photos
    assert (first.lead, second.lead) == (True, False)
    assert document.body_html == (
        f'<p>{PROSE}</p><figure><img data-file="{second.ref}">'
        f"<figcaption>Chú thích hai.</figcaption></figure><p>{PROSE}</p>"
    )


def test_the_address_of_a_picture_is_kept_whole_and_gives_a_lasting_ref():
    (photo,) = parse_document(dump(picture(), "Chú thích. Ảnh: Mẫu Một", PROSE)).photos

    assert photo.source_url == "https://anh.vi.du/kho/1234_IMG_5678.jpg?rt=1"
    assert photo.ref == "anh-4d95ba062ba3"
    assert photo.file == ""


def test_pictures_of_one_name_on_two_addresses_are_two():
    first, second = parse_document(
        dump(PROSE, "![](https://a.vi.du/x.jpg)", LONG, "![](https://b.vi.du/x.jpg)", LONG)
    ).photos

    assert first.ref != second.ref


def test_quotation_marks_and_spaces_do_not_break_a_picture():
    document = parse_document(
        dump(
            '![](https://anh.vi.du/kho anh/x.jpg "Lễ "mẫu" ở đây")',
            "Lễ mẫu ở đây. Ảnh: Mẫu Một",
            PROSE,
        )
    )

    assert document.photos[0].source_url == "https://anh.vi.du/kho%20anh/x.jpg"
    assert document.body_html == f"<p>{PROSE}</p>"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:image/png;base64,AA", "anh/x.jpg", "//vi.du/x.jpg"]
)
def test_a_picture_of_no_web_address_is_dropped_and_its_caption_stays_as_text(url):
    document = parse_document(dump(f"![a]({url})", "Chú thích. Ảnh: Mẫu Một", PROSE))

    assert document.photos == ()
    assert document.body_html == f"<p>Chú thích. Ảnh: Mẫu Một</p><p>{PROSE}</p>"
    assert document.warnings == (f"A picture was left out, its address is not http(s): {url}",)


def test_a_picture_that_links_to_its_own_large_file_is_a_picture():
    document = parse_document(
        dump(f"[{picture()}](https://anh.vi.du/kho/lon.jpg)", "Chú thích. Ảnh: Mẫu Một", PROSE)
    )

    assert document.related == ()
    assert document.photos[0].caption == "Chú thích."


# --- Related cards ------------------------------------------------------------------------------


def card(title: str, url: str) -> str:
    return f'[![{title}](https://anh.vi.du/nho.jpg "{title}")]({url} "{title}") \n[{title}]({url} "{title}")'


def test_cards_in_mid_body_become_related_items_and_no_text():
    document = parse_document(
        dump(
            PROSE,
            card("Video: Việc  mẫu", "https://nguon.vi.du/video-1.html"),
            card("Bài mẫu", "https://nguon.vi.du/bai-2.html"),
            "[Văn bản mẫu](https://nguon.vi.du/van-ban.pdf)",
            "» [Bài ba](https://nguon.vi.du/3) | [Bài bốn](https://nguon.vi.du/4)",
            PROSE,
        )
    )

    assert document.related == (
        ParsedRelated("Video: Việc mẫu", "https://nguon.vi.du/video-1.html", "video"),
        ParsedRelated("Bài mẫu", "https://nguon.vi.du/bai-2.html", "story"),
        ParsedRelated("Văn bản mẫu", "https://nguon.vi.du/van-ban.pdf", "link"),
        ParsedRelated("Bài ba", "https://nguon.vi.du/3", "story"),
        ParsedRelated("Bài bốn", "https://nguon.vi.du/4", "story"),
    )
    assert document.photos == ()
    assert document.body_html == f"<p>{PROSE}</p><p>{PROSE}</p>"


def test_a_link_among_words_is_no_card():
    body = body_of("Xem [bài mẫu](https://vi.du/1) để biết thêm.")

    assert body == '<p>Xem <a href="https://vi.du/1">bài mẫu</a> để biết thêm.</p>'


# --- Hostile and broken files -------------------------------------------------------------------


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("mẫu", "m\u00adẫ\u200bu\0\x08").encode(),
        lambda text: ("\n\n\n" + text + "\n\n\n").encode(),
    ],
    ids=["BOM", "CRLF", "CR", "NFD", "UTF-16", "control", "blank"],
)
def test_the_way_a_file_is_written_makes_no_difference(encode):
    plain = dump(picture(), "Chú thích. Ảnh: Mẫu Một", "**Đề mục**", PROSE)

    assert parse_document(encode(plain.decode())) == parse_document(plain)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (dump(PROSE) + b"\xff", r"is not UTF-8 text: byte \d+ \(0xff\) does not fit"),
        ("Tiêu đề\n===\n".encode("utf-16-le"), "is not"),
        (b"\x89PNG\r\n\x1a\n", r"is not UTF-8 text: byte 1 \(0x89\) does not fit"),
        (b"T\0i\0t\0l\0e\0\n\0=\0=\0", "full of NUL"),
        ("Tiêu đề\n=======\n".encode(), "has a title and no text"),
        (dump("**Người Mẫu Một**", byline="", standfirst=""), "has a title and no text"),
        (dump(PROSE, title=""), "has no title"),
        (b"Chi la van ban.\n\nKhong co tit.", "has no title"),
        (b"#\n\nabc", "has no title"),
        ("Tiêu đề\n===\n\n".encode() + b">" * 100 + b" a", "nests lists or quotations deeper than 40"),
        (b"Tit\n===\n\n" + b"[" * 200_001, "more than 200000 characters of markup"),
        (b"Tit\n===\n\n" + b"a\n" * 100_000, "more than 100000 lines"),
        (b"a" * (8 * 1024 * 1024 + 1), "is larger than 8 MB, the limit"),
    ],
)
def test_a_file_that_cannot_be_a_story_fails_with_one_clear_line(data, reason):
    with pytest.raises(DocumentError, match=reason) as failure:
        parse_document(data)

    assert "\n" not in str(failure.value)


def test_a_story_of_only_a_standfirst_is_one_with_a_warning():
    document = parse_document("Tiêu đề\n===\n\nmore(NGUON) – Câu mở đầu.".encode())

    assert document.standfirst == "Câu mở đầu."
    assert document.warnings[0] == "There is no text besides the standfirst and the picture."


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("<script>alert(1)</script>Chữ", "<p>Chữ</p>"),
        ("<b>Chữ</b> <i onclick='x'>nghiêng</i>", "<p>Chữ nghiêng</p>"),
        ("<p>Một.</p><p>Hai.</p>", "<p>Một.</p><p>Hai.</p>"),
        ("<img src=x onerror=alert(1)>Chữ", "<p>Chữ</p>"),
        ("<!-- ghi chú -->Chữ", "<p>Chữ</p>"),
        ("<scr<b>ipt>alert(1)</scr</b>ipt>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<script>Chữ không đóng", "<p>Chữ không đóng</p>"),
        ("Chữ <o:p></o:p>xong", "<p>Chữ xong</p>"),
        ('<meta http-equiv="refresh" content="0">Chữ', "<p>Chữ</p>"),
        ("<svg/onload=alert(1)>Chữ", "<p>Chữ</p>"),
    ],
)
def test_raw_html_becomes_plain_text_with_a_warning(hostile, shown):
    document = parse_document(dump(hostile))

    assert document.body_html == shown
    assert document.warnings[0].startswith("Raw HTML was turned into plain text: ")


@pytest.mark.parametrize("text", ["2 < 3 và 5 > 4", "&lt;script&gt;", "<tên đơn vị>", "a &amp; b"])
def test_angle_brackets_and_entities_that_are_text_stay_text(text):
    document = parse_document(dump(text))

    assert re.sub(r"</?p>", "", document.body_html) == text.replace("<", "&lt;").replace(">", "&gt;")
    assert document.warnings == ()


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "/duong-dan/",
        "https://",
        "http://[::1",
        "https:/vi.du",
    ],
)
def test_a_link_that_leads_nowhere_safe_is_plain_text_with_a_warning(url):
    document = parse_document(dump(f"Xem [chữ]({url}) này."))

    assert document.body_html == "<p>Xem chữ này.</p>"
    assert document.warnings[0].startswith(
        "A link became plain text, its address is not http(s), mailto or tel: "
    )


def test_a_hostile_source_address_is_dropped_with_a_warning():
    document = parse_document(dump(PROSE, url="javascript:alert(1)"))

    assert document.source_url == ""
    assert document.warnings[0] == ("The source address is not http(s) and was dropped: javascript:alert(1)")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "![" * 50_000,
        "[a](b" * 20_000,
        "&" * 100_000,
        "*a _b " * 20_000,
        "<" * 150_000,
        "<b " * 500_000,
        "<!--" * 500_000,
        "<script>" * 200_000,
        '](a "' * 50_000,
        "a" + "\u0301\u0323" * 500_000,
        "(" * 500_000,
        "Ảnh: " * 200_000,
        "Xem thêm " * 100_000 + "[a](https://vi.du)",
        "[a]: b\n" * 20_000,
        "- a\n" * 20_000,
        " " * 1_000_000 + "a",
        ">" * 30 + "a\n" * 1_000,
    ],
    ids=range(18),
)
def test_no_text_takes_longer_than_its_size(text):
    started = process_time()

    try:
        parse_document(f"Tiêu đề\n===\n\n{picture()}\n\n{text}".encode())
    except DocumentError:
        pass

    assert process_time() - started < 10


def test_several_megabytes_import_right():
    count = 3 * 1024 * 1024 // len(PROSE.encode())

    document = parse_document(dump(*[PROSE] * count))

    assert document.body_html == f"<p>{PROSE}</p>" * count


def test_the_warnings_of_a_hostile_file_are_cut_to_what_can_be_read():
    links = [f"Xem [chữ](javascript:{number}) này." for number in range(200)]

    warnings = parse_document(dump(*links)).warnings

    assert len(warnings) == 51
    assert warnings[-1] == "150 more warnings are not listed."


# --- Properties ---------------------------------------------------------------------------------

FRAGMENTS = st.sampled_from(
    [
        "Tiêu đề\n===\n\n",
        "[:gift:Xem chi tiết ở đây:gift:](",
        "more(",
        "**",
        "Ảnh: ",
        "![",
        "](",
        '"',
        ")",
        "javascript:alert(1)",
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "https://vi.du/a.jpg",
        "\n\n",
        "\n",
        "> ",
        "- ",
        "1. ",
        "|a|b|\n|-|-|\n",
        "&#x6a;",
        "\u0301",
        "Phó Cục trưởng",
        "chữ ",
        "+++\n",
        "title = ",
    ]
)
ALLOWED = re.compile(
    r"</?(?:p|h2|h3|ul|ol|li|blockquote|figure|figcaption|table|thead|tbody|tr|td|th|strong|em)>|<br>|</a>"
    r'|<a href="(?:https?://|mailto:|tel:)[^"<>]*">|<img data-file="[a-z0-9-]{1,60}">',
    re.IGNORECASE,
)


def assert_harmless(data: bytes) -> None:
    try:
        document = parse_document(data)
    except DocumentError as failure:
        document, reason = None, str(failure)
    if document is None:
        assert reason
        assert "\n" not in reason
        return
    assert "<" not in ALLOWED.sub("", document.body_html)
    for url in (
        document.source_url,
        *(p.source_url for p in document.photos),
        *(r.url for r in document.related),
    ):
        assert re.match(r"https?://.|$", url)
    for text in (document.title, document.standfirst, document.body_html):
        assert unicodedata.is_normalized("NFC", text)
        assert not re.search(r"[\x00-\x1f\x7f]", text)


@given(st.lists(FRAGMENTS | st.text(max_size=8), max_size=40).map("".join))
def test_any_text_gives_a_harmless_story_or_one_clear_line(text):
    assert_harmless(("Tiêu đề\n===\n\n" + text).encode("utf-8", "surrogatepass"))
    assert_harmless(text.encode("utf-8", "surrogatepass"))


@given(st.binary())
def test_any_bytes_give_a_harmless_story_or_one_clear_line(data):
    assert_harmless(data)


@given(st.lists(st.text(alphabet="ab đấ.,", min_size=1, max_size=30), min_size=1, max_size=6))
def test_no_word_of_plain_paragraphs_is_lost(texts):
    texts = [f"x{text}x." for text in texts]

    words = re.sub(r"<[^>]+>", " ", parse_document(dump(*texts)).body_html).split()

    assert words == " ".join(texts).split()
