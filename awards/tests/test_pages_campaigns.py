"""Pages of campaigns: period, launch, targets, family, models, honours, stories."""

import re
from html import unescape

import pytest
from django.utils import timezone

from articles import publishing
from articles.tests.factories import make_article, make_draft
from awards.models import CampaignReview
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_event,
    make_honour,
    make_model,
    make_organisation,
    make_person,
    make_target,
    prove,
)
from awards.tests.queries import queries_of
from awards.tests.reading import text, words_of

pytestmark = pytest.mark.django_db

YEAR = timezone.localdate().year


def test_campaigns_that_run_stand_first_then_those_to_come_then_ended_then_undated(client, story):
    for name, first, last in [
        ("Không rõ", None, None),
        ("Đã xong", YEAR - 5, YEAR - 1),
        ("Sắp tới", YEAR + 1, YEAR + 2),
        ("Đang chạy", YEAR - 1, YEAR),
        ("Từ lâu", YEAR - 9, None),
    ]:
        prove(make_campaign(name=name, starts_year=first, ends_year=last), story)

    groups = client.get("/phong-trao/").context["groups"]

    assert [(phase, [campaign.name for campaign in found]) for phase, found in groups] == [
        ("đang diễn ra", ["Đang chạy"]),
        ("sắp diễn ra", ["Sắp tới"]),
        ("đã kết thúc", ["Đã xong"]),
        ("nguồn không nêu giai đoạn", ["Từ lâu", "Không rõ"]),
    ]


def test_a_campaign_shows_its_theme_period_launch_and_targets(client, story):
    body = prove(make_organisation(name="Tổng cục Mẫu"), story)
    campaign = make_campaign(
        name="Thi đua mẫu", slug="thi-dua-mau", slogan="Kỷ cương – Đổi mới", starts_year=2021, ends_year=2025,
        launched_on="2020-08-20", launched_on_basis="inferred", launched_on_note="Năm suy từ bài kia.",
        launching_body=body, launched_by=prove(make_person(full_name="Người Mẫu Một"), story),
        launch_event=prove(make_event(name="Hội nghị mẫu"), story),
    )  # fmt: skip
    prove(campaign, story)
    prove(make_target(campaign, number=3, text="Làm xong việc.", metric="100% việc", due_year=2025), story)

    page = text(client.get("/phong-trao/thi-dua-mau/"))

    for words in (
        "Kỷ cương – Đổi mới", "2021 – 2025", "20/8/2020 (suy luận)", "Năm suy từ bài kia.", "Tổng cục Mẫu",
        "Người Mẫu Một", "Hội nghị mẫu", "Làm xong việc.", "Chỉ tiêu: 100% việc", "Hạn: năm 2025",
        "Bài dẫn chứng",
    ):  # fmt: skip
        assert words in page


def test_what_the_source_does_not_state_is_said(client, story):
    prove(make_campaign(slug="thi-dua-mau", launched_on_basis="not_stated"), story)

    page = text(client.get("/phong-trao/thi-dua-mau/"))

    assert "nguồn không nêu giai đoạn" in page
    assert "Ngày phát động Nguồn không nêu" in page
    assert "Đơn vị phát động Nguồn không nêu" in page


def test_the_family_of_a_campaign_has_only_public_members(client, story):
    parent = prove(make_campaign(name="Phong trào lớn"), story)
    campaign = prove(make_campaign(slug="thi-dua-mau", parent=parent), story)
    prove(make_campaign(name="Phong trào con", parent=campaign), story)
    prove(make_campaign(name="Phong trào kín", parent=campaign), make_draft())

    page = text(client.get("/phong-trao/thi-dua-mau/"))

    assert "Phong trào lớn" in page
    assert "Phong trào con" in page
    assert "Phong trào kín" not in page


def test_targets_models_and_honours_need_public_evidence_of_their_own(client, story):
    campaign = prove(make_campaign(slug="thi-dua-mau"), story)
    draft = make_draft()
    prove(make_target(campaign, text="Nhiệm vụ kín."), draft)
    prove(make_model(name="Mô hình kín", campaign=campaign), draft)
    prove(make_honour(household="Hộ kín", campaign=campaign), draft)
    prove(make_honour(household="Hộ đề nghị", campaign=campaign, status="proposed"), story)
    prove(make_model(name="Mô hình tỏ", campaign=campaign), story)

    page = text(client.get("/phong-trao/thi-dua-mau/"))

    assert "Mô hình tỏ" in page
    for secret in ("Nhiệm vụ kín", "Mô hình kín", "Hộ kín", "Hộ đề nghị"):
        assert secret not in page


def test_a_campaign_leads_to_what_was_announced_in_it_once_readers_may_see_that(client, story):
    campaign = prove(make_campaign(slug="thi-dua-mau"), story)
    total = prove(make_announcement(campaign=campaign), make_draft())
    way = "xem số công bố cạnh số có tên"
    assert way not in text(client.get("/phong-trao/thi-dua-mau/"))

    prove(total, story)

    assert way in text(client.get("/phong-trao/thi-dua-mau/"))


def test_a_campaign_that_was_never_public_is_not_found(client):
    make_campaign(slug="khong-bang-chung")
    prove(make_campaign(slug="bai-nhap"), make_draft())

    assert client.get("/phong-trao/khong-bang-chung/").status_code == 404
    assert client.get("/phong-trao/bai-nhap/").status_code == 404
    assert client.get("/phong-trao/").context["page"].rows == []


def test_a_campaign_whose_story_was_withdrawn_is_gone(client, story):
    prove(make_campaign(slug="thi-dua-mau"), story)
    publishing.withdraw(story)

    assert client.get("/phong-trao/thi-dua-mau/").status_code == 410


