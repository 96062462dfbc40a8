"""The gate beside the form: seen, ticked off, asked before publishing."""

import pytest
from django.urls import reverse

from articles import publishing, working_copy
from articles.gate import ticking_off
from articles.models import Article, AuditEntry, GateWaiver
from articles.tests.desk import change_url, send, take
from articles.tests.factories import make_article, make_draft, make_photo, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def client(client, settings):
    """An editor's browser that asks for English."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


@pytest.fixture
def desk(client):
    client.force_login(make_user("managing_editor", username="thuky"))
    return client


def door(article: Article, name: str) -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def advice(article: Article) -> list:
    return ticking_off.judge(Article.objects.get(pk=article.pk)).advice


def tick_off(client, article: Article, finding, reason="Nguồn gọi như vậy.", **headers):
    data = {"finding": finding.fingerprint, f"reason-{finding.fingerprint}": reason}
    return client.post(door(article, "tick_off"), data, headers={"X-Part": "1"} | headers)


def test_the_form_shows_what_the_gate_finds_with_links_to_the_places(desk):
    story = make_draft(standfirst="", body='<p>Đọc <a href="https://example.org/">tại đây</a>.</p>')
    (block,) = [one.block for one in advice(story) if one.code == "link_words"]

    page = desk.get(change_url(story)).content.decode()

    assert '<a href="#id_standfirst" data-place="field">The story needs a standfirst.</a>' in page
    assert f'<a href="#{block}" data-place="block">' in page


def test_the_part_is_fetched_anew_for_what_was_saved_last(desk):
    story = make_draft(standfirst="")
    before = desk.get(door(story, "gate")).content.decode()
    send(desk, change_url(story), standfirst="Sapo có rồi.")

    after = desk.get(door(story, "gate")).content.decode()

    assert "The story needs a standfirst." in before
    assert "The story needs a standfirst." not in after
    assert after.lstrip().startswith("<section")


def test_advice_is_ticked_off_with_a_reason_and_comes_back_when_its_subject_changes(desk):
    story = make_draft(title="Ngắn")
    (short,) = [one for one in advice(story) if one.code == "title_short"]

    answer = tick_off(desk, story, short)

    waiver = GateWaiver.objects.get()
    assert (waiver.article, waiver.code, waiver.reason) == (story, "title_short", "Nguồn gọi như vậy.")
    assert waiver.user.username == "thuky"
    assert "Nguồn gọi như vậy." in answer.content.decode()
    assert "title_short" not in {one.code for one in advice(story)}
    entry = AuditEntry.objects.filter(action="tick_off").get()
    assert (entry.after, entry.note) == (short.says, "Nguồn gọi như vậy.")

    send(desk, change_url(story), title="Ngắn nữa")
    assert "title_short" in {one.code for one in advice(story)}
    send(desk, change_url(story), title="Ngắn")
    assert "title_short" not in {one.code for one in advice(story)}


def test_what_was_ticked_off_can_be_opened_again(desk):
    story = make_draft()
    finding = advice(story)[0]
    tick_off(desk, story, finding)

    desk.post(door(story, "take_back"), {"finding": finding.fingerprint})

    assert finding in advice(story)
    assert AuditEntry.objects.filter(action="tick_off").count() == 2


@pytest.mark.parametrize(
    ("reason", "why"),
    [("  ", "Say why it may stay as it is."), ("a" * 301, "The reason is too long: 300 characters at most.")],
)
def test_a_reason_that_is_none_is_refused_with_a_message(desk, reason, why):
    story = make_draft()

    answer = tick_off(desk, story, advice(story)[0], reason)

    assert (answer.status_code, answer.content.decode()) == (400, why)
    assert not GateWaiver.objects.exists()


def test_what_is_required_cannot_be_ticked_off(desk):
    story = make_draft(standfirst="")
    (required,) = ticking_off.judge(story).required

    answer = tick_off(desk, story, required)

    assert answer.status_code == 400
    assert not GateWaiver.objects.exists()


@pytest.mark.parametrize("fingerprint", ["", "khong-co", "\x00", "a" * 500])
def test_a_finding_that_is_not_there_is_refused_with_a_message(desk, fingerprint):
    story = make_draft()

    answer = desk.post(
        door(story, "tick_off"),
        {"finding": fingerprint, f"reason-{fingerprint}": "Vì thế."},
        headers={"X-Part": "1"},
    )

    assert answer.status_code == 400


def test_without_a_script_the_button_leads_back_to_the_form_with_a_message(desk):
    story = make_draft()
    finding = advice(story)[0]

    answer = desk.post(door(story, "tick_off"), {"finding": finding.fingerprint}, follow=True)

    assert answer.redirect_chain == [(change_url(story), 302)]
    assert [str(one) for one in answer.context["messages"]] == ["Say why it may stay as it is."]


@pytest.mark.parametrize("name", ["gate", "tick_off", "take_back"])
@pytest.mark.parametrize("whose", ["nobody", "registry_editor", "reporter", "editor"])
def test_the_gate_follows_the_rule_of_the_form(client, name, whose):
    story = make_draft()
    finding = advice(story)[0]
    if whose != "nobody":
        client.force_login(make_user(whose))

    if name == "gate":
        answer = client.get(door(story, name))
        expected = {"nobody": 302, "registry_editor": 200, "reporter": 404, "editor": 200}
    else:
        answer = client.post(
            door(story, name),
            {"finding": finding.fingerprint, f"reason-{finding.fingerprint}": "Vì thế."},
            headers={"X-Part": "1"},
        )
        expected = {"nobody": 302, "registry_editor": 403, "reporter": 404, "editor": 200}

    assert answer.status_code == expected[whose]
    assert GateWaiver.objects.exists() == (name == "tick_off" and whose == "editor")


def test_reading_the_gate_changes_nothing_and_a_get_ticks_nothing_off(desk):
    story = make_draft()

    assert desk.get(door(story, "tick_off")).status_code == 405
    assert desk.post(door(story, "gate")).status_code == 405


def test_those_who_may_only_read_see_findings_and_no_buttons(client):
    story = make_draft()
    client.force_login(make_user("registry_editor"))

    page = client.get(door(story, "gate")).content.decode()

    assert advice(story)[0].says in page
    assert "<button" not in page


def test_publishing_with_open_advice_asks_first_and_keeps_what_was_typed(desk, settings):
    settings.FOUR_EYES = False
    story = make_draft()

    answer = take(desk, story, "publish", title="Tít mới", step_despite="")
    story.refresh_from_db()
    assert (story.state, story.title) == (Article.State.DRAFT, "Tít mới")
    page = desk.get(answer.url)
    (said,) = map(str, page.context["messages"])
    assert "is saved and not published" in said
    assert f'<a href="{change_url(story)}#gate-heading">' in said
    assert 'name="step_despite"' in page.content.decode()

    take(desk, story, "publish", step_despite="1")
    story.refresh_from_db()
    assert story.is_public


def test_what_is_required_stops_publishing_whatever_is_confirmed(desk):
    story = make_draft(lead_photo=make_photo(credit=""))

    answer = take(desk, story, "publish", step_despite="1")

    story.refresh_from_db()
    assert story.state == Article.State.DRAFT
    told = [str(one) for one in desk.get(answer.url).context["messages"]]
    assert any("needs a credit" in one for one in told)


def test_an_update_of_a_published_story_passes_the_same_gate(desk):
    story = make_article(title="Bản đã đăng")
    send(desk, change_url(story), standfirst="")

    take(desk, story, "publish")

    story.refresh_from_db()
    assert story.standfirst == "Sapo của bài mẫu."
    assert working_copy.has_unpublished_changes(story)


def test_an_operator_publishes_past_the_gate():
    story = publishing.publish(make_draft(standfirst=""))

    assert story.is_public


def test_the_page_that_confirms_a_bulk_action_says_what_the_gate_says(desk):
    lacking = make_draft(user=make_user("reporter"), standfirst="", title="Thiếu sapo")
    ready = make_draft(user=make_user("reporter"), title="Chỉ còn lời nhắc")
    chosen = {"action": "step_publish", "_selected_action": [lacking.pk, ready.pk]}
    address = reverse("admin:articles_article_changelist")

    page = desk.post(address, chosen).content.decode()
    desk.post(address, chosen | {"confirmed": "1"})

    assert "The story needs a standfirst." in page
    assert f"Worth a second look: {len(advice(ready))}" in page
    assert list(Article.objects.published()) == [ready]
