"""Lists of the desk: found without accents, filtered, and as cheap with many rows as with few."""

import pytest
from django.urls import reverse

from articles.models import Author, Redirect, Section
from articles.tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_photo,
    make_section,
    make_user,
)

pytestmark = pytest.mark.django_db

STORIES = "/admin/articles/article/"


@pytest.fixture
def desk(client):
    client.force_login(make_user("managing_editor"))
    return client


def shown(response) -> set:
    return set(response.context["cl"].result_list)


@pytest.mark.parametrize("query", ["duong pho", "DUONG", "đường phố", "Đường", "pho duong"])
def test_stories_are_found_without_accents_case_or_order(desk, query):
    wanted = make_draft(title="Đường phố Đà Nẵng")
    make_draft(title="Hải quan")

    assert shown(desk.get(STORIES, {"q": query})) == {wanted}


def test_a_search_for_wildcards_finds_only_them(desk):
    make_draft(title="Hải quan")

    assert shown(desk.get(STORIES, {"q": "%"})) == set()


@pytest.mark.parametrize(
    ("model", "field", "name"),
    [("byline", "author", "Đinh Tiến Dũng"), ("correction", "article", "Đinh Tiến Dũng")],
)
def test_autocompletes_find_dinh_tien_dung(desk, model, field, name):
    wanted = make_author(name=name) if field == "author" else make_article(title=name)
    query = {"app_label": "articles", "model_name": model, "field_name": field, "term": "dinh tien dung"}

    results = desk.get(reverse("admin:autocomplete"), query).json()["results"]

    assert [int(result["id"]) for result in results] == [wanted.pk]


def test_stories_are_filtered_by_state_section_kind_of_author_and_owner(desk):
    section, official = make_section(), make_author(kind=Author.Kind.OFFICIAL)
    user = make_user("managing_editor")
    desk.force_login(user)
    by_official = make_draft(authors=[official])
    in_section = make_draft(section=section)
    out = make_article()
    mine = make_draft(user=user)
    signed = make_draft(authors=[make_author(user=user)])

    assert shown(desk.get(STORIES, {"author_kind": "official"})) == {by_official}
    assert shown(desk.get(STORIES, {"section__id__exact": section.pk})) == {in_section}
    assert shown(desk.get(STORIES, {"state__exact": "published"})) == {out}
    assert shown(desk.get(STORIES, {"whose": "mine"})) == {mine, signed}
    assert len(shown(desk.get(STORIES, {"author_kind": "nobody"}))) == 5


@pytest.mark.parametrize(("query", "offered"), [("", False), ("q=hai", True), ("state__exact=draft", True)])
def test_showing_all_is_offered_where_something_is_left_out(desk, query, offered):
    make_draft(title="Hải quan")

    assert ("Hiện tất cả" in desk.get(f"{STORIES}?{query}").content.decode()) == offered


def test_the_story_worked_on_last_stands_first(desk):
    first, second = make_draft(), make_draft()

    assert list(desk.get(STORIES).context["cl"].result_list) == [second, first]


def test_pages_of_the_list_hold_each_story_once(desk):
    made = {make_draft() for _ in range(53)}

    first, second = (list(desk.get(STORIES, {"p": page}).context["cl"].result_list) for page in (1, 2))

    assert (len(first), len(second)) == (50, 3)
    assert set(first) | set(second) == made


def test_a_page_that_is_not_there_leads_back_to_the_list(desk):
    make_draft()

    assert desk.get(STORIES, {"p": "7"}).status_code in {200, 302}
    assert desk.get(STORIES, {"p": "x"}).status_code in {200, 302}


@pytest.mark.parametrize("count", [2, 7])
def test_the_list_of_stories_costs_the_same_however_long(desk, count, django_assert_num_queries):
    section = make_section()
    for _ in range(count):
        make_article(authors=[make_author(), make_author()], section=section)
    desk.get(STORIES)

    with django_assert_num_queries(14):
        desk.get(STORIES, {"q": "bai mau"})


