"""What the registry shows on pages that know nothing of it."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import timezone

from articles import publishing
from articles.models import Article
from articles.tests.factories import make_article, make_draft
from awards import places
from awards.cited_stories import deletion_blockers
from awards.models import Person
from awards.registry_desk.panel import desk_panel
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_event,
    make_form,
    make_honour,
    make_model,
    make_organisation,
    make_person,
    prove,
)
from awards.tests.reading import words_of

pytestmark = pytest.mark.django_db

YEAR = timezone.localdate().year


def renewed(story) -> str:
    publishing.renew(Article.objects.filter(pk=story.pk))
    story.refresh_from_db()
    return story.story_html


# --- Beside a story -----------------------------------------------------------------------------


def test_a_story_shows_what_it_proves_with_the_way_to_record_and_paragraph():
    story = make_article()
    order = make_form(name="Huân chương Mẫu", slug="huan-chuong-mau", family="order", has_classes=True)
    unit = prove(make_organisation(name="Cục Mẫu", slug="cuc-mau"), story)
    prove(make_honour(form=order, order_class="nhat", organisation=unit, ref="hcm-cuc-mau"), story)
    prove(make_announcement(form=order, order_class="nhat", count=7, ref="cong-bo-7"), story)
    prove(make_campaign(name="Thi đua mẫu", slug="thi-dua-mau"), story, block="tit", quote=story.title)
    prove(make_event(name="Hội nghị mẫu", slug="hoi-nghi-mau"), story)
    prove(make_model(name="Cách làm hay", slug="cach-lam-hay", organisation=unit), story)

    html = renewed(story)

    assert "Huân chương Mẫu hạng Nhất" in words_of(html)
    assert "Đã công bố: 7 tập thể" in words_of(html)
    for address in (
        "/hinh-thuc/huan-chuong-mau/#hcm-cuc-mau", "/hinh-thuc/huan-chuong-mau/#cong-bo-7", "/phong-trao/thi-dua-mau/",
        "/su-kien/hoi-nghi-mau/", "/don-vi/cuc-mau/#cach-lam-hay", "#sapo", "#tit",
    ):  # fmt: skip
        assert f'href="{address}"' in html


def test_awards_beside_a_story_stand_by_precedence():
    story = make_article()
    for family, name in (("merit", "Bằng khen Mẫu"), ("order", "Huân chương Mẫu")):
        prove(make_honour(form=make_form(name=name, family=family)), story)

    html = renewed(story)

    assert html.index("Huân chương Mẫu") < html.index("Bằng khen Mẫu")


def test_proposed_honours_do_not_stand_beside_a_story():
    story = make_article()
    prove(make_honour(household="Hộ đề nghị", status="proposed"), story)

    html = renewed(story)

    assert "Hộ đề nghị" not in html
    assert "beside" not in html


def test_a_story_does_not_show_what_other_stories_prove():
    story = make_article()
    prove(make_honour(household="Hộ khác"), make_article())

    assert "Hộ khác" not in renewed(story)


# --- Front page ---------------------------------------------------------------------------------


def test_the_band_of_honours_has_the_highest_that_stand(django_assert_num_queries):
    story = make_article()
    for number in range(places.BAND_HONOURS):
        prove(make_honour(household=f"Hộ {number}", form=make_form(family="merit", rank=5)), story)
    prove(make_honour(household="Hộ cao nhất", form=make_form(family="order")), story)
    prove(make_honour(household="Hộ kín", form=make_form(family="order")), make_draft())
    prove(make_honour(household="Hộ đề nghị", form=make_form(family="order"), status="proposed"), story)
    prove(make_honour(household="Hộ thu hồi", form=make_form(family="order"), status="revoked"), story)

    with django_assert_num_queries(1):
        band = words_of(places.honours_band())

    assert band.index("Hộ cao nhất") < band.index("Hộ 0")
    for absent in ("Hộ kín", "Hộ đề nghị", "Hộ thu hồi", f"Hộ {places.BAND_HONOURS - 1}"):
        assert absent not in band


def test_the_band_of_campaigns_has_those_that_run_first(django_assert_num_queries):
    story = make_article()
    prove(make_campaign(name="Đã xong", starts_year=YEAR - 3, ends_year=YEAR - 1), story)
    prove(make_campaign(name="Đang chạy", starts_year=YEAR - 5, ends_year=YEAR), story)
    prove(make_campaign(name="Không rõ"), story)
    prove(make_campaign(name="Kín", starts_year=YEAR, ends_year=YEAR), make_draft())

    with django_assert_num_queries(1):
        band = words_of(places.campaigns_band())

    assert band.index("Đang chạy") < band.index("Đã xong")
    assert "Không rõ" not in band
    assert "Kín" not in band


def test_an_empty_registry_puts_no_band_on_the_front_page():
    assert places.honours_band() == places.campaigns_band() == ""


def test_every_page_leads_to_campaigns_and_roll(client):
    page = client.get("/").content.decode()

    assert 'href="/phong-trao/"' in page
    assert 'href="/vinh-danh/"' in page
    assert "awards/css/beside.css" in page


# --- Desk ---------------------------------------------------------------------------------------


def test_a_cited_story_says_why_it_must_stay():
    story = make_article()
    assert deletion_blockers(story) == []

    prove(make_organisation(), story)
    prove(make_person(), story)

    (reason,) = deletion_blockers(story)
    assert "2" in reason


def desk_of(user):
    request = RequestFactory().get("/admin/")
    request.user = user
    return desk_panel(request)


def test_the_desk_shows_lost_evidence_and_totals_without_names(admin_user):
    story = make_article()
    prove(make_organisation(name="Cục Mẫu"), story, found=False, quote="Lời đã mất")
    prove(make_announcement(form=make_form(name="Cờ Mẫu"), count=28), story)
    named = make_form(name="Bằng khen đủ tên")
    total = prove(make_announcement(form=named, count=1), story)
    prove(make_honour(form=named, announcement=total), story)

    panel = words_of(desk_of(admin_user))

    assert "Lời đã mất" in panel
    assert "Cờ Mẫu: 28" in panel
    assert "Bằng khen đủ tên" not in panel


def test_the_desk_panel_is_only_for_those_who_can_act():
    prove(make_organisation(), make_article(), found=False)

    assert desk_of(AnonymousUser()) == ""


# Sitemaps ---------------------------------------------------------------------------------------------


def test_the_sitemap_holds_the_pages_of_proven_records_alone(client):
    records = [make_campaign(), make_organisation(), make_person(), make_event()]
    hidden = [make_campaign(), make_organisation(), make_event(), prove(make_person())]
    Person.objects.filter(pk=hidden[-1].pk).update(hidden_at=timezone.now(), hidden_reason="Yêu cầu.")
    for record in records:
        prove(record)
    honour, total = prove(make_honour()), prove(make_announcement(form=make_form(name="Cờ Mẫu")))
    empty = make_announcement(form=make_form(name="Bằng Mẫu")).form

    index = client.get("/sitemap.xml").content.decode()
    files = re.findall(r"/sitemap-(?:phong-trao|su-kien|don-vi|ca-nhan|hinh-thuc)-1\.xml", index)
    text = "".join(client.get(file).content.decode() for file in files)

    assert len(files) == 5
    for record in (*records, honour.form, total.form):
        assert f"{record.get_absolute_url()}</loc>" in text
    for record in (*hidden, empty):
        assert f"{record.get_absolute_url()}</loc>" not in text


@pytest.mark.parametrize("page", ["/phong-trao/", "/vinh-danh/", "/don-vi/", "/ca-nhan/"])
def test_the_sitemap_holds_the_lists_of_the_registry(client, page):
    assert f"{page}</loc>" in client.get("/sitemap-trang.xml").content.decode()
