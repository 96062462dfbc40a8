"""Two units or two people that are one: merged, and taken apart again."""

import json

import pytest
from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from articles.models import Article, AuditEntry, Redirect
from articles.tests.factories import make_article, make_author, make_user
from awards.merging.merge import merge
from awards.merging.undo import undo
from awards.models import (
    Contradiction,
    EventOrganiser,
    Evidence,
    ExemplaryModel,
    Honour,
    Merge,
    Organisation,
    OrganisationAlias,
    Person,
    PersonTitle,
    Reading,
    RollTally,
    Tally,
    UnitTally,
)
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_event,
    make_honour,
    make_model,
    make_organisation,
    make_person,
    prove,
)

pytestmark = pytest.mark.django_db


def registry() -> dict:
    """Every row that editors wrote into the registry, as plain data."""
    written_by_programs = {Merge, Contradiction, Reading, RollTally, Tally, UnitTally}
    models = [one for one in apps.get_app_config("awards").get_models() if one not in written_by_programs]
    rows = [row for model in models for row in model._base_manager.order_by("pk")]
    return {
        (row["model"], row["pk"]): {
            k: sorted(v) if k == "predecessors" else v for k, v in row["fields"].items()
        }
        for row in json.loads(serializers.serialize("json", rows))
    }


def two_units(story):
    """A unit that stays and one that goes, with everything that can point at a unit, some of it twice."""
    kept = prove(make_organisation(name="Cục Mẫu", slug="cuc-mau"), story)
    gone = prove(
        make_organisation(name="C. Mẫu", slug="c-mau", parent=make_organisation(), note="Ghi."), story
    )
    OrganisationAlias.objects.create(organisation=gone, name="CM")
    event = make_event()
    for unit in (kept, gone):
        OrganisationAlias.objects.create(organisation=unit, name="Cục M.")
        EventOrganiser.objects.create(event=event, organisation=unit, role="chủ trì")
        unit.predecessors.add(Organisation.objects.get_or_create(name="Sở Mẫu")[0])
    EventOrganiser.objects.create(event=event, organisation=gone, role="tham gia")
    make_organisation(name="Cục sau").predecessors.add(gone)
    prove(make_honour(organisation=gone), make_article(standfirst="Lời khác."))
    make_honour(person=make_person(), recipient_unit=gone, scope=gone)
    make_announcement(scope=gone)
    make_campaign(launching_body=gone)
    make_model(organisation=gone)
    make_organisation(name="Đội Mẫu", parent=gone)
    PersonTitle.objects.create(person=make_person(), title="Trưởng", organisation=gone)
    return kept, gone


def two_people(story):
    kept = prove(make_person(full_name="Người Mẫu Một", slug="nguoi-mau-mot"), story)
    gone = prove(make_person(full_name="N. M. Một", slug="n-m-mot", author=make_author()), story)
    for person, titles in ((kept, ["Thứ trưởng", "Bộ trưởng"]), (gone, ["Vụ trưởng", "Bộ trưởng"])):
        for place, title in enumerate(titles):
            PersonTitle.objects.create(person=person, title=title, position=place)
    prove(make_honour(person=gone), make_article(standfirst="Lời khác."))
    make_honour(presenter=gone)
    make_campaign(launched_by=gone)
    return kept, gone


@pytest.mark.parametrize("two", [two_units, two_people])
def test_what_was_merged_and_taken_apart_is_as_it_was(story, two):
    kept, gone = two(story)
    before, old_path = registry(), gone.get_absolute_url()

    done = merge(kept, gone, user=make_user("registry_editor"), reason="Cùng một nơi.")
    merged = registry()
    undo(done, user=make_user("registry_editor"))

    assert merged != before
    assert registry() == before
    assert not Redirect.objects.filter(old_path=old_path).exists()


def test_everything_moves_and_nothing_stands_twice(client, story):
    kept, gone = two_units(story)

    merge(kept, gone)

    kept.refresh_from_db()
    assert not Organisation.objects.filter(name="C. Mẫu").exists()
    assert sorted(alias.name for alias in kept.aliases.all()) == ["C. Mẫu", "CM", "Cục M."]
    assert sorted(kept.events_organised.values_list("role", flat=True)) == ["chủ trì", "tham gia"]
    assert [unit.name for unit in kept.units.all()] == ["Đội Mẫu"]
    assert [unit.name for unit in kept.successors.all()] == ["Cục sau"]
    assert kept.note == "Ghi."
    assert kept.evidence.count() == 1
    assert Honour.objects.get(organisation=kept).recipient_fold == "cuc mau"
    answer = client.get("/don-vi/c-mau/")
    assert (answer.status_code, answer["Location"]) == (301, "/don-vi/cuc-mau/")


def test_titles_of_both_people_stand_in_a_row(story):
    kept, gone = two_people(story)

    merge(kept, gone)

    assert [title.title for title in kept.titles.all()] == ["Thứ trưởng", "Bộ trưởng", "Vụ trưởng"]
    assert Person.objects.get().author is not None


def test_stories_print_the_name_that_stays(story):
    kept, gone = two_units(story)
    cited = Article.objects.get(standfirst="Lời khác.")

    merge(kept, gone)

    cited.refresh_from_db()
    assert "Cục Mẫu" in cited.story_html
    assert "C. Mẫu" not in cited.story_html


def test_an_address_that_led_to_the_one_that_went_leads_to_the_one_that_stays_and_back(client, story):
    kept, gone = two_units(story)
    Redirect.objects.create(old_path="/don-vi/cu/", new_path="/don-vi/c-mau/")

    done = merge(kept, gone)
    assert client.get("/don-vi/cu/")["Location"] == "/don-vi/cuc-mau/"

    undo(done)
    assert client.get("/don-vi/cu/")["Location"] == "/don-vi/c-mau/"
    assert client.get("/don-vi/c-mau/").status_code == 200


