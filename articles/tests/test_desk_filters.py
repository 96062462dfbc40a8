"""Saved filters: above every list, one's own, and those that administrators share."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import SavedFilter
from articles.tests.factories import make_draft, make_user

pytestmark = pytest.mark.django_db

STORIES = "/admin/articles/article/"
SAVE = "/admin/bo-loc/"


@pytest.fixture
def editor(client):
    user = make_user("editor")
    client.force_login(user)
    return user


def keep(client, name="Bài của tôi", path=STORIES, query="whose=mine", **more):
    return client.post(SAVE, {"name": name, "path": path, "query": query, **more})


def offered(client, path=STORIES) -> list[tuple[str, str]]:
    """Names and addresses in the menu above the list."""
    page = client.get(path).content.decode()
    menu = page[
        page.index("saved-filters__sheet") : page.index("</details>", page.index("saved-filters__sheet"))
    ]
    rows = SavedFilter.objects.all()
    return [(one.name, one.address) for one in rows if f'href="{one.address.replace("&", "&amp;")}"' in menu]


def test_how_a_list_is_looked_at_is_saved_applied_and_removed(client, editor):
    mine = make_draft(user=editor)
    make_draft()

    answer = keep(client, query="whose=mine&o=1&q=bai&p=3&e=1")

    assert answer.url == f"{STORIES}?o=1&q=bai&whose=mine"
    assert list(client.get(answer.url).context["cl"].result_list) == [mine]
    assert offered(client) == [("Bài của tôi", answer.url)]
    client.post(f"/admin/bo-loc/{SavedFilter.objects.get().pk}/xoa/")
    assert offered(client) == []


def test_a_name_saved_again_gives_way_to_the_new_filter(client, editor):
    keep(client)
    keep(client, query="state__exact=draft")

    assert SavedFilter.objects.get().query == "state__exact=draft"


@pytest.mark.parametrize("path", ["/admin/articles/tag/", "/admin/awards/honour/", "/admin/awards/event/"])
def test_every_list_has_its_own(client, editor, path):
    keep(client, path=path, query="q=mau")
    keep(client)

    assert offered(client, path) == [("Bài của tôi", f"{path}?q=mau")]


def test_nobody_sees_changes_or_removes_those_of_another(client, editor):
    keep(client)
    (kept,) = SavedFilter.objects.all()
    client.force_login(make_user("editor"))

    assert offered(client) == []
    assert client.post(f"/admin/bo-loc/{kept.pk}/xoa/").status_code == 404
    keep(client, query="state__exact=ready")
    kept.refresh_from_db()
    assert kept.query == "whose=mine"


def test_administrators_share_and_others_cannot(client, editor):
    keep(client, name="Của riêng", shared="on")
    client.force_login(make_user("administrator"))
    keep(client, name="Cho cả tòa soạn", query="state__exact=ready", shared="on")
    shared = SavedFilter.objects.get(name="Cho cả tòa soạn")

    client.force_login(make_user("reporter"))

    assert [name for name, _address in offered(client)] == ["Cho cả tòa soạn"]
    client.post(f"/admin/bo-loc/{shared.pk}/xoa/")
    assert SavedFilter.objects.filter(pk=shared.pk).exists()
    client.force_login(make_user("administrator"))
    client.post(f"/admin/bo-loc/{shared.pk}/xoa/")
    assert not SavedFilter.objects.filter(pk=shared.pk).exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"name": ""},
        {"name": "x" * 61},
        {"path": "https://example.org/"},
        {"path": "//example.org/admin/articles/article/"},
        {"path": "/admin/articles/article/1/delete/"},
        {"path": "/"},
        {"path": ""},
        {"query": "q=" + "x" * 2000},
    ],
)
def test_what_cannot_be_saved_is_said_and_leads_nowhere_else(client, editor, fields):
    answer = keep(client, **fields)

    assert answer.url.startswith("/admin/")
    assert not SavedFilter.objects.exists()
    assert [str(message) for message in client.get(answer.url, follow=True).context["messages"]]


def test_filters_are_neither_saved_nor_removed_by_a_link(client, editor):
    keep(client)
    (kept,) = SavedFilter.objects.all()

    assert client.get(SAVE).status_code == 405
    assert client.get(f"/admin/bo-loc/{kept.pk}/xoa/").status_code == 405


def test_many_saved_filters_cost_a_list_no_more_queries(client, editor):
    def cost_with(more: int) -> int:
        for number in range(more):
            keep(client, name=f"Bộ lọc {SavedFilter.objects.count()} {number}")
        client.get(STORIES)
        with CaptureQueriesContext(connection) as queries:
            client.get(STORIES)
        return len(queries)

    assert cost_with(1) == cost_with(9)