@pytest.mark.parametrize("count", [2, 7])
@pytest.mark.parametrize("model", ["author", "tag", "section", "revision", "transition", "correction"])
def test_other_lists_cost_the_same_however_long(desk, model, count, django_assert_max_num_queries):
    for n in range(count):
        article = make_article(authors=[make_author()], tags=[f"từ khóa {n}"], section=make_section())
        article.corrections.create(text="Sửa.")
    url = reverse(f"admin:articles_{model}_changelist")
    desk.get(url)

    with django_assert_max_num_queries(12):
        response = desk.get(url)

    assert len(shown(response)) == count


def test_the_index_shows_what_waits_by_role(client):
    reporter = make_user("reporter")
    draft = make_draft(user=reporter, title="Bài nháp")
    submitted = make_draft(user=make_user("reporter"), title="Bài chờ biên tập")
    type(submitted).objects.filter(pk=submitted.pk).update(state="submitted")
    pages = {}
    for role, user in (
        ("reporter", reporter),
        ("editor", make_user("editor")),
        ("registry", make_user("registry_editor")),
    ):
        client.force_login(user)
        pages[role] = client.get("/admin/").content.decode()

    assert draft.title in pages["reporter"]
    assert submitted.title not in pages["reporter"]
    assert submitted.title in pages["editor"]
    assert "desk-waiting" not in pages["registry"]


# Records around stories -----------------------------------------------------------------------------


def test_a_renamed_author_keeps_the_old_address_and_renews_stories(desk, client):
    author = make_author(name="N.Linh")
    story = make_article(authors=[author])
    form = {"name": "Nguyễn Linh", "slug": "nguyen-linh", "kind": "staff"}

    desk.post(reverse("admin:articles_author_change", args=[author.pk]), form)

    assert Redirect.objects.get().old_path == "/tac-gia/n-linh/"
    assert "Nguyễn Linh" in client.get(story.get_absolute_url()).content.decode()


def test_a_section_changed_on_the_desk_changes_the_navigation(desk, client):
    desk.post(reverse("admin:articles_section_add"), {"name": "Thời sự", "position": "1"})

    assert Section.objects.get().slug == "thoi-su"
    assert "/chuyen-muc/thoi-su/" in client.get("/").content.decode()


def test_a_correction_stands_on_the_story_as_soon_as_it_is_saved(desk, client):
    story = make_article()
    form = {
        "article": story.pk,
        "kind": "correction",
        "text": "Tên đúng là Người Mẫu.",
        "at_0": "1/1/2026",
        "at_1": "7:00",
    }

    desk.post(reverse("admin:articles_correction_add"), form)

    assert "Tên đúng là Người Mẫu." in client.get(story.get_absolute_url()).content.decode()


@pytest.mark.parametrize("path", ["tac-gia/cu/", "https://example.org/", "//example.org/", "javascript:1"])
def test_a_redirect_leads_only_within_the_site(desk, path):
    desk.post(reverse("admin:articles_redirect_add"), {"old_path": "/cu/", "new_path": path})

    assert not Redirect.objects.exists()


def test_a_redirect_cannot_lead_to_itself_and_says_so(desk):
    response = desk.post(reverse("admin:articles_redirect_add"), {"old_path": "/cu/", "new_path": "/cu/"})

    assert response.context["adminform"].form.non_field_errors()


def test_the_masthead_is_one_form(client):
    client.force_login(make_user("administrator"))

    client.post("/admin/articles/masthead/1/change/", {"name": "Báo Mẫu"})

    assert client.get("/admin/articles/masthead/").url == "/admin/articles/masthead/1/change/"
    assert client.get("/admin/articles/masthead/add/").status_code == 403
    assert "Báo Mẫu" in client.get("/toa-soan/").content.decode()


def test_a_portrait_is_chosen_by_its_reference(desk):
    photo, author = make_photo(), make_author()
    url = reverse("admin:articles_author_change", args=[author.pk])

    desk.post(url, {"name": author.name, "slug": author.slug, "kind": author.kind, "portrait": photo.ref})

    author.refresh_from_db()
    assert author.portrait == photo
    assert desk.get(url).context["adminform"].form["portrait"].value() == photo.ref