def test_pages_of_campaigns_cost_the_same_few_queries_at_any_size(client, story):
    parent = prove(make_campaign(), story)
    campaign = make_campaign(
        slug="thi-dua-mau", parent=parent, launching_body=prove(make_organisation(), story),
        launched_by=prove(make_person(), story), launch_event=prove(make_event(), story),
    )  # fmt: skip
    prove(campaign, story)

    def grow(number):
        for _ in range(number):
            prove(make_campaign(parent=campaign, launching_body=prove(make_organisation(), story)), story)
            prove(make_target(campaign), story)
            prove(make_model(campaign=campaign, organisation=prove(make_organisation(), story)), story)
            prove(make_honour(campaign=campaign, event=prove(make_event(), story)), story)

    grow(2)
    few = queries_of(client, "/phong-trao/"), queries_of(client, "/phong-trao/thi-dua-mau/")
    grow(5)

    assert (queries_of(client, "/phong-trao/"), queries_of(client, "/phong-trao/thi-dua-mau/")) == few
    assert max(few) <= 8


def test_a_long_list_of_campaigns_is_paged(client, story, monkeypatch):
    monkeypatch.setattr("awards.views.campaigns.CAMPAIGNS_ON_A_PAGE", 3)
    for number in range(7):
        prove(
            make_campaign(name=f"Phong trào {number}", starts_year=2010 + number % 2, ends_year=2012), story
        )
    address, seen = "/phong-trao/", []
    while address:
        response = client.get(address)
        seen += [campaign.name for campaign in response.context["page"]]
        following = re.search(r'href="([^"]+)" rel="next"', response.content.decode())
        address = unescape(following[1]) if following else ""

    assert len(seen) == len(set(seen)) == 7


# Its feed --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["rss.xml", "atom.xml", "feed.json"])
def test_the_feed_of_a_campaign_tells_the_stories_that_prove_it(client, django_assert_num_queries, form):
    campaign = make_campaign(name="Phong trào mẫu")
    make_article(title="Bài giấu không dẫn")
    withdrawn = make_article(title="Bài giấu đã gỡ")
    for story in (make_article(title="Bài một"), make_article(title="Bài hai"), withdrawn):
        prove(campaign, story)
        prove(campaign, story, block="tit", quote=story.title)
    publishing.withdraw(withdrawn)
    address = campaign.get_absolute_url() + form

    with django_assert_num_queries(4):
        response = client.get(address)

    text = response.content.decode()
    assert [text.count(f">{title}<") or text.count(f'"{title}"') for title in ("Bài một", "Bài hai")] == [
        1,
        1,
    ]
    assert text.index("Bài hai") < text.index("Bài một")
    assert "Phong trào mẫu – Newsroom" in text
    assert "Bài giấu" not in text
    assert f'href="{address}"' in client.get(campaign.get_absolute_url()).content.decode()


def test_a_campaign_without_proof_has_no_feed_and_one_that_lost_it_says_so(client):
    campaign = make_campaign()
    address = campaign.get_absolute_url() + "rss.xml"
    assert client.get(address).status_code == 404

    story = make_article()
    prove(campaign, story)
    publishing.withdraw(story)

    assert client.get(address).status_code == 410


# --- Course -------------------------------------------------------------------------------------


def course(response) -> list[str]:
    part = response.content.decode().partition('class="course"')[2].partition("</ol>")[0]
    return [words_of(step) for step in part.split('class="course__step')[1:]]


def test_a_campaign_is_told_from_its_launch_over_reviews_to_its_end(client, story):
    campaign = prove(make_campaign(launched_on="2016-03", launched_on_basis="stated", ends_year=2020), story)
    for stage, name, day in (
        ("final", "Hội nghị tổng kết", "2020-08-20"),
        ("interim", "Hội nghị sơ kết", "2018"),
    ):
        event = prove(make_event(name=name, date=day, date_basis="stated"), story)
        CampaignReview.objects.create(campaign=campaign, stage=stage, event=event)

    steps = course(client.get(campaign.get_absolute_url()))

    for step, said in zip(
        steps,
        ("Phát động tháng 3/2016", "Sơ kết năm 2018 Hội nghị sơ kết", "Tổng kết 20/8/2020 Hội nghị tổng kết"),
        strict=True,
    ):
        assert said in step
        assert "Bài dẫn chứng" in step


def test_a_review_that_only_a_hidden_story_tells_of_stays_hidden(client, story):
    campaign = prove(make_campaign(), story)
    event = prove(make_event(name="Hội nghị kín"), make_draft())
    CampaignReview.objects.create(campaign=campaign, stage="interim", event=event)

    assert "Hội nghị kín" not in text(client.get(campaign.get_absolute_url()))


def test_a_campaign_that_is_over_says_that_no_final_review_is_known(client, story):
    campaign = prove(make_campaign(starts_year=2011, ends_year=2015), story)

    assert "Tổng kết Chưa có thông tin" in course(client.get(campaign.get_absolute_url()))[-1]


def test_a_target_says_what_a_story_says_became_of_it(client, story):
    campaign = prove(make_campaign(), story)
    prove(make_target(campaign, result="giảm 30%", result_on="2023-12", reached=True, due_year=2025), story)

    page = text(client.get(campaign.get_absolute_url()))

    assert "Đạt. Kết quả nguồn nêu (tính đến tháng 12/2023): “giảm 30%”" in page
    assert "tính đến hôm nay" not in page


def test_a_target_without_a_result_says_how_long_it_has_and_that_this_is_derived(client, story):
    campaign = prove(make_campaign(), story)
    prove(make_target(campaign, due_year=timezone.localdate().year + 2), story)

    assert "(còn 2 năm, tính đến hôm nay)" in text(client.get(campaign.get_absolute_url()))
