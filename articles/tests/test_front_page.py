"""The front page as an editor arranges it: in its places, in its time, and without gaps."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import AuditEntry, FrontPage
from articles.tests.factories import make_article, make_draft, make_section, make_user
from newsroom import places

pytestmark = pytest.mark.django_db

NOW = timezone.now()
ADD = "/admin/articles/frontpage/add/"


@pytest.fixture(autouse=True)
def no_bands(monkeypatch):
    monkeypatch.setitem(places._filled, "front_bands", [])


def arranged(*, starts_at=NOW - timedelta(hours=1), ends_at=None, **content) -> FrontPage:
    return FrontPage.objects.create(name="Trang mẫu", starts_at=starts_at, ends_at=ends_at, content=content)


def shown(client, address="/"):
    return client.get(address).context["front"]


def stories_by_age(count: int, **fields) -> list:
    return [make_article(published_at=NOW - timedelta(hours=age), **fields) for age in range(1, count + 1)]


def river(front) -> list:
    return [story for _day, stories in front.river for story in stories]


def test_chosen_stories_take_their_places_and_the_newest_fill_the_rest(client):
    new, second, third, old = stories_by_age(4)
    arranged(lead=old.pk, secondary=[third.pk])

    front = shown(client)

    assert (front.lead, front.secondary, river(front)) == (old, [third, new], [second])


def test_a_strip_shows_a_section_without_what_stands_higher_up(client):
    section, other = make_section(name="Chuyên mục mẫu"), make_section()
    ours = stories_by_age(6, section=section)
    theirs = stories_by_age(2, section=other)
    strips = [{"source": f"section:{section.pk}", "count": 3}, {"source": f"section:{other.pk}", "count": 3}]
    arranged(lead=ours[1].pk, secondary=[ours[0].pk, theirs[0].pk], strips=strips)

    front = shown(client)

    assert [(strip.name, strip.stories) for strip in front.strips] == [
        (section.name, ours[2:5]),
        (other.name, theirs[1:]),
    ]
    assert river(front) == ours[5:]
    assert f'href="{section.get_absolute_url()}">Chuyên mục mẫu' in client.get("/").content.decode()


def test_what_readers_may_not_see_leaves_no_gap(client):
    first, second, gone = stories_by_age(3)
    publishing.withdraw(gone)
    draft = make_draft()
    later = make_article(published_at=NOW + timedelta(hours=1))
    strips = [{"source": name, "count": 3} for name in ("section:999", "gone:1", "section:", "campaign:7")]
    arranged(lead=gone.pk, secondary=[draft.pk, later.pk, 0], strips=strips)

    front = shown(client)

    assert (front.lead, front.secondary, front.strips, front.river) == (first, [second], [], [])


def test_arrangements_follow_each_other_by_their_time(client):
    new, *others = stories_by_age(4)
    standing, festive, planned = others
    arranged(lead=standing.pk, starts_at=NOW - timedelta(days=2))
    arranged(lead=festive.pk, starts_at=NOW - timedelta(days=1), ends_at=NOW - timedelta(minutes=1))
    arranged(lead=planned.pk, starts_at=NOW + timedelta(hours=1))
    arranged(lead=new.pk, starts_at=None)

    assert shown(client).lead == standing
    FrontPage.objects.filter(ends_at__isnull=False).update(ends_at=NOW + timedelta(days=1))
    assert shown(client).lead == festive
    FrontPage.objects.all().delete()
    assert shown(client).lead == new


def test_a_shared_cache_keeps_the_page_only_until_the_next_arrangement(client):
    stories_by_age(1)
    client.force_login(make_user("managing_editor"))
    client.logout()
    plain = client.get("/")["Cache-Control"]
    from articles.models import Masthead

    Masthead.current().save()
    arranged(starts_at=timezone.now() + timedelta(seconds=20))
    planned = client.get("/")["Cache-Control"]

    assert plain != planned


@pytest.mark.parametrize("count", [2, 30])
def test_an_arranged_page_costs_three_queries_and_its_bands(client, count, django_assert_num_queries):
    sections = [make_section() for _ in range(6)]
    stories = [make_article(section=sections[n % 6]) for n in range(count)]
    strips = [{"source": f"section:{section.pk}", "count": 6} for section in sections]
    arranged(lead=stories[1].pk, secondary=[stories[0].pk], strips=strips)

    with django_assert_num_queries(3):
        client.get("/")


def test_an_editor_arranges_looks_and_is_on_record(client):
    section = make_section(name="Chuyên mục mẫu")
    lead, beside, _other = stories_by_age(3, section=section)
    user = make_user("managing_editor")
    client.force_login(user)
    typed = {
        "name": "Ngày hội mẫu",
        "starts_at": "2026-01-01T08:00",
        "lead": lead.pk,
        "secondary_2": beside.pk,
        "strip_1": f"section:{section.pk}",
        "strip_1_count": "4",
    }

    answer = client.post(ADD, typed)
    page = FrontPage.objects.get()
    form = client.get(f"/admin/articles/frontpage/{page.pk}/change/").context["adminform"].form
    preview = client.get(f"/admin/articles/frontpage/{page.pk}/preview/")

    assert answer.status_code == 302
    assert page.content == {
        "lead": lead.pk,
        "secondary": [beside.pk],
        "strips": [{"source": f"section:{section.pk}", "count": 4}],
    }
    assert (form["lead"].value(), form["secondary_1"].value(), form["strip_1_count"].value()) == (
        lead.pk,
        beside.pk,
        4,
    )
    assert preview.context["front"].lead == lead
    assert "Trang nhất xem thử: Ngày hội mẫu." in preview.content.decode()
    assert "no-store" in preview["Cache-Control"]
    assert AuditEntry.objects.about(page).get().user_name == user.username
    assert "Đang áp dụng" in client.get("/admin/articles/frontpage/").content.decode()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"lead": "STORY", "secondary_1": "STORY"}, "secondary_1"),
        ({"lead": "x' OR 1"}, "lead"),
        ({"lead": "99999999999999999999"}, "lead"),
        ({"strip_1": "section:0"}, "strip_1"),
        ({"strip_1": "section:1", "strip_3": "section:1"}, "strip_3"),
        ({"strip_1_count": "5"}, "strip_1_count"),
        ({"ends_at": "2026-01-01T08:00"}, "starts_at"),
        ({"starts_at": "2026-01-02T08:00", "ends_at": "2026-01-01T08:00"}, "__all__"),
    ],
)
def test_a_mistake_is_told_at_its_field_and_nothing_typed_is_lost(client, typed, field):
    story = make_article(section=make_section(pk=1))
    typed = {name: str(story.pk) if value == "STORY" else value for name, value in typed.items()}
    client.force_login(make_user("managing_editor"))

    answer = client.post(ADD, {"name": "Trang có lỗi"} | typed)
    form = answer.context["adminform"].form

    assert (answer.status_code, list(form.errors)) == (200, [field])
    assert form["name"].value() == "Trang có lỗi"
    assert not FrontPage.objects.exists()
