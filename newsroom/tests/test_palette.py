"""Quick search of the desk: everything a person may see, found without accents, and nothing else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from articles.tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_photo,
    make_section,
    make_tag,
    make_user,
)
from awards.tests.factories import make_honour, make_organisation, make_person

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/tim-nhanh/"


def asked(client, query: str) -> dict[str, list[str]]:
    """Labels of what was found, by kind."""
    groups = client.get(ADDRESS, {"q": query}).json()["groups"]
    return {group["name"]: [entry["label"] for entry in group["entries"]] for group in groups}


def test_every_kind_of_record_is_found_without_accents(client):
    client.force_login(make_user("administrator"))
    story = make_draft(title="Cảng Đình Vũ thông quan")
    make_author(name="Vũ Đình Mẫu")
    make_tag(name="đình vũ")
    make_section(name="Đình Vũ hôm nay")
    make_photo(caption="Tàu vào Đình Vũ.")
    unit = make_organisation(name="Hải quan Đình Vũ")
    make_person(full_name="Đình Vũ Mẫu")
    make_honour(organisation=unit)

    found = asked(client, "dinh VU")

    assert list(found) == [
        "Bài",
        "Tác giả",
        "Từ khóa",
        "Chuyên mục",
        "Ảnh",
        "Khen thưởng",
        "Đơn vị",
        "Cá nhân",
    ]
    assert found["Bài"] == ["Cảng Đình Vũ thông quan"]
    entry = client.get(ADDRESS, {"q": "thong quan cang"}).json()["groups"][0]["entries"][0]
    assert entry["address"] == f"/admin/articles/article/{story.pk}/change/"
    assert client.get(entry["address"]).status_code == 200


def test_a_person_finds_only_what_their_lists_show(client):
    reporter = make_user("reporter")
    client.force_login(reporter)
    make_draft(title="Bài kín của người khác")
    make_draft(title="Bài kín của tôi", user=reporter)
    make_draft(title="Bài kín tôi ký", authors=[make_author(user=reporter)])
    make_organisation(name="Đơn vị kín")

    assert asked(client, "kin") == {"Bài": ["Bài kín tôi ký", "Bài kín của tôi"]}


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?q=bai"])
def test_who_is_not_at_the_desk_is_asked_to_log_in(client, address):
    make_article(title="Bài mẫu")
    client.force_login(make_user())

    response = client.get(address)

    assert response.status_code == 302
    assert "/admin/login/" in response.url


def test_without_words_it_offers_commands_and_lists(client):
    client.force_login(make_user("reporter"))

    found = asked(client, "")

    assert found["Lệnh"][0] == "Viết bài"
    assert "Bài" in found["Danh sách"]
    assert "Người dùng" not in found["Danh sách"]


def test_a_command_is_found_by_the_beginnings_of_its_words_and_only_by_those_who_may(client):
    client.force_login(make_user("reporter"))
    assert asked(client, "viet b")["Lệnh"] == ["Viết bài"]

    client.force_login(make_user("registry_editor"))
    assert "Lệnh" not in asked(client, "viet b")


@pytest.mark.parametrize("query", ["%", "_", "\\", "'", "a" * 5000, "\u0301", "  ", "🙂", "a b c d e f g h"])
def test_whatever_is_typed_is_answered(client, query):
    client.force_login(make_user("administrator"))
    make_draft(title="Bài mẫu")

    assert "Bài" not in asked(client, query)


def test_a_browser_without_scripts_gets_a_page(client):
    client.force_login(make_user("editor"))
    make_draft(title="Bài về <b>thi đua</b>")

    response = client.get(ADDRESS, {"q": "thi dua"}, headers={"accept": "text/html,*/*;q=0.8"})

    page = response.content.decode()
    assert response["Content-Type"].startswith("text/html")
    assert response["Vary"].find("Accept") >= 0
    assert "Bài về &lt;b&gt;thi đua&lt;/b&gt;" in page
    assert 'value="thi dua"' in page


@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/article/", "/admin/articles/article/add/"])
def test_every_page_of_the_desk_leads_to_it(client, path):
    client.force_login(make_user("editor"))

    page = client.get(path).content.decode()

    assert f'href="{ADDRESS}"' in page
    assert "data-palette=" in page
    assert "data-shortcuts" in page


def test_a_small_window_and_the_login_page_have_no_quick_search(client):
    assert "data-palette" not in client.get("/tai-khoan/login/").content.decode()
    client.force_login(make_user("editor"))
    assert "data-palette" not in client.get("/admin/articles/photo/picker/").content.decode()


def test_it_costs_the_same_however_much_there_is(client):
    client.force_login(make_user("administrator"))

    def cost_with(more: int) -> int:
        for _ in range(more):
            story = make_article(authors=[make_author(name="Người mẫu")], tags=["mẫu"], title="Bài mẫu")
            make_honour(organisation=make_organisation(name="Đơn vị mẫu"))
            make_photo(caption="Ảnh mẫu")
            make_section(name=f"Mục mẫu {story.pk}")
        with CaptureQueriesContext(connection) as queries:
            assert len(asked(client, "mau")["Bài"]) == min(Article.objects.count(), 5)
        return len(queries)

    client.get(ADDRESS)
    assert cost_with(1) == cost_with(20) <= 30
