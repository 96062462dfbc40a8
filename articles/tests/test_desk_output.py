"""A month's output of each author: pieces and words, on a page and as a file."""

import csv
import io
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles import publishing, working_copy
from articles.models import Article
from articles.roles import ROLES
from articles.tests.factories import make_article, make_author, make_draft, make_user
from newsroom.body_html import count_words

pytestmark = pytest.mark.django_db

PAGE = "/admin/articles/author/output/"
NOVEMBER = datetime(2025, 11, 5, 9, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def desk(client):
    client.force_login(make_user("managing_editor"))
    return client


def lines(client, month="2025-11") -> dict[str, tuple]:
    found = client.get(PAGE, {"month": month}).context["output"].lines
    return {line.author.name: (line.pieces, line.shared, line.words) for line in found}


def body_of(words: int) -> str:
    return f"<p>{'chữ ' * words}</p>"


def test_pieces_and_words_stand_by_author_and_shared_pieces_count_for_each(desk):
    one, two = make_author(name="Người Mẫu Một"), make_author(name="Người Mẫu Hai")
    make_article(authors=[one, two], body=body_of(100), published_at=NOVEMBER)
    make_article(authors=[one], body=body_of(30), published_at=NOVEMBER)
    make_article(body=body_of(7), published_at=NOVEMBER)

    output = desk.get(PAGE, {"month": "2025-11"}).context["output"]

    assert lines(desk) == {"Người Mẫu Một": (2, 1, 130), "Người Mẫu Hai": (1, 1, 100)}
    assert (output.pieces, output.words, output.unsigned) == (3, 137, 1)


def test_only_what_the_month_published_counts(desk):
    author = make_author(name="Người Mẫu")
    for moment in (
        datetime(2025, 10, 31, 23, 59, tzinfo=NOVEMBER.tzinfo),
        datetime(2025, 12, 1, 0, 0, tzinfo=NOVEMBER.tzinfo),
    ):
        make_article(authors=[author], published_at=moment)
    first = datetime(2025, 11, 1, 0, 0, tzinfo=NOVEMBER.tzinfo)
    make_article(authors=[author], published_at=first, body=body_of(3))
    make_draft(authors=[author])
    publishing.withdraw(make_article(authors=[author], published_at=NOVEMBER), notice="Đã gỡ.")
    photographed = make_article(published_at=NOVEMBER)
    photographed.bylines.create(author=make_author(name="Người chụp"), role="photographer")

    assert lines(desk) == {"Người Mẫu": (1, 0, 3)}


def test_a_scheduled_story_is_no_output_yet(desk):
    later = timezone.now() + timedelta(days=1)
    make_article(authors=[make_author()], published_at=later)

    assert lines(desk, f"{timezone.localtime(later):%Y-%m}") == {}


def test_words_are_those_that_readers_have_and_old_stories_get_theirs_when_rendered_again():
    story = make_article(body=body_of(5))
    working_copy.save(story, {"body": body_of(9)})
    story.refresh_from_db()
    assert story.word_count == 5

    publishing.publish(story)
    story.refresh_from_db()
    assert story.word_count == 9

    Article.objects.update(word_count=0)
    publishing.renew(Article.objects.all())
    story.refresh_from_db()
    assert story.word_count == 9


def test_words_are_parted_by_blocks_cells_and_breaks_and_captions_do_not_count():
    body = (
        "<p>Một hai<br>ba.</p><p>Bốn</p><ul><li>năm</li><li>sáu</li></ul>"
        "<table><tbody><tr><td>bảy</td><td>tám</td></tr></tbody></table>"
        '<figure><img data-file="x"><figcaption>Chú thích.</figcaption></figure>'
        "<aside>một hai</aside>"
    )

    assert count_words(body) == 8
    assert count_words("") == 0


def test_the_file_has_the_rows_of_the_page_and_no_formula(desk):
    make_article(authors=[make_author(name="=1+1")], body=body_of(4), published_at=NOVEMBER)

    response = desk.get(PAGE, {"month": "2025-11", "format": "csv"})

    content = b"".join(response.streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="san-luong-2025-11.csv"' in response["Content-Disposition"]
    head, row = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert head[0] == "Tác giả"
    assert row == ["'=1+1", "Cộng tác viên", "1", "0", "4"]


@pytest.mark.parametrize("month", ["2025-13", "0000-01", "9999-12", "2025", "x", "2025-1", "２０２５-01"])
def test_what_is_no_month_is_refused_with_a_word(desk, month):
    response = desk.get(PAGE, {"month": month})

    assert response.status_code == 400
    assert "2026-11" in response.content.decode()


@pytest.mark.parametrize("month", ["1900-01", "2999-12", ""])
def test_the_ends_of_the_calendar_are_answered(desk, month):
    assert desk.get(PAGE, {"month": month}).status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_it_is_for_those_who_lead_and_for_nobody_else(client, role):
    client.force_login(make_user(role))

    answer = client.get(PAGE).status_code

    assert answer == (200 if role in {"managing_editor", "administrator"} else 403)


@pytest.mark.parametrize("count", [1, 12])
def test_it_costs_the_same_however_much_was_written(desk, count, django_assert_num_queries):
    for _ in range(count):
        make_article(authors=[make_author(), make_author()], published_at=NOVEMBER)
    desk.get(PAGE)

    with django_assert_num_queries(8):
        desk.get(PAGE, {"month": "2025-11"})
