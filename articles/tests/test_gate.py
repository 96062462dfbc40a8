"""What the gate finds in a working copy."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import gate, publishing, workflow, working_copy
from articles.models import Article, Photo, Series
from articles.tests.factories import make_article, make_author, make_draft, make_photo, make_section
from newsroom.body_html import read_blocks

pytestmark = pytest.mark.django_db

FACTS = {"event_date": "2020", "event_date_basis": "stated"}
STANDFIRST = "Sapo của bài mẫu nói trong một câu việc gì đã xảy ra, ở đâu và với ai."


def story(**fields) -> Article:
    """A draft in which the gate finds nothing."""
    return make_draft(
        **{
            "title": "Bài mẫu không thiếu điều gì",
            "standfirst": STANDFIRST,
            "authors": [make_author()],
            **FACTS,
            **fields,
        }
    )


def found(article: Article) -> list[gate.Finding]:
    return gate.findings(article, working_copy.newest_snapshot(article))


def codes(article: Article) -> list[str]:
    return [one.code for one in found(article)]


def figure(photo: Photo, caption: str = "") -> str:
    return f'<figure><img data-file="{photo.ref}"><figcaption>{caption}</figcaption></figure>'


def test_nothing_is_found_in_a_story_that_lacks_nothing():
    assert found(story()) == []


@pytest.mark.parametrize(
    ("lack", "field"),
    [
        ({"title": ""}, "title"),
        ({"body": ""}, "body"),
        ({"standfirst": ""}, "standfirst"),
        ({"section": None}, "section"),
    ],
)
def test_a_story_does_not_go_out_without_its_essentials(lack, field):
    article = story(**lack)

    (one,) = found(article)

    assert (one.code, one.field, one.required) == (field, field, True)
    assert gate.faults(article, working_copy.newest_snapshot(article)) == [one.says]


@pytest.mark.parametrize(
    ("photo", "expected"),
    [
        ({"alt": "", "file": "a.jpg", "width": 1, "height": 1}, ["alt"]),
        ({"alt": "", "decorative": True, "file": "a.jpg", "width": 1, "height": 1}, []),
        ({"alt": ""}, []),
        ({"credit": ""}, ["credit"]),
        ({"caption": ""}, ["caption"]),
        ({"caption": "", "decorative": True}, []),
        ({"caption": "", "credit": ""}, ["caption", "credit"]),
    ],
)
def test_each_photo_has_its_words(photo, expected):
    lead, in_body = make_photo(**photo), make_photo(**photo)
    article = story(lead_photo=lead, body=f"<p>Một đoạn.</p>{figure(in_body)}")
    (block,) = (block.id for block in read_blocks(article.body) if block.photo)

    findings = found(article)

    assert [one.code for one in findings] == expected * 2
    assert [(one.field, one.block) for one in findings] == (
        [("lead_photo", "")] * len(expected) + [("", block)] * len(expected)
    )
    assert all(one.required for one in findings)


def test_a_caption_in_the_story_is_a_caption():
    assert codes(story(body=figure(make_photo(caption=""), "Chú thích riêng."))) == []


def test_a_photo_that_left_the_library_is_named():
    assert codes(story(body='<figure><img data-file="khong-con"></figure>')) == ["lost_photo"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>A</h2><p>a</p><h3>B</h3><p>b</p><h2>C</h2><p>c</p>", []),
        ("<h2>A</h2><h3>B</h3><p>b</p>", []),
        ("<h3>A</h3><p>a</p>", [("heading_order", "A")]),
        ("<h2>A</h2><h2>B</h2><p>b</p>", [("heading_empty", "A")]),
        ("<h2>A</h2><p>a</p><h2>B</h2>", [("heading_empty", "B")]),
    ],
)
def test_headings_stand_in_order_and_over_something(body, expected):
    assert [(one.code, one.subject) for one in found(story(body=body))] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tại đây", ["link_words"]),
        ("Xem TẠI ĐÂY.", ["link_words"]),
        ("https://example.org/a-b", ["link_address"]),
        ("www.example.org", ["link_address"]),
        ("báo cáo năm 2020", []),
        ("Đây là báo cáo", []),
    ],
)
def test_links_say_where_they_lead(words, expected):
    article = story(body=f'<p>Đọc <a href="https://example.org/">{words}</a> nhé.</p>')

    assert codes(article) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "Dài " * 40}, ["title_long"]),
        ({"title": "Ngắn"}, ["title_short"]),
        ({"standfirst": "Dài. " * 80}, ["standfirst_long"]),
        ({"standfirst": "Ngắn."}, ["standfirst_short"]),
    ],
)
def test_titles_and_standfirsts_have_a_length_that_is_shown_whole(fields, expected):
    assert codes(story(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"source_name": "Báo Mẫu"}, [("source_date", "source_published_basis")]),
        ({"source_name": "Báo Mẫu", "source_published_basis": "not_stated"}, []),
        (
            {"source_url": "https://example.org/bai", "source_published_basis": "not_stated"},
            [("source_name", "source_name")],
        ),
        ({"event_date": "", "event_date_basis": ""}, [("event_date", "event_date_basis")]),
        ({"event_date": "", "event_date_basis": "not_stated"}, []),
        ({"event_date_basis": "inferred"}, [("inferred_from", "event_date_note")]),
        ({"authors": ()}, [("signature", "bylines")]),
    ],
)
def test_facts_are_entered_or_said_not_to_be_stated(fields, expected):
    assert [(one.code, one.field) for one in found(story(**fields))] == expected


def test_tone_marks_placed_in_two_ways_are_found_where_the_rarer_way_first_stands():
    body = "<p>Hòa bình, thủy lợi, khỏe mạnh.</p><p>Một ngày hoà thuận, quý khách.</p>"
    article = story(body=body)

    (one,) = found(article)

    assert one.code == "tone_marks"
    assert one.block == read_blocks(article.body)[1].id
    assert one.subject == "hoà"


@pytest.mark.parametrize("body", ["<p>Hòa, thủy, quý, hoàn.</p>", "<p>Hoà, thuỷ, quý, hoàn.</p>"])
def test_one_way_of_placing_tone_marks_is_right_whichever_it_is(body):
    assert codes(story(body=body)) == []


def test_letters_in_pieces_are_found_in_what_came_past_the_door():
    article = story()
    snapshot = working_copy.newest_snapshot(article) | {
        "standfirst": STANDFIRST + unicodedata.normalize("NFD", " Hải")
    }

    (one,) = gate.findings(article, snapshot)

    assert (one.code, one.field) == ("decomposed", "standfirst")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hai  dấu cách.", ["double_space"]),
        ("Dấu phẩy , đứng rời.", ["space_before"]),
        ("Hỏi gì ?", ["space_before"]),
        ("Từ 8.30 – 9.00, giá 1,5 đồng... và hết.", []),
        ("Một dòng.\nMột dòng nữa.", []),
    ],
)
def test_spaces_that_should_not_be_are_found(words, expected):
    assert codes(story(standfirst=f"{STANDFIRST} {words}")) == expected


def test_lines_and_list_items_do_not_run_together():
    assert codes(story(body="<p>Một <br> hai</p><ul><li>Ba <ul><li>bốn</li></ul></li></ul>")) == []


def test_a_figure_changed_under_the_readers_eyes_wants_a_correction():
    article = make_article(body="<p>Có 120 tập thể được tặng cờ thi đua.</p>")
    working_copy.save(article, {"body": "<p>Có 210 tập thể được tặng cờ thi đua.</p>"})

    (one,) = [one for one in found(article) if one.code == "correction"]

    assert "120" in one.says
    article.corrections.create(text="Bài đã viết 120; đúng là 210.")
    assert "correction" not in codes(article)


def test_a_correction_of_an_earlier_change_does_not_cover_the_next():
    article = make_article(body="<p>Có 120 tập thể.</p>")
    article.corrections.create(text="Bài đã viết 100; đúng là 120.")
    working_copy.save(article, {"body": "<p>Có 120 tập thể, 5 cá nhân.</p>"})
    publishing.publish(article)
    working_copy.save(article, {"body": "<p>Có 121 tập thể, 5 cá nhân.</p>"})
    article.refresh_from_db()

    assert "correction" in codes(article)


def test_much_changed_wants_a_word_to_readers_and_a_slip_put_right_does_not():
    words = " ".join(["Đoạn văn có nhiều từ để đếm cho đủ."] * 10)
    article = make_article(body=f"<p>{words}</p>")

    working_copy.save(article, {"body": f"<p>{words} Thêm.</p>"})
    after_a_slip = codes(article)
    working_copy.save(article, {"body": f"<p>{words}</p><p>{'Điều khác hẳn. ' * 10}</p>"})

    assert "correction" not in after_a_slip
    assert "correction" in codes(article)


def test_a_draft_may_change_as_it_likes():
    article = story(body="<p>Có 120 tập thể.</p>")
    working_copy.save(article, {"body": "<p>Có 7 cá nhân.</p>"})

    assert codes(article) == []


def test_a_part_of_a_series_has_a_number_of_its_own():
    series = Series.objects.create(name="Loạt bài mẫu")
    first = story(series=series.pk, part=1)
    twice, without = story(series=series.pk, part=1), story(series=series.pk)

    (same,) = found(twice)
    assert (same.code, same.field) == ("part_twice", "part")
    assert " 1 " in same.says
    assert first.title not in same.says, "its reader may not be one who may open that story"
    assert codes(without) == ["part"]
    assert codes(story(series=series.pk, part=2)) == []


def test_required_findings_come_first():
    findings = found(story(title="Ngắn", section=None))

    assert [one.code for one in findings] == ["section", "title_short"]


@given(st.text(), st.text(), st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_text_is_read_without_complaint(title, standfirst, words):
    body = f"<p>{words}</p>".replace("\x00", "")
    article = Article(title="x")
    snapshot = {
        "title": title,
        "standfirst": standfirst,
        "body": working_copy.normalised({"body": body})["body"],
    }

    findings = gate.findings(article, snapshot)

    assert len({one.fingerprint for one in findings}) == len(findings)


@pytest.mark.parametrize("photos", [1, 4])
def test_the_gate_costs_the_same_however_long_the_story(photos, django_assert_num_queries):
    body = "".join(figure(make_photo()) + f"<p>Đoạn {number}.</p>" for number in range(photos))
    article = story(body=body, section=make_section())
    snapshot = working_copy.newest_snapshot(article)

    with django_assert_num_queries(2):
        gate.findings(article, snapshot)


@pytest.mark.usefixtures("english")
def test_the_step_asks_the_gate(django_user_model):
    boss = django_user_model.objects.create_superuser("quan-tri-mau")
    article = story(section=None)

    with pytest.raises(workflow.ValidationError) as refused:
        workflow.take_step(article, "publish", boss)

    article.refresh_from_db()
    assert refused.value.messages == ["Choose the section."]
    assert article.state == Article.State.DRAFT
