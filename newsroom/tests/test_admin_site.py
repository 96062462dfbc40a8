"""The frame of the desk: language, policy of scripts and styles, login."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType

pytestmark = pytest.mark.django_db


def test_the_language_is_chosen_once_and_kept(client):
    response = client.post("/admin/ngon-ngu/", {"language": "en", "next": "/admin/login/"})

    cookie = response.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (cookie.value, response.url) == ("en", "/admin/login/")
    assert 'lang="en"' in client.get("/tai-khoan/login/").content.decode()


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/", "javascript:alert(1)", ""])
def test_choosing_a_language_leads_nowhere_else(client, back):
    assert client.post("/admin/ngon-ngu/", {"language": "en", "next": back}).url == "/admin/"


def test_an_unknown_language_is_not_kept(client):
    assert not client.post("/admin/ngon-ngu/", {"language": "xx"}).cookies


def test_a_language_is_not_chosen_by_a_link(client):
    assert client.get("/admin/ngon-ngu/", {"language": "en"}).status_code == 405


@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/article/", "/admin/articles/article/add/"])
def test_no_script_of_the_desk_stands_in_the_page_without_a_nonce(admin_client, path):
    response = admin_client.get(path)

    policy = response["Content-Security-Policy"]
    scripts = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))["script-src"]
    assert "unsafe" not in scripts
    page = response.content.decode()
    inline = [tag for tag in re.findall(r"<script\b[^>]*>", page) if "src=" not in tag]
    nonce = re.search(r"'nonce-([^']+)'", scripts)
    assert all(nonce and f'nonce="{nonce[1]}"' in tag for tag in inline if "application/json" not in tag)
    assert not re.search(r"\son[a-z]+=", page)


def test_pages_outside_the_desk_allow_no_inline_style(client):
    assert "unsafe-inline" not in client.get("/tai-khoan/login/")["Content-Security-Policy"]


def test_the_desk_logs_in_through_the_account_page(client):
    assert client.get("/admin/login/").url.startswith("/tai-khoan/login/")


def test_who_is_refused_on_the_desk_finds_the_way_back_to_it(client):
    client.force_login(get_user_model().objects.create_user("mau", is_staff=True))

    refused = client.get("/admin/auth/user/")

    assert refused.status_code == 403
    assert '<a class="button" href="/admin/">' in refused.content.decode()


def test_nobody_signs_up(client):
    client.post(
        "/tai-khoan/signup/",
        {
            "username": "la",
            "email": "la@example.org",
            "password1": "mat-khau-dai-1",
            "password2": "mat-khau-dai-1",
        },
    )

    assert not get_user_model().objects.exists()


# Addresses made up by hand ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        "title__regex=(a%2B)%2B%24",
        "body__contains=x",
        "title__range=1",
        "pk__in=99999999999999999999",
        "published_at__year=0",
        "created_by__password__startswith=p",
        "published_at__gte=0001-01-01T00:00:00%2B23:59",
        "section__gte=99999999999999999999",
    ],
)
@pytest.mark.django_db(transaction=True)
def test_a_list_answers_what_its_filters_ask_and_refuses_the_rest(admin_client, query):
    """Outside of a test's own transaction, which PostgreSQL gives up after a query that it refuses."""
    assert admin_client.get(f"/admin/articles/article/?{query}").status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "state__exact=draft",
        "section__id__exact=1",
        "section__isnull=1",
        "published_at__gte=2020-01-01T00:00:00Z&published_at__lt=2021-01-01T00:00:00Z",
        "whose=mine",
        "q=x&p=1",
    ],
)
def test_the_filters_of_a_list_are_answered(admin_client, query):
    assert admin_client.get(f"/admin/articles/article/?{query}").status_code == 200


def test_a_record_without_a_page_has_none_on_the_site(admin_client, admin_user):
    kind = ContentType.objects.get_for_model(admin_user)

    assert admin_client.get(f"/admin/r/{kind.pk}/{admin_user.pk}/").status_code == 404


def test_lists_stand_in_the_order_of_the_vietnamese_alphabet(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("quan-tri"))

    groups = client.get("/admin/").context["app_list"]

    stories = next(group for group in groups if group["app_label"] == "articles")
    names = [str(model["name"]) for model in stories["models"]]
    assert names.index("Ảnh") < names.index("Bài") < names.index("Đính chính") < names.index("Từ khóa")
