"""The registry editor's desk: what waits, with its numbers, and words confirmed as they stand now."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import publishing, working_copy
from articles.tests.factories import make_article, make_user
from awards.models import AwardList, Campaign, Contradiction, Evidence, StoryStatements
from awards.rewording import nearest_words
from awards.suggestions.counting import count
from awards.suggestions.matching import suggestions_of
from awards.tests.admin_forms import said, submit
from awards.tests.factories import make_announcement, make_form, make_honour, make_organisation, prove

pytestmark = pytest.mark.django_db

DESK = "/admin/thi-dua/"
WORDS = "2 tập thể được tặng Huân chương Lao động hạng Nhì (Cục Hải quan Mẫu, Báo Mẫu) năm 2019."


@pytest.fixture
def desk(client):
    client.force_login(make_user("registry_editor"))
    return client


@pytest.fixture
def order():
    return make_form(name="Huân chương Lao động", has_classes=True)


def numbers(desk) -> dict[str, int]:
    return {kind.name: kind.number for kind in desk.get(DESK).context["kinds"]}


def story_of(words: str):
    story = make_article(body=f"<p>{words}</p>")
    publishing.refresh(story)
    return story


def test_each_kind_of_what_waits_is_counted_and_led_to(desk, order):
    story = story_of(WORDS)
    Evidence.objects.create(
        ref="mat",
        article=story,
        block="sapo",
        quote="Lời đã mất.",
        found=False,
        organisation=make_organisation(),
    )
    make_announcement(form=order, order_class="ba", count=4)
    AwardList.objects.create(name="Danh sách mẫu")

    assert numbers(desk) == {"contradictions": 0, "evidence": 1, "statements": 3, "totals": 1, "lists": 1}
    lines = [line for kind in desk.get(DESK).context["kinds"] for line in kind.lines]
    assert [desk.get(line.address).status_code for line in lines] == [200] * 4


def test_lost_words_lead_to_what_changed_since_the_revision_that_had_them(desk):
    story = make_article(body="<p>Cục Mẫu được tặng Bằng khen.</p>")
    working_copy.save(story, {"standfirst": "Sapo mới."})
    story = publishing.publish(story)
    record = make_organisation()
    data = {
        "article": story.pk, "quote": "được tặng Bằng khen", "block": "", "organisation": record.pk, "ref": "",
    }  # fmt: skip
    desk.post("/admin/awards/evidence/add/", data)
    working_copy.save(story, {"body": "<p>Không còn gì.</p>"})
    publishing.publish(story)

    (line,) = next(kind for kind in desk.get(DESK).context["kinds"] if kind.name == "evidence").lines

    way = line.piece.revision_compared_url()
    assert way in desk.get(DESK).text
    assert way in desk.get(line.address).text
    assert "Cục Mẫu được tặng Bằng khen" in desk.get(way).text


def test_contradictions_with_the_same_values_are_told_apart_by_what_they_are_about(desk, order):
    for name in ("Cục Mẫu", "Báo Mẫu"):
        row = Contradiction.objects.create(kind="period", key=name, fingerprint=name)
        row.readings.create(
            position=1,
            value="năm 2015",
            honour=make_honour(form=order, organisation=make_organisation(name=name)),
        )

    lines = desk.get(DESK).context["kinds"][0].lines

    assert [line.detail for line in lines] == [
        "Huân chương Lao động: Báo Mẫu",
        "Huân chương Lao động: Cục Mẫu",
    ]


def test_statements_are_counted_when_the_story_goes_out_and_not_before(order):
    story = make_article(body="<p>Không có gì.</p>")
    editor = make_user("managing_editor")
    snapshot = working_copy.newest_snapshot(story)

    working_copy.save(story, snapshot | {"body": f"<p>{WORDS}</p>"}, user=editor)
    assert not StoryStatements.objects.exists()
    publishing.publish(story, user=editor)
    assert StoryStatements.objects.get().waiting == 3
    publishing.withdraw(story, user=editor)
    assert not StoryStatements.objects.exists()


def test_an_answer_in_the_registry_lowers_the_number(desk, order):
    story = story_of(WORDS)
    honour = make_honour(form=order, order_class="nhi", organisation=make_organisation(name="Báo Mẫu"))
    data = {
        "article": story.pk, "quote": WORDS.rstrip("."), "block": "", "honour": honour.pk, "ref": "",
    }  # fmt: skip

    desk.post("/admin/awards/evidence/add/", data)

    assert StoryStatements.objects.get().waiting == 2
    total = next(one for one in suggestions_of(story) if one.is_total)
    desk.post(f"/admin/goi-y/{story.pk}/bo-qua/", {"suggestion": total.fingerprint, "reason": "Đã có"})
    assert StoryStatements.objects.get().waiting == 1


def test_a_campaign_waits_until_the_registry_has_it_under_any_of_its_names(desk):
    story_of("Cục Hải quan Mẫu phát động phong trào thi đua mang tên “Nụ cười mẫu”.")
    assert numbers(desk)["statements"] == 1

    submit(desk, "/admin/awards/campaign/add/", name="Nụ cười mẫu")
    assert numbers(desk)["statements"] == 0
    campaign = Campaign.objects.get()
    submit(desk, f"/admin/awards/campaign/{campaign.pk}/change/", name="Tên khác")
    assert numbers(desk)["statements"] == 1
    submit(desk, f"/admin/awards/campaign/{campaign.pk}/change/", slogan="Nụ cười mẫu")
    assert numbers(desk)["statements"] == 0
    desk.post(f"/admin/awards/campaign/{campaign.pk}/delete/", {"post": "yes"})
    assert numbers(desk)["statements"] == 1


def test_a_story_goes_out_even_if_its_statements_cannot_be_read(order, monkeypatch):
    def fails(_article):
        raise IndexError

    monkeypatch.setattr("awards.suggestions.counting.stated_in", fails)

    story = story_of(WORDS)

    story.refresh_from_db()
    assert WORDS in story.story_html


def test_words_that_were_written_anew_are_confirmed_in_one_step(desk):
    story = make_article(body="<p>Cục Mẫu đã trao bằng khen cho năm tập thể xuất sắc, theo báo cáo.</p>")
    record = prove(
        make_organisation(), story, quote="Cục Mẫu trao bằng khen cho năm tập thể xuất sắc", found=False
    )
    piece = record.evidence.get()
    page = desk.get(DESK)
    line = page.context["kinds"][1].lines[0]
    assert line.now.quote == "Cục Mẫu đã trao bằng khen cho năm tập thể xuất sắc"
    assert "Cục Mẫu <ins>đã </ins>trao bằng khen" in page.content.decode()
    address = f"{DESK}bang-chung/{piece.pk}/"

    refused = desk.post(address, {"block": line.now.block, "quote": "Lời khác"})
    assert "Lời khác" not in str(said(refused))
    piece.refresh_from_db()
    assert not piece.found
    desk.post(address, {"block": line.now.block, "quote": line.now.quote})

    piece.refresh_from_db()
    assert (piece.found, piece.quote) == (True, line.now.quote)
    assert numbers(desk)["evidence"] == 0


@pytest.mark.parametrize("quote", ["Một câu hoàn toàn khác về thời tiết hôm nay", "", "…"])
def test_words_unlike_any_are_not_offered(quote):
    assert nearest_words({"b-1": "Cục Mẫu đã trao bằng khen cho năm tập thể."}, quote) is None


def test_the_page_costs_the_same_however_much_waits(desk, order):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get(DESK)
        return len(queries)

    story = make_article()
    for _turn in range(2):
        prove(make_honour(form=order), story, found=False)
        make_announcement(form=order)
        count(story_of(WORDS))
        before = cost()
    assert cost() == before
    for _turn in range(6):
        prove(make_honour(form=order), story, found=False)
        make_announcement(form=order)
    assert cost() == before


def test_only_who_keeps_the_registry_comes_in(client):
    client.force_login(make_user("editor"))

    assert [client.get(address).status_code for address in (DESK, "/admin/danh-sach/")] == [403, 403]
