"""What a question finds, and in which order: the same on every database."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Abbreviation
from articles.search import planning, searching
from articles.search.filters import Filters
from articles.search.ladder import rungs, single_words
from articles.search.query import Short, read
from articles.search.searching import search
from articles.tests.factories import make_article, make_author, make_photo, make_section
from newsroom.vietnamese import nfc

pytestmark = pytest.mark.django_db


def story(text: str, **fields):
    """A story that says this, and nothing else, in its body."""
    return make_article(title="Một tiêu đề", standfirst="", body=f"<p>{text}</p>", **fields)


def found(question: str, **how) -> list[str]:
    """The bodies of the stories found, in order."""
    return [hit.article.body.partition(">")[2].removesuffix("</p>") for hit in search(question, **how).hits]


# The table of the newsroom's rules for searching Vietnamese.
@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("hai quan", "ngành Hải quan"),
        ("HẢI QUAN", "ngành Hải quan"),
        ("Ha\u0309i quan", "ngành Hải quan"),
        ("dien tu", "cổng điện tử"),
        ("ĐIỆN TỬ", "cổng điện tử"),
        ("Ðiện tử", "cổng điện tử"),
        ("hoà", "nền hòa bình"),
        ("hòa", "nền hoà bình"),
        ("thủy", "đường thuỷ"),
        ("to chuc", "nhà tổ chức"),
        ("to chuc", "nhà to\u0302\u0309 chu\u031b\u0301c"),
        ("khen thuong", "lễ khen thưởng"),
        ("ha noi", "thủ đô Hà Nội"),
        ("08-QĐ/TW", "Quy định số 08-QĐ/TW"),
        ("8/9", "ngày 8/9/2020"),
    ],
)
def test_accents_case_and_spelling_may_differ(question, text):
    story(text)
    story("một câu khác hẳn")

    assert found(question) == [nfc(text)]
    assert found(question, by_date=True) == [nfc(text)]


def test_a_phrase_stands_before_all_the_words_and_those_before_any():
    story("chỉ có hải lý")
    story("quan hệ hải đảo")
    story("ngành hải quan")

    assert found("hai quan") == ["ngành hải quan", "quan hệ hải đảo", "chỉ có hải lý"]


def test_accents_as_typed_stand_before_any_accents():
    story("tàu hải quân")
    story("ngành hải quan")
    story("xe hải quân")

    assert found("hải quan") == ["ngành hải quan", "xe hải quân", "tàu hải quân"]
    assert found("hải quân") == ["xe hải quân", "tàu hải quân", "ngành hải quan"]
    assert found("hai quan") == ["xe hải quân", "ngành hải quan", "tàu hải quân"]


def test_what_stands_in_the_title_comes_before_the_standfirst_and_that_before_the_body():
    in_body = make_article(title="Một", standfirst="", body="<p>thi đua</p>")
    in_standfirst = make_article(title="Hai", standfirst="thi đua")
    in_title = make_article(title="Ba thi đua", standfirst="")
    newer_in_body = make_article(title="Bốn", standfirst="", body="<p>thi đua</p>")

    hits = search("thi đua").hits

    assert [hit.article for hit in hits] == [in_title, in_standfirst, newer_in_body, in_body]


def test_no_phrase_runs_from_one_part_of_a_story_into_the_next():
    make_article(title="Một ngành hải", standfirst="quan chức dự họp")
    together = make_article(title="Ngành hải quan", standfirst="")

    assert [hit.match.name for hit in search("hai quan").hits] == ["PHRASE", "WORDS"]
    assert search("hai quan").hits[0].article == together


def test_a_quotation_must_stand_as_it_is():
    story("đua nhau thi")
    story("phong trào thi đua")
    story("ngày hội thi đua thuyền hải quan")

    assert found('"thi đua"') == ["ngày hội thi đua thuyền hải quan", "phong trào thi đua"]
    assert found('"thi đua" hải quan') == ["ngày hội thi đua thuyền hải quan"]
    assert found("“thi đua” “hải quan”") == ["ngày hội thi đua thuyền hải quan"]


def test_an_excluded_word_leaves_its_stories_out():
    story("hải quan và biên phòng")
    story("hải quan và hải quân")
    story("chỉ hải quan")

    assert found("hải quan -biên") == ["chỉ hải quan", "hải quan và hải quân"]
    assert found('hải quan -"hải quân"') == ["chỉ hải quan", "hải quan và biên phòng"]
    assert found('hải quan -"biên phòng" -quân') == ["chỉ hải quan"]
    assert found("hải quan -bien", by_date=True) == ["chỉ hải quan", "hải quan và hải quân"]


def test_abbreviations_are_found_both_ways():
    story("thu ngân sách nhà nước tăng")
    story("thu NSNN tăng")

    both = ["thu NSNN tăng", "thu ngân sách nhà nước tăng"]
    assert found("NSNN") == both
    assert found("nsnn") == both
    assert found("ngan sach nha nuoc") == both
    assert found("thu ngân sách nhà nước") == both


def test_an_ambiguous_abbreviation_counts_in_its_own_capitals_only():
    Abbreviation.objects.update_or_create(short="TT", defaults={"long": "thông tư", "in_stories": False})
    story("theo thông tư mới")

    assert found("TT") == ["theo thông tư mới"]
    assert found("tt") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Cuộc gặp Kilimanjaro"},
        {"standfirst": "Sapo nói về Kilimanjaro."},
        {"kicker": "Kilimanjaro"},
        {"tags": ["Kilimanjaro"]},
        {"body": "<h2>Kilimanjaro</h2><p>Đoạn.</p>"},
        {"body": "<table><tbody><tr><td>Kilimanjaro</td></tr></tbody></table>"},
    ],
)
def test_every_part_of_a_story_is_searched(fields):
    wanted = make_article(**fields)
    make_article()

    assert [hit.article for hit in search("kilimanjaro").hits] == [wanted]
    assert (
        "<mark>Kilimanjaro</mark>"
        in search("kilimanjaro").hits[0].title + search("kilimanjaro").hits[0].passage
    )


def test_bylines_and_captions_are_searched():
    signed = make_article(authors=[make_author(name="Người Mẫu Kim", pen_name="Sơn Ca")])
    pictured = make_article(lead_photo=make_photo(caption="Bến cảng lúc bình minh."))

    assert [hit.article for hit in search('"người mẫu kim"').hits] == [signed]
    assert [hit.article for hit in search("son ca").hits] == [signed]
    assert [hit.article for hit in search("cảng bình minh").hits] == [pictured]
    assert "<mark>cảng</mark>" in search("cảng bình minh").hits[0].passage


def test_the_passage_is_the_paragraph_that_has_most_of_the_words():
    make_article(
        title="Một", standfirst="", body="<p>Nói về cảng.</p><p>Bình minh trên cảng biển.</p><p>Hết.</p>"
    )

    assert search("biển cảng").hits[0].passage == "… Bình minh trên <mark>cảng biển</mark>. …"
    assert search("nói về").hits[0].passage == "<mark>Nói về</mark> cảng. …"


def test_filters_hold_for_section_author_tag_and_days():
    section, author = make_section(name="Kinh tế"), make_author()
    old = timezone.now() - timedelta(days=400)
    wanted = story("hải quan", section=section, authors=[author], tags=["xuất khẩu"], published_at=old)
    story("hải quan")

    def narrowed(**filters):
        return [hit.article for hit in search("hai quan", Filters(**filters)).hits]

    day = timezone.localdate(old)
    assert narrowed(slugs={"section": "kinh-te"}) == [wanted]
    assert narrowed(slugs={"author": author.slug}) == [wanted]
    assert narrowed(slugs={"tag": "xuat-khau", "section": "kinh-te"}) == [wanted]
    assert narrowed(since=day, until=day) == [wanted]
    assert narrowed(until=day - timedelta(days=1)) == []
    assert len(narrowed(since=day)) == 2


def test_the_words_of_the_index_for_filters_are_no_words_of_a_question():
    wanted = story("hải quan", tags=["xuất khẩu"])

    assert found(f"s{wanted.section_id}") == []
    assert found(f"t{wanted.tags.get().pk}") == []


def test_by_date_the_newest_of_the_best_rung_come_first_to_the_last_page():
    now = timezone.now()
    for days in (3, 1, 4, 2, 5):
        story(f"hải quan ngày {days}", published_at=now - timedelta(days=days))
    story("quan hệ hải đảo")

    pages, cursor = [], ""
    while True:
        results = search("hải quan", by_date=True, size=2, cursor=cursor)
        pages.append([hit.article.body[-5] for hit in results.hits])
        cursor = results.next_cursor
        if not cursor:
            break

    assert pages == [["1", "2"], ["3", "4"], ["5"]]


def test_by_relevance_pages_follow_each_other():
    for number in range(5):
        story(f"hải quan {number}")

    first = search("hải quan", size=3)
    second = search("hải quan", size=3, cursor=first.next_cursor)

    assert [hit.article.body[-5] for hit in first.hits + second.hits] == ["4", "3", "2", "1", "0"]
    assert (len(first.answers), second.next_cursor) == (5, "")


@pytest.fixture
def few_looked_through(monkeypatch):
    """An archive that is long beside what a search looks through: four newer stories have only the words."""
    monkeypatch.setattr(searching, "MOST_BY_RELEVANCE", 3)
    monkeypatch.setattr(planning, "LOOKED_THROUGH", 2)
    for days in range(1, 5):
        story("quan hệ hải đảo", published_at=timezone.now() - timedelta(days=days))


def test_a_remembered_headline_is_found_behind_many_stories_that_only_have_its_words(few_looked_through):
    wanted = make_article(title="Hải quan mẫu", published_at=timezone.now() - timedelta(days=9))

    assert search("hải quan").hits[0].article == wanted
    assert search("hải quan -tàu").hits[0].article == wanted


def test_by_date_a_phrase_is_found_behind_many_stories_that_only_have_its_words(few_looked_through):
    story("ngành hải quan", published_at=timezone.now() - timedelta(days=9))

    assert found("hải quan", by_date=True, size=2) == ["ngành hải quan"]


def test_a_word_is_left_out_of_the_newest_stories_that_have_the_others(monkeypatch):
    monkeypatch.setattr(planning, "LEFT_OUT_OF", 2)
    for days, text in enumerate(["bến tàu", "bến xe", "bến đò"], start=1):
        story(text, published_at=timezone.now() - timedelta(days=days))

    assert found("bến -tàu") == ["bến xe"]


def test_many_stories_of_one_moment_are_all_found():
    moment = timezone.now() - timedelta(hours=1)
    stories = [story("hải quan", published_at=moment) for _ in range(3)]

    assert [hit.article for hit in search("hải quan").hits] == stories[::-1]


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text):
    query = read(text, [Short("NSNN", "ngân sách nhà nước", ambiguous=False)])

    if query:
        assert rungs(query)
        assert len(query.words) <= 24
    assert isinstance(single_words(query), list)


@pytest.mark.parametrize(
    "question",
    [
        '"', '""', "-", "--", '-"', "*", "a*", "NEAR(a b)", "title:x", "{body}: x", "a AND", "OR", "NOT", "(", ")",
        "'", "''':*", "& | !", "<->", ":A", "\\", "a\\'b", "%", "_", "^a", "“", "„x", "😀", "ß", "İ", "𞤀", "ﬁ", "²",
        "ก็", "a" * 500, "từ " * 200, '"a" ' * 50, "-a " * 50, "-chỉ", "a -a", "=s1", "s1",
    ],
)  # fmt: skip
def test_no_question_breaks_the_search(question):
    story("hải quan")

    for by_date in (False, True):
        assert search(question, by_date=by_date).hits == []
