"""What a story's words suggest to the registry editor, and how a suggestion becomes a record."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from articles.tests.factories import make_article, make_draft, make_user
from awards.models import (
    Announcement,
    AwardForm,
    Campaign,
    DismissedSuggestion,
    ExemplaryModel,
    Honour,
    Organisation,
    Target,
)
from awards.suggestions.findings import findings_of
from awards.suggestions.matching import suggestions_of
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_form,
    make_honour,
    make_organisation,
    prove,
)

pytestmark = pytest.mark.django_db

WORDS = "2 tập thể được tặng Huân chương Lao động hạng Nhì (Cục Hải quan Mẫu, Báo Mẫu) năm 2019."


@pytest.fixture
def order() -> AwardForm:
    return make_form(name="Huân chương Lao động", has_classes=True)


@pytest.fixture
def story(order) -> Article:
    return make_article(body=f"<p>{WORDS}</p>")


@pytest.fixture
def desk(client):
    client.force_login(make_user("registry_editor"))
    return client


def page(article: Article) -> str:
    return reverse("admin:awards_suggestions", args=[article.pk])


def states(article: Article) -> list[tuple[str, str]]:
    return [(one.name or str(one.statement.count), one.state) for one in suggestions_of(article)]


def test_a_total_and_each_name_are_suggested(story):
    assert states(story) == [("2", "new"), ("Cục Hải quan Mẫu", "new"), ("Báo Mẫu", "new")]


def test_what_these_words_prove_already_is_recorded(story, order):
    total = make_announcement(form=order, order_class="nhi", recipient_kind="collective", count=2)
    honour = make_honour(form=order, order_class="nhi", organisation=make_organisation(name="Báo Mẫu"))
    for record in (total, honour):
        prove(record, story, quote=WORDS.rstrip("."))

    assert states(story) == [("2", "recorded"), ("Cục Hải quan Mẫu", "new"), ("Báo Mẫu", "recorded")]


def test_a_record_that_another_story_proves_wants_only_these_words_unless_it_is_another(story, order, desk):
    honour = make_honour(form=order, order_class="nhi", organisation=make_organisation(name="Báo Mẫu"))

    assert dict(states(story))["Báo Mẫu"] == "elsewhere"
    shown = desk.get(page(story)).content.decode()
    assert reverse("admin:awards_honour_change", args=[honour.pk]) in shown
    assert "Không, là lần khác: ghi mới" in shown


def test_another_class_in_the_same_year_disagrees(story, order):
    make_honour(form=order, order_class="ba", year=2019, organisation=make_organisation(name="Báo Mẫu"))
    make_announcement(form=order, order_class="nhi", recipient_kind="collective", count=3, year=2019)

    assert dict(states(story)) == {"2": "conflict", "Cục Hải quan Mẫu": "new", "Báo Mẫu": "conflict"}


@pytest.mark.parametrize(("family", "state"), [("order", "conflict"), ("commendation", "new")])
def test_another_year_disagrees_where_an_award_is_given_once(story, order, family, state):
    order.family = family
    order.save()
    make_honour(form=order, order_class="nhi", year=2018, organisation=make_organisation(name="Báo Mẫu"))

    assert dict(states(story))["Báo Mẫu"] == state


def test_a_unit_is_known_by_its_alias_without_accents_and_as_of_the_date(story):
    unit = make_organisation(name="Tổng Báo Mẫu")
    unit.aliases.create(name="BÁO MẪU")
    make_organisation(name="Cục Hải quan Mẫu", valid_from="2021")

    candidates = {one.name: one.candidates for one in suggestions_of(story) if one.name}

    assert candidates == {"Báo Mẫu": [unit], "Cục Hải quan Mẫu": []}


def test_of_several_bearers_of_a_name_the_editor_chooses(story, desk):
    for slug in ("bao-mau-mot", "bao-mau-hai"):
        make_organisation(name="Báo Mẫu", slug=slug)

    text = desk.get(page(story)).content.decode()

    assert "bao-mau-mot" in text
    assert "bao-mau-hai" in text


def test_one_click_and_a_check_record_the_honour(story, order, desk):
    unit = make_organisation(name="Báo Mẫu")
    rows = desk.get(page(story)).context["rows"]
    address = next(row["ways"][0][1] for row in rows if row["suggestion"].name == "Báo Mẫu")

    form_page = desk.get(address)
    form = form_page.context["adminform"].form
    data = {name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()}
    (formset,) = [one.formset for one in form_page.context["inline_admin_formsets"]]
    row = {field.html_name: field.value() or "" for field in formset.forms[0]}
    management = {field.html_name: field.value() for field in formset.management_form}
    saved = desk.post(address, data | management | row)

    assert saved["Location"] == page(story)
    (honour,) = Honour.objects.all()
    assert (honour.form, honour.order_class, honour.organisation, honour.year) == (order, "nhi", unit, 2019)
    assert honour.evidence.get().article == story
    assert dict(states(story))["Báo Mẫu"] == "recorded"


def test_a_total_comes_filled_with_its_number(story, desk):
    rows = desk.get(page(story)).context["rows"]

    filled = parse_qs(urlsplit(rows[0]["ways"][0][1]).query)

    assert (filled["count"], filled["recipient_kind"], filled["order_class"]) == (
        ["2"],
        ["collective"],
        ["nhi"],
    )


def test_a_suggestion_set_aside_keeps_its_reason_until_the_words_change(story, desk):
    total = suggestions_of(story)[0]
    address = reverse("admin:awards_dismiss", args=[story.pk])

    desk.post(address, {"suggestion": total.fingerprint, "reason": " Đã có  ở bài khác "})

    assert states(story)[0] == ("2", "dismissed")
    assert DismissedSuggestion.objects.get().reason == "Đã có ở bài khác"
    desk.post(reverse("admin:awards_recall", args=[story.pk]), {"suggestion": total.fingerprint})
    assert states(story)[0] == ("2", "new")


def test_setting_aside_wants_a_reason(story, desk):
    address = reverse("admin:awards_dismiss", args=[story.pk])

    response = desk.post(
        address, {"suggestion": suggestions_of(story)[0].fingerprint, "reason": " "}, follow=True
    )

    assert not DismissedSuggestion.objects.exists()
    assert [message.level_tag for message in response.context["messages"]] == ["error"]


def test_the_panel_beside_the_story_counts_what_waits(story, desk):
    text = desk.get(reverse("admin:articles_article_change", args=[story.pk])).content.decode()

    assert page(story) in text


def test_beside_a_story_that_states_a_campaign_alone_stands_the_way_to_it(desk):
    story = make_article(body="<p>Cục Hải quan Mẫu phát động phong trào thi đua mang tên “Nụ cười mẫu”.</p>")

    panel = desk.get(reverse("admin:awards_statements", args=[story.pk])).content.decode()

    assert "Nụ cười mẫu" in panel
    assert page(story) in panel


def test_a_proposal_is_no_suggestion(order):
    story = make_article(
        body="<p>Bộ đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 2 tập thể.</p>"
    )

    assert suggestions_of(story) == []


@pytest.mark.parametrize(
    ("role", "status"), [("reporter", 404), ("editor", 403), ("registry_editor", 200), ("administrator", 200)]
)
def test_only_who_keeps_the_registry_sees_suggestions(client, order, role, status):
    client.force_login(make_user(role))
    story = make_draft(user=make_user("reporter"), body=f"<p>{WORDS}</p>")

    assert client.get(page(story)).status_code == status


@pytest.mark.parametrize("count", [1, 12])
def test_suggestions_cost_the_same_queries_however_many(order, count):
    story = make_article(body=f"<p>{WORDS}</p>" * count)
    make_organisation(name="Báo Mẫu")

    with CaptureQueriesContext(connection) as queries:
        found = suggestions_of(story)

    assert len(found) == 3 * count
    assert len(queries) <= 13


def test_nothing_is_recorded_by_looking(story, desk):
    desk.get(page(story))

    assert [model.objects.count() for model in (Honour, Announcement, Organisation)] == [0, 0, 0]


def test_campaigns_tasks_and_models_stand_beside_what_is_recorded(desk):
    body = make_organisation(name="Cục Hải quan Mẫu")
    known = make_campaign(name="Nụ cười mẫu")
    story = make_article(
        body="<p>Cục Hải quan Mẫu phát động phong trào thi đua mang tên “Nụ cười mẫu”.</p>"
        "<p>Cục Hải quan Mẫu phát động phong trào thi đua với chủ đề “Kỷ cương”.</p>"
        "<p>Cục Hải quan Mẫu có mô hình “Cà phê mẫu”.</p>"
        "<p>Thứ nhất, làm tốt.</p><p>Thứ hai, làm xong vào năm 2025.</p>"
    )

    found = findings_of(story)

    assert [(one.model, one.state) for one in found] == [
        (Campaign, "recorded"),
        (Campaign, "new"),
        (Target, "new"),
        (Target, "new"),
        (ExemplaryModel, "new"),
    ]
    assert found[0].records == [known]
    assert (found[1].filled["slogan"], found[1].filled["launching_body"]) == ("Kỷ cương", body.pk)
    assert "evidence_quote" in desk.get(page(story)).content.decode()


def test_a_campaign_is_known_with_and_without_the_customary_word():
    known = make_campaign(name="Phong trào thi đua yêu nước giai đoạn 2021 – 2025")
    story = make_article(body="<p>Cục Mẫu phát động phong trào thi đua giai đoạn 2021 – 2025.</p>")

    (found,) = findings_of(story)

    assert (found.state, found.records) == ("recorded", [known])


def test_a_campaign_set_aside_keeps_its_reason_and_comes_back(desk):
    story = make_article(body="<p>Cục Hải quan Mẫu phát động phong trào thi đua mang tên “Nụ cười mẫu”.</p>")
    (found,) = findings_of(story)

    answer = desk.post(
        reverse("admin:awards_dismiss", args=[story.pk]),
        {"suggestion": found.fingerprint, "reason": "Chỉ là tên một cuộc thi."},
        follow=True,
    )

    assert [one.state for one in findings_of(story)] == ["dismissed"]
    assert "Chỉ là tên một cuộc thi." in answer.content.decode()
    desk.post(reverse("admin:awards_recall", args=[story.pk]), {"suggestion": found.fingerprint})
    assert [one.state for one in findings_of(story)] == ["new"]


def test_a_long_task_is_named_by_its_first_words_whole():
    task = Target(number=3, text="quyết tâm " * 20)

    assert str(task) == "3. " + "quyết tâm " * 7 + "quyết tâm…"
