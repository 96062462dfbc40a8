"""Rights of a picture that end: warned of before, hidden from readers after, never a broken picture."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from lxml import html

from articles import gate, working_copy
from articles.models import PreviewLink
from articles.photos.markup import file_url, plate_url, social_url, thumbnail_url
from articles.photos.storing import store_photo
from articles.tests.factories import make_article, make_author, make_draft, make_photo, make_user
from articles.tests.pictures import encoded, quarters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]

TODAY = timezone.localdate()
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def within_the_day():
    """A run of the tests may well go on into the next day."""
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=timezone.get_default_timezone())
    with time_machine.travel(noon):
        yield


def make_picture(**fields):
    return store_photo(make_photo(**fields), encoded(quarters(900, 600)))


@pytest.fixture
def calendar(monkeypatch):
    """Moves the newsroom's clock: `calendar(days=2)` is this time in two days."""

    def later(**by):
        moment = timezone.now() + timedelta(**by)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return later


def pictures(client, story) -> list[str]:
    page = html.fromstring(client.get(story.get_absolute_url()).content.decode())
    return page.xpath("//article//figure//img[not(@class='shot__blur')]/@src")


def test_on_its_last_day_a_picture_is_shown_and_the_day_after_its_plate(client, calendar):
    photo = make_picture(rights_until=TODAY)
    body = f'<p>Đoạn.</p><figure><img data-file="{photo.ref}"></figure>'
    story = make_article(lead_photo=photo, body=body)
    address = file_url(photo)
    assert pictures(client, story) == [address] * 2

    calendar(days=1)

    page = client.get(story.get_absolute_url()).content.decode()
    assert pictures(client, story) == [plate_url()] * 2
    assert photo.caption in page
    assert "data:image" not in page


def test_nobody_has_to_ask_for_the_page_for_a_stored_address_to_close(client, calendar):
    photo = make_picture(rights_until=TODAY)
    make_article(lead_photo=photo)
    addresses = [file_url(photo), social_url(photo), thumbnail_url(photo)]

    calendar(days=1)
    answers = [client.get(address) for address in addresses]

    assert {answer.status_code for answer in answers} == {410}
    assert {answer["Content-Type"] for answer in answers} == {"image/svg+xml"}
    assert {answer["Cache-Control"] for answer in answers} == {"no-store"}


def test_a_cache_may_not_keep_a_picture_beyond_its_rights(client, monkeypatch):
    photo = make_picture(rights_until=TODAY)
    make_article(lead_photo=photo)
    almost = timezone.make_aware(datetime.combine(TODAY, datetime.max.time())) - timedelta(minutes=10)
    monkeypatch.setattr(timezone, "now", lambda: almost)

    kept = client.get(file_url(photo))["Cache-Control"]

    assert kept == "public, max-age=600"


def test_a_picture_that_was_never_public_stays_not_found(client):
    photo = make_picture(rights_until=TODAY - DAY)
    make_draft(lead_photo=photo)

    assert client.get(thumbnail_url(photo)).status_code == 404


def test_lists_cards_portraits_and_the_api_show_the_plate_too(client):
    photo = make_picture(rights_until=TODAY - DAY)
    author = make_author(portrait=photo)
    story = make_article(lead_photo=photo, authors=[author])

    told = client.get(f"/api/v1/articles/{story.slug}").json()

    assert (told["lead_photo"]["url"], told["lead_photo"]["width"]) == (None, None)
    assert told["lead_photo"]["credit"] == photo.credit
    for address in ("/", story.get_absolute_url(), author.get_absolute_url()):
        assert f"/photos/{photo.ref}/" not in client.get(address).content.decode()


def test_a_share_link_shows_no_more_than_readers_see_and_the_desk_sees_all(client):
    photo = make_picture(rights_until=TODAY - DAY)
    draft = make_draft(lead_photo=photo)
    link = PreviewLink.objects.create(
        revision=working_copy.newest(draft), expires_at=timezone.now() + DAY, user=make_user("editor")
    )
    address = thumbnail_url(photo)

    assert f"/photos/{photo.ref}/" not in client.get(f"/xem-thu/{link.token}/").content.decode()
    assert client.get(f"{address}?xem-thu={link.token}").status_code == 404
    client.force_login(make_user("editor"))
    assert client.get(address).status_code == 200


def test_a_page_whose_moment_is_over_is_rendered_once(client, calendar, django_assert_num_queries):
    story = make_article(lead_photo=make_picture(rights_until=TODAY))
    calendar(days=1)
    client.get(story.get_absolute_url())

    with django_assert_num_queries(3):
        client.get(story.get_absolute_url())

    story.refresh_from_db()
    assert story.page_until is None


def test_a_quiet_site_is_renewed_by_the_command(calendar, capsys):
    story = make_article(lead_photo=make_picture(rights_until=TODAY))
    make_article(lead_photo=make_picture(rights_until=TODAY + 2 * DAY))
    calendar(days=1)

    call_command("render_stories", stale=True)

    assert capsys.readouterr().out == "1 stories rendered\n"
    story.refresh_from_db()
    assert plate_url() in story.story_html


@pytest.mark.parametrize(("days", "found"), [(-1, 1), (0, 1), (30, 1), (31, 0)])
def test_the_gate_warns_thirty_days_before_and_after(days, found):
    photo = make_picture(rights_until=TODAY + days * DAY)
    draft = make_draft(lead_photo=photo)

    remarks = gate.findings(draft, working_copy.newest_snapshot(draft))

    assert [one.required for one in remarks if one.code == "rights"] == [False] * found


@pytest.mark.parametrize(("role", "told"), [("managing_editor", True), ("reporter", False)])
def test_the_desk_names_public_pictures_whose_rights_end(client, role, told):
    soon, later = make_photo(rights_until=TODAY + DAY), make_photo(rights_until=TODAY + 31 * DAY)
    in_draft = make_photo(rights_until=TODAY)
    make_article(lead_photo=soon)
    make_article(lead_photo=later)
    make_draft(lead_photo=in_draft)
    client.force_login(make_user(role))

    page = html.fromstring(client.get("/admin/").content.decode())

    panel = page.xpath("string(//section[@aria-labelledby='desk-rights'])")
    assert [photo.caption in panel for photo in (soon, later, in_draft)] == [told, False, False]


def test_the_library_filters_by_rights(client):
    ended, soon, later = (make_photo(rights_until=TODAY + days * DAY) for days in (-1, 30, 31))
    make_photo()
    client.force_login(make_user("managing_editor"))

    def listed(value):
        return set(client.get("/admin/articles/photo/", {"until": value}).context["cl"].queryset)

    assert listed("ended") == {ended}
    assert listed("soon") == {soon}
    assert listed("dated") == {ended, soon, later}