def test_a_hidden_person_does_not_come_to_light_by_a_merge(story):
    kept, gone = two_people(story)
    Person.objects.filter(pk=gone.pk).update(hidden_at=story.published_at, hidden_reason="Yêu cầu.")

    merge(kept, gone)

    assert not Person.objects.listed().exists()


def follow_one_another(kept, gone):
    kept.predecessors.add(gone)


def stand_below(kept, gone):
    middle = make_organisation(parent=gone)
    Organisation.objects.filter(pk=kept.pk).update(parent=middle)


def be_the_same(kept, gone):
    gone.pk = kept.pk


@pytest.mark.parametrize("obstacle", [follow_one_another, stand_below, be_the_same])
def test_two_that_cannot_be_one_are_refused_and_stay_as_they_are(story, obstacle):
    kept, gone = make_organisation(), make_organisation()
    obstacle(kept, gone)
    before = registry()

    with pytest.raises(ValidationError):
        merge(kept, gone)

    assert registry() == before


def test_a_unit_directly_below_the_one_that_goes_takes_its_place(story):
    top = make_organisation()
    gone = make_organisation(parent=top)
    kept = make_organisation(parent=gone)
    before = registry()

    done = merge(kept, gone)

    kept.refresh_from_db()
    assert kept.parent == top
    undo(done)
    assert registry() == before


# Later ------------------------------------------------------------------------------------------


def another_took_the_address(kept, done):
    make_organisation(slug="c-mau")


def an_honour_was_given_to_another(kept, done):
    Honour.objects.filter(organisation=kept).update(organisation=make_organisation())


def the_kept_was_merged_on(kept, done):
    merge(make_organisation(name="Cục Ba"), kept)


def the_kept_is_deleted(kept, done):
    merge(make_organisation(), kept)
    Merge.objects.exclude(pk=done.pk).delete()


def the_units_turned_round(kept, done):
    parent = Organisation.objects.get(pk=done.record["row"]["fields"]["parent"])
    parent.parent = Organisation.objects.get(name="Đội Mẫu")
    parent.save()


def it_was_undone(kept, done):
    undo(done)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (another_took_the_address, "belongs to another"),
        (an_honour_was_given_to_another, "Changed since"),
        (the_kept_was_merged_on, "undo that first"),
        (the_kept_is_deleted, "is gone"),
        (the_units_turned_round, "stand above"),
        (it_was_undone, "already"),
    ],
)
def test_what_has_changed_since_stands_against_undoing_and_nothing_is_changed(story, change, said):
    kept, gone = two_units(story)
    done = merge(kept, gone)
    change(kept, done)
    done.refresh_from_db()
    before = registry()

    with override("en"), pytest.raises(ValidationError) as refused:
        undo(done)

    assert any(said in message for message in refused.value.messages)
    assert registry() == before


def test_what_was_deleted_or_added_since_does_not_stand_against_undoing(story):
    kept, gone = two_units(story)
    done = merge(kept, gone)
    moved = Honour.objects.get(organisation=kept)
    Evidence.objects.filter(honour=moved).delete()
    moved.delete()
    added = make_honour(organisation=kept)

    again = undo(done)

    assert not again.honours.exists()
    assert list(kept.honours.all()) == [added]


# On the desk --------------------------------------------------------------------------------------


def test_the_desk_shows_what_moves_before_it_merges_and_can_undo_it(desk, client, story):
    kept, gone = two_units(story)
    address = reverse("admin:awards_organisation_merging")
    chosen = desk.post(
        reverse("admin:awards_organisation_changelist"),
        {"action": "merge_two", "_selected_action": [kept.pk, gone.pk]},
    )
    pair = {"kept": kept.pk, "gone": gone.pk}

    shown = desk.get(chosen["Location"])

    assert chosen["Location"] == f"{address}?kept={kept.pk}&gone={gone.pk}"
    moving = {
        type(kind.first[0]): (kind.number, kind.doubled) for kind in shown.context["moving"] if kind.first
    }
    assert moving[EventOrganiser] == (1, 1)
    assert moving[ExemplaryModel] == (1, 0)
    assert Organisation.objects.filter(pk=gone.pk).exists()

    done = desk.post(address, pair | {"reason": "Cùng một nơi."})
    entry = AuditEntry.objects.filter(action="merge").get()
    assert done["Location"] == reverse("admin:awards_organisation_change", args=[kept.pk])
    assert (entry.before, entry.after, entry.note) == ("C. Mẫu (/don-vi/c-mau/)", "Cục Mẫu", "Cùng một nơi.")

    way_back = reverse("admin:awards_merge_undoing", args=[Merge.objects.get().pk])
    assert sorted(number for _kind, number in desk.get(way_back).context["returning"])[-1] == 3
    desk.post(way_back)
    assert Organisation.objects.filter(pk=gone.pk, name="C. Mẫu").exists()
    assert AuditEntry.objects.filter(action="unmerge").count() == 1
    assert desk.post(way_back).status_code == 409


def test_the_desk_refuses_in_words(desk, story):
    kept, gone = make_organisation(), make_organisation()
    kept.predecessors.add(gone)
    address = reverse("admin:awards_organisation_merging")

    refused = desk.post(address, {"kept": kept.pk, "gone": gone.pk})

    assert refused.status_code == 400
    assert refused.context["against"]
    assert desk.post(address, {"kept": "x", "gone": "y"}).status_code == 400
    assert desk.get(address).status_code == 200
    assert Organisation.objects.count() == 2
