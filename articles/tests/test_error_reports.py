"""“Báo lỗi”: a reader without an account is heard; programs and floods are not."""

import pytest
from django.core.cache import cache

from articles.error_reports import throttle
from articles.models import ErrorReport
from articles.tests.factories import make_article, make_draft, make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/bao-loi/"


@pytest.fixture(autouse=True)
def nobody_sent_anything():
    cache.clear()


def send(client, headers=None, **typed):
    return client.post(ADDRESS, {"trang": "/", "sai": "Số đúng là 29."} | typed, headers=headers)


def test_a_reader_reports_and_the_desk_hears_it(client):
    story = make_article(title="Bài có lỗi")
    path = story.get_absolute_url()

    form = client.get(ADDRESS, {"trang": path})
    answer = send(
        client, trang=path, sai="Số đúng là 29.", cau="Có 28 tập thể", lien_he="ban-doc@example.org"
    )
    thanks = client.get(answer["Location"])
    client.force_login(make_user("editor"))
    desk = client.get("/admin/").content.decode()

    report = ErrorReport.objects.get()
    assert "Bài có lỗi" in form.content.decode()
    assert f"{ADDRESS}?trang=" in client.get(path).content.decode()
    assert (report.article, report.path, report.quote) == (story, path, "Có 28 tập thể")
    assert "Cảm ơn bạn." in thanks.content.decode()
    assert not form.cookies
    assert not answer.cookies
    assert "Số đúng là 29." in desk


def test_the_desk_answers_and_the_report_leaves_its_list(client):
    send(client)
    report = ErrorReport.objects.get()
    user = make_user("editor")
    client.force_login(user)

    client.post(
        f"/admin/articles/errorreport/{report.pk}/change/",
        {"state": "corrected", "answer": "Đã sửa thành 29.", "text": "Sửa lời bạn đọc"},
    )
    report.refresh_from_db()
    client.get("/admin/")  # what was done is said once

    assert (report.state, report.answer, report.answered_by) == ("corrected", "Đã sửa thành 29.", user)
    assert report.text == "Số đúng là 29."
    assert "Số đúng là 29." not in client.get("/admin/").content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        {"sai": ""},
        {"sai": "x" * 5000},
        {"trang": "/admin/"},
        {"trang": "//example.org/"},
        {"trang": "/a/b/c/d"},
    ],
)
def test_a_mistake_is_told_and_nothing_typed_is_lost(client, typed):
    answer = send(client, cau="Câu đã gõ", **typed)

    assert answer.status_code == 400
    assert "Câu đã gõ" in answer.content.decode()
    assert not ErrorReport.objects.exists()


def test_programs_that_fill_in_everything_are_thanked_and_not_heard(client):
    assert send(client, trang_nha="http://example.org").status_code == 302
    assert not ErrorReport.objects.exists()


def test_another_site_cannot_send_for_a_reader(client):
    answer = client.post(ADDRESS, {"trang": "/", "sai": "x"}, HTTP_ORIGIN="https://example.org")

    assert answer.status_code == 403
    assert '<a class="button" href="/">Về trang nhất</a>' in answer.content.decode()


def test_too_many_from_one_address_wait_and_lose_nothing(client):
    answers = [send(client) for _ in range(throttle.MOST_AN_HOUR + 1)]

    assert [answer.status_code for answer in answers] == [302] * throttle.MOST_AN_HOUR + [429]
    assert "Số đúng là 29." in answers[-1].content.decode()
    assert ErrorReport.objects.count() == throttle.MOST_AN_HOUR


def test_readers_behind_the_proxy_of_the_site_are_counted_apart(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    answers = [
        send(client, {"X-Forwarded-For": f"10.0.0.1, 10.0.1.{reader}"})
        for reader in range(throttle.MOST_AN_HOUR + 1)
    ]

    assert {answer.status_code for answer in answers} == {302}


def test_the_form_tells_nothing_of_what_is_hidden(client):
    draft = make_draft(title="Bí mật nháp")

    answer = client.get(ADDRESS, {"trang": draft.get_absolute_url()})

    assert "Bí mật" not in answer.content.decode()
    assert client.get(ADDRESS, {"trang": "/admin/"}).status_code == 404
