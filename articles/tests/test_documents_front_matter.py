"""Form (b), Markdown with TOML front matter or none, on synthetic documents."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.documents import DocumentError, ParsedByline, ParsedPhoto, ParsedRelated, parse_document
from articles.tests.test_documents_dump import assert_harmless

pytestmark = pytest.mark.usefixtures("english")


def document(front: str = 'title = "Tiêu đề mẫu"', body: str = "Một đoạn."):
    return parse_document(f"+++\n{front}\n+++\n{body}\n".encode())


def test_every_key_of_the_front_matter_is_read():
    read = document(
        """
        title = "Tiêu đề mẫu"
        slug = "dia-chi-mau"
        kicker = "Dòng trên"
        section = "Mục mẫu"
        genre = "interview"
        series = "Loạt bài mẫu"
        part = 2
        tags = ["một", "hai, ba", "một"]
        standfirst = "Câu mở  đầu."
        source_name = "NGUON"
        source_url = "https://nguon.vi.du/bai/?a=1"
        source_published_on = "2020-09"
        event_date = "2020-09-08"
        event_date_basis = "inferred"
        event_date_note = "suy từ năm kỷ niệm"
        published_at = 2026-11-20T07:00:00+07:00

        [[bylines]]
        name = "Người Mẫu Một"
        role = "author"
        job_title = "Cục trưởng Cục Mẫu"
        kind = "official"
        raw = "Người mẫu Một Cục trưởng Cục Mẫu"

        [[photos]]
        ref = "anh-mau"
        file = "photos/anh-mau.jpg"
        alt = "Hình vẽ"
        caption = "Chú thích."
        credit = "Minh họa"
        source_url = "https://anh.vi.du/x.jpg?rt=1"
        rights = "Ghi chú quyền"
        illustration = true
        decorative = false
        lead = true

        [[related]]
        title = "Video mẫu"
        url = "https://nguon.vi.du/video"
        kind = "video"
        """,
        "Một đoạn.",
    )

    assert (read.title, read.slug, read.kicker, read.section) == (
        "Tiêu đề mẫu",
        "dia-chi-mau",
        "Dòng trên",
        "Mục mẫu",
    )
    assert (read.genre, read.series, read.part) == ("interview", "Loạt bài mẫu", 2)
    assert read.tags == ("một", "hai", "ba")
    assert read.standfirst == "Câu mở đầu."
    assert (read.source_name, read.source_url) == ("NGUON", "https://nguon.vi.du/bai/?a=1")
    assert (read.source_published_on, read.source_published_basis) == ("2020-09", "stated")
    assert (read.event_date, read.event_date_basis, read.event_date_note) == (
        "2020-09-08",
        "inferred",
        "suy từ năm kỷ niệm",
    )
    assert read.published_at == datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
    assert read.bylines == (
        ParsedByline(
            "Người Mẫu Một", "author", "Cục trưởng Cục Mẫu", "official", "Người mẫu Một Cục trưởng Cục Mẫu"
        ),
    )
    assert read.photos == (
        ParsedPhoto(
            ref="anh-mau",
            file="photos/anh-mau.jpg",
            alt="Hình vẽ",
            caption="Chú thích.",
            credit="Minh họa",
            source_url="https://anh.vi.du/x.jpg?rt=1",
            rights="Ghi chú quyền",
            illustration=True,
            decorative=False,
            lead=True,
        ),
    )
    assert read.related == (ParsedRelated("Video mẫu", "https://nguon.vi.du/video", "video"),)
    assert read.body_html == "<p>Một đoạn.</p>"
    assert read.warnings == ()


def test_a_title_alone_leaves_the_rest_not_stated():
    read = document()

    assert read.slug == "tieu-de-mau"
    assert (read.source_published_on, read.source_published_basis) == ("", "not_stated")
    assert (read.event_date, read.event_date_basis) == ("", "not_stated")
    assert (read.bylines, read.photos, read.related, read.tags) == ((), (), (), ())


def test_the_body_keeps_what_markdown_says():
    read = document(
        body="## Đề mục\n\nMột **đoạn** *văn*  \nhai dòng.\n\n### Nhỏ hơn\n\n- a\n  - b\n\n"
        "1. một\n1. hai\n\n> Trích.\n\n| A |\n| - |\n| 1 |\n\n[ngoài][1]\n\n[1]: https://vi.du/x"
    )

    assert read.body_html == (
        "<h2>Đề mục</h2><p>Một <strong>đoạn</strong> <em>văn</em><br>hai dòng.</p><h3>Nhỏ hơn</h3>"
        "<ul><li>a<ul><li>b</li></ul></li></ul><ol><li>một</li><li>hai</li></ol>"
        "<blockquote><p>Trích.</p></blockquote>"
        "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
        '<p><a href="https://vi.du/x">ngoài</a></p>'
    )


def test_rules_of_the_dump_do_not_apply():
    read = document(body="**Dòng đậm**\n\n[Liên kết](https://vi.du/x)\n\nCục Mẫu và\n\nĐoạn khác.")

    assert read.body_html == (
        '<p><strong>Dòng đậm</strong></p><p><a href="https://vi.du/x">Liên kết</a></p>'
        "<p>Cục Mẫu và</p><p>Đoạn khác.</p>"
    )


# --- Pictures -----------------------------------------------------------------------------------

PHOTO = 'title = "Tiêu đề"\n[[photos]]\nref = "anh-mau"\ncaption = "Chú thích."'


def test_a_described_photo_stands_where_the_body_names_it():
    read = document(PHOTO, "Trước.\n\n![Chú thích ở đây](photo:anh-mau)\n\nSau.")

    assert read.body_html == (
        '<p>Trước.</p><figure><img data-file="anh-mau"><figcaption>Chú thích ở đây</figcaption></figure>'
        "<p>Sau.</p>"
    )


def test_a_figure_without_words_shows_the_caption_of_its_photo():
    assert document(PHOTO, "![](photo:anh-mau)").body_html == '<figure><img data-file="anh-mau"></figure>'


def test_a_remote_picture_is_recorded_from_its_address():
    read = document(body='![Người mẫu đứng](https://anh.vi.du/X_1.jpg?b=2 "Lễ mẫu. Ảnh: Mẫu Một")\n\nSau.')

    (photo,) = read.photos
    assert photo == ParsedPhoto(
        ref=photo.ref,
        alt="Người mẫu đứng",
        caption="Lễ mẫu.",
        credit="Mẫu Một",
        source_url="https://anh.vi.du/X_1.jpg?b=2",
    )
    assert read.body_html == (
        f'<figure><img data-file="{photo.ref}"><figcaption>Lễ mẫu.</figcaption></figure><p>Sau.</p>'
    )


def test_a_picture_of_no_web_address_is_dropped_with_a_warning():
    read = document(body="Chữ.\n\n![ảnh](javascript:alert)")

    assert read.body_html == "<p>Chữ.</p>"
    assert read.warnings == ("A picture was left out, its address is not http(s): javascript:alert",)


# --- Without front matter -----------------------------------------------------------------------


def test_plain_markdown_takes_its_title_from_the_first_heading():
    read = parse_document("# Tiêu đề mẫu\n\nMột đoạn.\n\n# Đề mục\n\nHai.".encode())

    assert read.title == "Tiêu đề mẫu"
    assert read.body_html == "<p>Một đoạn.</p><h2>Đề mục</h2><p>Hai.</p>"
    assert (read.source_published_basis, read.event_date_basis) == ("", "")


def test_a_heading_that_repeats_the_title_is_not_printed_twice():
    assert document(body="# Tiêu đề mẫu\n\nMột đoạn.").body_html == "<p>Một đoạn.</p>"


def test_front_matter_without_a_title_leaves_it_to_the_heading():
    read = document('kicker = "Dòng trên"', "# Tiêu đề mẫu\n\nMột đoạn.")

    assert (read.title, read.kicker) == ("Tiêu đề mẫu", "Dòng trên")


# --- Warnings -----------------------------------------------------------------------------------


def test_unknown_keys_are_told_by_name():
    read = document('title = "T"\nla = 1\n[[photos]]\nref = "a"\nlạ = 2'.replace("lạ", '"lạ"'))

    assert read.warnings == (
        "The key “photos.1.lạ” is unknown and was left out.",
        "The key “la” is unknown and was left out.",
    )


def test_addresses_that_are_not_of_the_web_are_dropped_with_a_warning():
    read = document(
        'title = "T"\nsource_url = "javascript:alert(1)"\n'
        '[[related]]\ntitle = "R"\nurl = "/noi-bo/"\n[[photos]]\nref = "a"\nsource_url = "ftp://vi.du/a"'
    )

    assert (read.source_url, read.related, read.photos[0].source_url) == ("", (), "")
    assert set(read.warnings) == {
        "“source_url” is not an http(s) address and was dropped: javascript:alert(1)",
        "“related.1.url” is not an http(s) address and was dropped: /noi-bo/",
        "“photos.1.source_url” is not an http(s) address and was dropped: ftp://vi.du/a",
    }


def test_html_in_front_matter_becomes_plain_text():
    read = document('title = "<b>Tiêu đề</b><script>x</script>"\nstandfirst = "a \\u0000\\u200bb < c"')

    assert (read.title, read.standfirst) == ("Tiêu đề", "a b < c")
    assert read.warnings == ("Raw HTML in “title” was turned into plain text: <b> <script>.",)


def test_a_slug_that_is_none_is_made_one_and_told():
    read = document('title = "T"\nslug = "Địa chỉ/mẫu"')

    assert read.slug == "dia-chi-mau"
    assert read.warnings == ("The slug “Địa chỉ/mẫu” was taken as “dia-chi-mau”.",)


@pytest.mark.parametrize("value", ['"2020-09-08"', "2020-09-08", '"8/9/2020"', '"ngày 8 tháng 9 năm 2020"'])
def test_a_date_may_be_written_in_several_ways(value):
    read = document(f'title = "T"\nevent_date = {value}')

    assert (read.event_date, read.event_date_basis) == ("2020-09-08", "stated")


# --- Failures -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("title = 1", "“title” must be text"),
        ('title = "T"\ntags = "một"', "“tags” must be a list of texts"),
        ('title = "T"\ntags = [1]', "“tags” must be a list of texts"),
        ('title = "T"\nbylines = "A"', "“bylines” must be a list of tables"),
        ('title = "T"\nphotos = [1]', "“photos” must be a list of tables"),
        ('title = "T"\n[[bylines]]\nrole = "author"', "needs a value for “bylines.1.name”"),
        ('title = "T"\n[[bylines]]\nname = "A"\nrole = "boss"', "“bylines.1.role” is one of author, "),
        ('title = "T"\n[[bylines]]\nname = "A"\nkind = "x"', "“bylines.1.kind” is one of staff, "),
        ('title = "T"\n[[photos]]\ncaption = "A"', "needs a value for “photos.1.ref”"),
        ('title = "T"\n[[photos]]\nref = "Ảnh 1"', "“photos.1.ref” holds small letters"),
        ('title = "T"\n[[photos]]\nref = "a"\nlead = "yes"', "“photos.1.lead” must be true or false"),
        ('title = "T"\n[[photos]]\nref = "a"\n[[photos]]\nref = "a"', "has two photos “a”"),
        (
            'title = "T"\n[[photos]]\nref = "a"\nlead = true\n[[photos]]\nref = "b"\nlead = true',
            "has more than one lead photo",
        ),
        ('title = "T"\n[[photos]]\nref = "a"\nfile = "../x.jpg"', "outside its folder: “../x.jpg”"),
        ('title = "T"\n[[photos]]\nref = "a"\nfile = "/etc/passwd"', "outside its folder"),
        ('title = "T"\n[[related]]\nurl = "https://vi.du"', "needs a value for “related.1.title”"),
        ('title = "T"\nevent_date = "hôm qua"', "“event_date” is no date: “hôm qua”"),
        ('title = "T"\nevent_date = 2020', "“event_date” must be a date"),
        ('title = "T"\nevent_date = "2020-13"', "“event_date” is no date: “2020-13”"),
        ('title = "T"\nevent_date = "2020"\nevent_date_basis = "guessed"', "“event_date_basis” is one of"),
        (
            'title = "T"\nevent_date = "2020"\nevent_date_basis = "inferred"',
            "needs “event_date_note”: inferred from what?",
        ),
        ('title = "T"\npublished_at = "2020"', "“published_at” must be a date and time"),
        ('title = "T"\npublished_at = 2020-01-01T00:00:00', "“published_at” needs its time zone"),
        ("title = ", "has front matter that is no TOML: "),
        (f"title = {'9' * 5000}", "has front matter that is no TOML: "),
        ("a = " + "[" * 100_000, "has front matter that nests too deep"),
        ('title = "' + "a" * 300_000 + '"', "has front matter of more than 256 KB"),
        ("", "has no title: "),
    ],
)
def test_a_key_that_holds_what_it_may_not_fails_by_name(front, reason):
    with pytest.raises(DocumentError) as failure:
        document(front)

    assert reason in str(failure.value)
    assert "\n" not in str(failure.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('+++\ntitle = "T"\n', "the second line of +++ is missing"),
        ('---\ntitle: "T"\n---\nMột đoạn.', "has YAML front matter (---)"),
        ('+++\ntitle = "T"\n+++\n', "has a title and no text"),
        ("# Tiêu đề\n", "has a title and no text"),
        (
            '+++\ntitle = "T"\n+++\n![x](photo:khong-co)',
            "shows a photo that it does not describe: “khong-co”",
        ),
        ("Không có tít.\n\nChỉ có chữ.", "has no title: "),
    ],
)
def test_a_document_that_cannot_be_a_story_fails_with_one_clear_line(text, reason):
    with pytest.raises(DocumentError) as failure:
        parse_document(text.encode())

    assert reason in str(failure.value)


def test_a_windows_file_with_a_byte_order_mark_reads_the_same():
    text = '+++\ntitle = "Tiêu đề"\n+++\nMột đoạn.\n'

    assert parse_document(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == parse_document(
        text.encode()
    )


# --- Properties ---------------------------------------------------------------------------------

LINES = st.sampled_from(
    [
        "title = ",
        '"Tiêu đề"',
        "[[photos]]",
        "[[bylines]]",
        "ref = ",
        "name = ",
        "= ",
        "2020-01-01",
        "true",
        "+++",
        "\n",
        "![x](photo:a)",
        "![x](https://vi.du/x.jpg)",
        "[x](javascript:y)",
        "<script>",
        "# ",
        "event_date = ",
    ]
)


@given(st.lists(LINES | st.text(max_size=6), max_size=30).map("".join))
def test_any_front_matter_gives_a_harmless_story_or_one_clear_line(text):
    assert_harmless(f"+++\n{text}\n+++\nMột đoạn.".encode("utf-8", "surrogatepass"))
    assert_harmless(f'+++\ntitle = "T"\n+++\n{text}'.encode("utf-8", "surrogatepass"))


def test_genre_series_and_part_may_be_left_out():
    read = document()

    assert (read.genre, read.series, read.part) == ("", "", None)


@pytest.mark.parametrize(
    "line",
    [
        'genre = "thơ"',
        "genre = 1",
        'series = "Loạt"\npart = 0',
        'series = "Loạt"\npart = true',
        'series = "Loạt"\npart = 99999999999999999999',
        'series = "Loạt"\npart = "hai"',
        "part = 2",
    ],
)
def test_a_genre_or_part_that_cannot_be_is_refused(line):
    with pytest.raises(DocumentError):
        document(f'title = "Tiêu đề mẫu"\n{line}')
