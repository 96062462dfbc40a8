"""Where a story leads on to: akin by what it is about, chosen by its editor, before and after it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import merging, previewing, publishing, working_copy
from articles.models import Article, Subject, Tag
from articles.reading.subjects import title_terms
from articles.tests.factories import make_article, make_draft, make_section

pytestmark = pytest.mark.django_db


def around(client, story):
    return client.get(story.get_absolute_url()).context["around"]


def one_of_its_own(**fields) -> Article:
    return make_article(section=make_section(), **fields)


def picked(title, url, kind="story"):
    return {"title": title, "url": url, "kind": kind}


def test_stories_that_share_rare_tags_are_related_on_both_sides_the_closest_first(client):
    distant = one_of_its_own(title="Giáp", tags=["biên giới"])
    close = one_of_its_own(title="Ất", tags=["biên giới", "buôn lậu"])
    one_of_its_own(title="Bính", tags=["thể thao"])
    story = one_of_its_own(title="Đinh", tags=["biên giới", "buôn lậu"])

    assert around(client, story).related == [close, distant]
    assert around(client, close).related == [story, distant]
    assert set(around(client, distant).related) == {story, close}


def test_stories_whose_titles_say_the_same_things_are_related_whatever_the_accents(client):
    other = one_of_its_own(title="Cảng Mẫu thông quan lô hàng điện tử")
    one_of_its_own(title="Cảng khác nhận thưởng vì làm nhanh")
    story = one_of_its_own(title="CANG MAU thong quan thêm hàng")

    assert around(client, story).related == [other]


def test_words_that_say_nothing_are_no_terms_of_a_title():
    assert title_terms("Bộ trưởng và những ngày 8 9 ở Đơn vị Mẫu") == ["bo truong", "don vi", "vi mau"]


def test_a_hidden_story_is_never_related_however_close(client):
    now = timezone.now()
    fields = {"title": "Bí mật tòa soạn mẫu", "tags": ["buôn lậu"]}
    story = one_of_its_own(**fields | {"title": "Tít tòa soạn mẫu"})
    one_of_its_own(**fields, published_at=now + timedelta(days=1))
    one_of_its_own(**fields, published_at=now - timedelta(days=2), expires_at=now - timedelta(days=1))
    withdrawn = one_of_its_own(**fields)
    make_draft(**fields)
    assert around(client, story).related == [withdrawn]

    publishing.withdraw(withdrawn, notice="Gỡ.")

    response = client.get(story.get_absolute_url())
    assert response.context["around"].related == []
    assert "Bí mật" not in response.content.decode()


def test_a_story_that_goes_out_later_is_related_from_then_on(client):
    story = one_of_its_own(tags=["buôn lậu"], title="Một")
    later = one_of_its_own(tags=["buôn lậu"], title="Hai", published_at=timezone.now() + timedelta(hours=1))
    assert around(client, story).related == []

    Article.objects.filter(pk=later.pk).update(published_at=timezone.now())

    assert around(client, story).related == [later]


def test_a_story_that_changes_its_subject_leaves_those_it_was_akin_to(client):
    other, story = (one_of_its_own(tags=["buôn lậu"], title=title) for title in ("Một", "Hai"))
    working_copy.save(story, {"tags": ["thể thao"]})
    publishing.publish(story)

    assert around(client, other).related == []
    assert set(story.subjects.values_list("key", flat=True)) == {f"tag:{Tag.objects.get(name='thể thao').pk}"}


def test_tags_that_are_merged_bring_their_stories_together(client):
    one, other = one_of_its_own(tags=["buôn lậu"], title="Một"), one_of_its_own(tags=["lậu"], title="Hai")
    assert around(client, one).related == []

    merging.merge_tags(Tag.objects.get(name="buôn lậu"), [Tag.objects.get(name="lậu")])

    assert around(client, one).related == [other]


def test_what_the_editor_chose_comes_first_and_only_while_readers_may_see_it(client):
    close = one_of_its_own(title="Một", tags=["buôn lậu"])
    chosen, hidden = one_of_its_own(title="Chọn"), one_of_its_own(title="Bí mật")
    moved = one_of_its_own(title="Dời", slug="dia-chi-cu")
    working_copy.save(moved, {"slug": "dia-chi-moi"})
    publishing.publish(moved)
    story = one_of_its_own(
        title="Hai",
        tags=["buôn lậu"],
        related=[
            picked("Bí mật của biên tập viên", hidden.get_absolute_url()),
            picked("Bài dời", "/dia-chi-cu/"),
            picked("Bài chọn", f"http://127.0.0.1:8000{chosen.get_absolute_url()}"),
            picked("Về tòa soạn", "/toa-soan/", "link"),
            picked("Phóng sự", "https://example.org/v", "video"),
        ],
    )
    assert around(client, story).related == [hidden, moved, chosen, close]

    publishing.withdraw(hidden, notice="Gỡ.")

    response = client.get(story.get_absolute_url())
    text = response.content.decode()
    assert response.context["around"].related == [moved, chosen, close]
    assert "Bí mật" not in text
    told = client.get(f"/api/v1/articles/{story.slug}").json()["related"]
    assert [item["title"] for item in told] == ["Bài dời", "Bài chọn", "Về tòa soạn", "Phóng sự"]
    assert '<a href="/toa-soan/">Về tòa soạn</a>' in text
    assert text.index(">Chọn</a>") < text.index(">Một</a>")


def test_a_preview_leads_on_as_the_published_page_would(client):
    other = one_of_its_own(title="Một", tags=["buôn lậu"])
    draft = make_draft(section=make_section(), title="Hai", tags=["buôn lậu"])
    context = previewing.page_context(draft, working_copy.newest_snapshot(draft))

    assert context["around"].related == [other]
    assert not Subject.objects.filter(article=draft).exists()


def test_neighbours_are_those_of_the_section_and_without_one_those_of_the_site(client):
    now = timezone.now()
    section = make_section()
    times = (now - timedelta(hours=hours) for hours in (5, 4, 3, 2, 1))
    first, stray, story, between, last = (
        make_article(section=place, published_at=at)
        for place, at in zip((section, None, section, None, section), times, strict=True)
    )

    (trail,) = around(client, story).trails
    assert (trail.older, trail.newer) == (first, last)
    (trail,) = around(client, stray).trails
    assert (trail.name, trail.older, trail.newer) == ("", first, story)
    assert around(client, between).trails[0].newer == last


def test_publishing_costs_the_same_however_many_stories_are_akin():
    def publish(number):
        draft = make_draft(tags=["buôn lậu", "biên giới"], title=f"Đơn vị mẫu số {number}")
        with CaptureQueriesContext(connection) as queries:
            publishing.publish(draft)
        return len(queries), len(Article.objects.get(pk=draft.pk).onward["kin"])

    costs = [publish(number) for number in range(16)]

    assert [kin for _queries, kin in costs] == [*range(13), 12, 12, 12]
    assert max(queries for queries, _kin in costs) == costs[1][0]
