"""The roll for paper: whole, as far as one print can hold, without filters and charts."""

import re
from html import unescape

import pytest

from awards.roll.pages import Room
from awards.tests.factories import make_announcement, make_form, make_honour, make_organisation, prove
from awards.tests.queries import queries_of
from awards.tests.reading import text, words_of

pytestmark = pytest.mark.django_db

PRINTED = "/vinh-danh/ban-in/"


@pytest.fixture
def wall(story, monkeypatch):
    """Six units with one form and one total of another; the screen has room for two honours."""
    monkeypatch.setattr("awards.views.roll.ON_SCREEN", Room(2, 60))
    form = make_form(name="Bằng khen Mẫu", slug="bang-khen-mau")
    for place in range(6):
        unit = prove(make_organisation(name=f"Đơn vị {place}"), story)
        prove(make_honour(form=form, organisation=unit, year=2019 + place % 2), story)
    prove(make_announcement(form=make_form(name="Huân chương Mẫu"), count=5), story)


def names(response) -> list[str]:
    found = re.findall(r'class="honour__name">(.*?)</p>', response.content.decode(), re.DOTALL)
    return [words_of(name) for name in found]


def test_paper_shows_all_that_the_filters_ask_for(client, wall):
    screen, paper = (client.get(f"{address}?year=2020") for address in ("/vinh-danh/", PRINTED))

    assert [len(names(screen)), len(names(paper))] == [2, 3]
    assert "Bảng vàng vinh danh: 2020" in text(paper)
    assert "3 khen thưởng có tên" in text(paper)
    assert 'class="facet' not in paper.content.decode()
    assert 'href="/vinh-danh/ban-in/?year=2020"' in screen.content.decode()


def test_announced_totals_stand_on_paper_too(client, wall):
    assert "đã công bố 5 · có tên 0" in text(client.get(PRINTED))


def test_what_one_print_cannot_hold_follows_in_the_next(client, wall, monkeypatch):
    monkeypatch.setattr("awards.views.roll.ON_PAPER", Room(4, 60))
    first = client.get(PRINTED)
    following = re.search(r'href="([^"]+)" rel="next"', first.content.decode())
    second = client.get(unescape(following[1]))

    assert "Bản này in 4 trong 6 khen thưởng có tên" in text(first)
    assert sorted(names(first) + names(second)) == sorted(
        f"Đơn vị {place} năm {2019 + place % 2}" for place in range(6)
    )


def test_paper_costs_the_same_few_queries_at_any_size(client, wall, story):
    few = queries_of(client, f"{PRINTED}?form=bang-khen-mau")
    for _ in range(5):
        prove(make_honour(organisation=prove(make_organisation(), story)), story)

    assert queries_of(client, f"{PRINTED}?form=bang-khen-mau") == few <= 8


def test_a_value_that_no_filter_has_is_a_bad_request_on_paper_too(client, wall):
    assert client.get(f"{PRINTED}?year=xx").status_code == 400
