"""Records on the desk: what their forms refuse, and what follows a change."""

import pytest
from django.urls import reverse

from articles.models import Redirect
from articles.tests.factories import make_article, make_draft
from awards.models import Announcement, Campaign, Decision, Event, Honour, Organisation, Person, Target
from awards.tests.admin_forms import errors, said, submit
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_event,
    make_form,
    make_honour,
    make_organisation,
    make_person,
    make_target,
    prove,
)

pytestmark = pytest.mark.django_db


def change(client, record, /, **changes):
    return submit(client, f"/admin/awards/{record._meta.model_name}/{record.pk}/change/", **changes)


def add(client, kind, /, **fields):
    return submit(client, f"/admin/awards/{kind}/add/", **fields)


# Circles ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("make", "column"), [(make_organisation, "parent"), (make_campaign, "parent")])
def test_a_record_cannot_be_part_of_its_own_part(desk, make, column):
    top = make()
    below = make(**{column: make(**{column: top})})

    answer = change(desk, top, **{column: below.pk})

    assert list(answer.context["adminform"].form.errors) == [column]
    assert change(desk, top, **{column: make().pk}).status_code == 302


def test_a_form_cannot_be_an_instance_of_its_own_instance(desk):
    general = make_form()
    instance = make_form(general=general)

    assert change(desk, general, general=instance.pk).status_code == 200


def test_a_body_cannot_come_before_itself(desk):
    first, second, third = make_organisation(), make_organisation(), make_organisation()
    second.predecessors.add(first)
    third.predecessors.add(second)

    assert change(desk, first, predecessors=[third.pk]).status_code == 200
    assert change(desk, first, predecessors=[make_organisation().pk]).status_code == 302


# Forms with rows ----------------------------------------------------------------------------------


def rows(prefix, *rows):
    """Rows of an inline that had none."""
    data = {f"{prefix}-TOTAL_FORMS": len(rows)}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def test_a_unit_is_entered_with_its_aliases_and_gets_a_slug(desk):
    answer = add(desk, "organisation", name="Cục Mẫu", **rows("aliases", {"name": "CM"}, {"name": "Cục M."}))

    assert answer.status_code == 302
    unit = Organisation.objects.get(slug="cuc-mau")
    assert {alias.name for alias in unit.aliases.all()} == {"CM", "Cục M."}


def test_an_alias_is_entered_once(desk):
    answer = add(desk, "organisation", name="Cục Mẫu", **rows("aliases", {"name": "CM"}, {"name": "CM"}))

    assert answer.status_code == 200
    assert not Organisation.objects.exists()


def test_titles_stand_in_the_order_typed(desk):
    titles = rows("titles", {"title": "Sau", "place": 2}, {"title": "Cuối"}, {"title": "Trước", "place": 1})

    add(desk, "person", full_name="Người Mẫu", **titles)

    person = Person.objects.get()
    assert [(row.position, row.title) for row in person.titles.all()] == [
        (0, "Trước"),
        (1, "Sau"),
        (2, "Cuối"),
    ]


def test_titles_change_places_and_leave(desk):
    add(
        desk,
        "person",
        full_name="Người Mẫu",
        **rows("titles", {"title": "A"}, {"title": "B"}, {"title": "C"}),
    )
    person = Person.objects.get()

    change(desk, person, **{"titles-0-place": 3, "titles-2-place": 1, "titles-1-DELETE": "on"})

    assert [(row.position, row.title) for row in person.titles.all()] == [(0, "C"), (1, "A")]


def test_an_event_is_entered_with_names_sessions_and_organisers(desk):
    unit = make_organisation()

    answer = add(
        desk,
        "event",
        name="Hội nghị mẫu",
        other_names="Tên hai\n\n  Tên  ba ",
        sessions="Phiên 1\r\nPhiên 2",
        date="8/9/2020",
        date_basis="stated",
        **rows("organisers", {"organisation": unit.pk, "role": "chủ trì"}),
    )

    assert answer.status_code == 302
    event = Event.objects.get()
    assert (event.other_names, event.sessions) == (["Tên hai", "Tên ba"], ["Phiên 1", "Phiên 2"])
    assert (event.date.iso(), event.organisers.get().role) == ("2020-09-08", "chủ trì")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"date": "8/9/2020", "date_basis": ""}, "date_basis"),
        ({"date": "", "date_basis": "stated"}, "date"),
        ({"date": "2020", "date_basis": "inferred"}, "date_note"),
        ({"date": "31/2/2020", "date_basis": "stated"}, "date"),
    ],
)
def test_a_date_says_how_it_is_known(desk, fields, wrong):
    answer = add(desk, "event", name="Hội nghị mẫu", **fields)

    assert list(answer.context["adminform"].form.errors) == [wrong]


def test_a_campaign_is_entered_with_numbered_targets(desk):
    targets = rows("targets", {"number": 1, "text": "Việc một."}, {"number": 2, "text": "Việc hai."})

    add(desk, "campaign", name="Phong trào mẫu", **targets)

    assert [target.ref for target in Target.objects.all()] == ["phong-trao-mau-1", "phong-trao-mau-2"]


def test_two_targets_cannot_have_one_number(desk):
    targets = rows("targets", {"number": 1, "text": "Việc một."}, {"number": 1, "text": "Việc hai."})

    assert add(desk, "campaign", name="Phong trào mẫu", **targets).status_code == 200
    assert not Campaign.objects.exists()


# Forms of award -----------------------------------------------------------------------------------


def test_recipients_of_a_form_are_ticked(desk):
    form = make_form(recipients=["household"])

    change(desk, form, recipients=["collective", "individual"])

    form.refresh_from_db()
    assert form.recipients == ["collective", "individual"]


@pytest.mark.parametrize("make", [make_honour, make_announcement])
def test_classes_stay_while_a_record_has_one(desk, make):
    form = make_form(has_classes=True)
    make(form=form, order_class="nhi")

    answer = change(desk, form, has_classes=None)

    assert list(answer.context["adminform"].form.errors) == ["has_classes"]
    assert "1" in errors(answer)


def test_records_follow_when_a_form_gets_and_loses_classes(desk):
    form = make_form()
    make_honour(form=form), make_announcement(form=form)

    def copies():
        return [
            model.objects.values_list("form_has_classes", flat=True).get() for model in (Honour, Announcement)
        ]

    change(desk, form, has_classes="on")
    with_classes = copies()
    change(desk, form, has_classes=None)

    assert (with_classes, copies()) == ([True, True], [False, False])


def test_honours_follow_a_new_name_of_their_recipient(desk):
    unit, person = make_organisation(), make_person()
    make_honour(organisation=unit), make_honour(person=person)

    change(desk, unit, name="Ấn phẩm Mẫu")
    change(desk, person, full_name="Đỗ Mẫu")

    assert set(Honour.objects.values_list("recipient_fold", flat=True)) == {"an pham mau", "do mau"}


# Decisions ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {"number": "382/QĐ-BTC"},
        {"number": "382", "symbol": "QĐ – BTC"},
        {"number": "Quyết định số 382 / QĐ-BTC ngày 26/02/2025"},
        {"number": "382/QĐ-BTC", "symbol": "QĐ-BTC"},
    ],
)
def test_a_decision_is_read_from_whatever_is_pasted(desk, fields):
    add(desk, "decision", **fields)

    assert list(Decision.objects.values_list("number", "symbol")) == [("382", "QĐ-BTC")]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"number": "382"}, "symbol"),
        ({"number": "ba trăm"}, "number"),
        ({"number": "382/QĐ-BTC", "symbol": "QĐ-TTg"}, "symbol"),
        ({"number": "382", "symbol": "QĐ BTC"}, "symbol"),
        ({"number": "x" * 121}, "number"),
    ],
)
def test_what_is_no_decision_is_refused_where_it_is_wrong(desk, fields, wrong):
    answer = add(desk, "decision", **fields)

    assert list(answer.context["adminform"].form.errors) == [wrong]


@pytest.mark.parametrize("date", ["", "26/02/2025"])
def test_a_decision_is_recorded_once(desk, date):
    add(desk, "decision", number="382/QĐ-BTC", date=date)

    again = add(desk, "decision", number="382/QĐ–BTC", date=date)

    assert again.status_code == 200
    assert Decision.objects.count() == 1


# Honours and totals -------------------------------------------------------------------------------


def test_an_honour_gets_a_readable_reference_of_its_own(desk):
    form, unit = make_form(slug="huan-chuong-mau", has_classes=True), make_organisation(slug="don-vi-mau")
    facts = {"form": form.pk, "order_class": "nhat", "organisation": unit.pk, "year": 2020}

    for _ in range(2):
        assert add(desk, "honour", **facts).status_code == 302

    wanted = "huan-chuong-mau-nhat-don-vi-mau-2020"
    assert set(Honour.objects.values_list("ref", flat=True)) == {wanted, f"{wanted}-2"}


def test_a_typed_reference_is_kept_and_refused_when_taken(desk):
    make_honour(ref="tham-chieu-mau")
    facts = {"form": make_form().pk, "household": "Hộ ông Mẫu"}

    assert add(desk, "honour", **facts, ref="tham-chieu-mau").status_code == 200
    assert add(desk, "honour", **facts, ref="tham-chieu-khac").status_code == 302
    assert Honour.objects.filter(ref="tham-chieu-khac").exists()


@pytest.mark.parametrize("recipients", [(), ("organisation", "person"), ("person", "household")])
def test_an_honour_has_exactly_one_recipient(desk, recipients):
    values = {"organisation": make_organisation().pk, "person": make_person().pk, "household": "Hộ ông Mẫu"}

    answer = add(desk, "honour", form=make_form().pk, **{name: values[name] for name in recipients})

    assert answer.status_code == 200
    assert not Honour.objects.exists()


@pytest.mark.parametrize(
    ("name", "facts"),
    [("honour", {"household": "Hộ mẫu"}), ("announcement", {"recipient_kind": "collective", "count": 3})],
)
def test_a_class_is_refused_for_a_form_without_classes(desk, name, facts):
    answer = add(desk, name, form=make_form().pk, order_class="nhat", **facts)

    assert list(answer.context["adminform"].form.errors) == ["order_class"]


def test_an_honour_is_named_under_a_total_of_its_own_form_class_and_kind(desk):
    form = make_form(has_classes=True)
    total = make_announcement(form=form, order_class="nhat")
    of_people = make_announcement(form=form, order_class="nhat", recipient_kind="individual")
    various = make_announcement(form=form, order_class="various")
    honour = make_honour(form=form, order_class="nhat")

    taken = {
        one: change(desk, honour, announcement=one.pk).status_code for one in (total, of_people, various)
    }

    assert taken == {total: 302, of_people: 200, various: 302}


def test_a_total_is_a_number_or_many(desk):
    facts = {"form": make_form().pk, "recipient_kind": "collective"}

    assert add(desk, "announcement", **facts).status_code == 200
    assert add(desk, "announcement", **facts, count=3, many="on").status_code == 200
    assert add(desk, "announcement", **facts, many="on", year=2020).status_code == 302
    assert Announcement.objects.get().ref.startswith("cong-bo-2020-bang-khen-mau")


def test_a_total_shows_how_it_agrees_with_names(desk):
    form, unit = make_form(), make_organisation()
    total = make_announcement(form=form, count=29, scope=unit)
    prove(make_honour(form=form, announcement=total, scope=unit))
    prove(make_honour(form=form, scope=unit))
    prove(make_honour(form=form, scope=unit))

    page = desk.get(f"/admin/awards/announcement/{total.pk}/change/").content.decode()
    row = desk.get("/admin/awards/announcement/").context["cl"].result_list[0]

    assert "29" in page
    assert "chưa đủ tên" in page
    assert (row.named, row.outside) == (1, 2)


# What follows -------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [make_organisation, make_person, make_event, make_campaign])
def test_a_public_address_leads_on_when_the_slug_changes(desk, make):
    record = prove(make())
    old = record.get_absolute_url()

    change(desk, record, slug="ten-moi")

    record.refresh_from_db()
    assert desk.get(old)["Location"] == record.get_absolute_url()
    assert desk.get(old).status_code == 301


def test_the_address_of_a_form_leads_on(desk):
    form = make_form()
    old = form.get_absolute_url()

    change(desk, form, slug="ten-moi")

    assert desk.get(old)["Location"] == reverse("awards:form", args=["ten-moi"])


def test_an_address_that_was_never_public_leaves_nothing(desk):
    unit = prove(make_organisation(), make_draft())

    change(desk, unit, slug="ten-moi")

    assert not Redirect.objects.exists()


def test_a_deleted_public_record_is_gone_and_says_so(desk):
    unit = prove(make_organisation())
    address = unit.get_absolute_url()

    desk.post(f"/admin/awards/organisation/{unit.pk}/delete/", {"post": "yes"})

    assert not Organisation.objects.exists()
    assert desk.get(address).status_code == 410


def test_a_record_that_loses_its_evidence_is_gone_until_it_is_proven_again(desk):
    unit = prove(make_organisation())
    address = unit.get_absolute_url()

    change(desk, unit, **{"evidence-0-DELETE": "on"})
    gone = desk.get(address).status_code
    prove(unit)

    assert (gone, desk.get(address).status_code) == (410, 200)


def test_a_changed_record_renews_the_stories_that_print_it(desk):
    article, other = make_article(), make_article()
    unit = prove(make_organisation(), article)
    stories = type(article).objects
    stories.update(story_html="")

    answer = change(desk, unit, name="Tên mới")

    assert stories.get(pk=article.pk).story_html != ""
    assert stories.get(pk=other.pk).story_html == ""
    assert any("1" in text for text in said(answer))


@pytest.mark.parametrize(
    "make", [make_organisation, lambda: make_event(other_names=["Tên hai"], sessions=["Phiên 1"], date=None)]
)
def test_a_record_saved_without_a_change_renews_nothing(desk, make):
    record = prove(make())
    stories = type(record.evidence.get().article).objects
    stories.update(story_html="")

    change(desk, record)

    assert stories.get().story_html == ""


def test_a_deleted_record_leaves_the_stories_that_printed_it(desk):
    honour = prove(make_honour())
    stories = type(honour.evidence.get().article).objects
    stories.update(story_html="")

    desk.post(
        "/admin/awards/honour/", {"action": "delete_selected", "_selected_action": [honour.pk], "post": "yes"}
    )

    assert not Honour.objects.exists()
    assert stories.get().story_html != ""


def test_what_others_refer_to_is_not_deleted(desk):
    unit = make_organisation()
    honours = [make_honour(organisation=unit, ref=f"vinh-danh-{number}") for number in range(23)]

    page = desk.get(f"/admin/awards/organisation/{unit.pk}/delete/")
    answer = desk.post(f"/admin/awards/organisation/{unit.pk}/delete/", {"post": "yes"})

    assert len(page.context["protected"]) == 21
    assert "3" in page.context["protected"][-1]
    assert answer.status_code == 200
    assert Organisation.objects.filter(pk=unit.pk).exists()
    assert Honour.objects.count() == len(honours)


def test_a_campaign_goes_with_its_targets_and_their_evidence(desk):
    campaign = make_campaign()
    prove(make_target(campaign))

    desk.post(f"/admin/awards/campaign/{campaign.pk}/delete/", {"post": "yes"})

    assert not Target.objects.exists()


def test_a_body_that_hundreds_of_stories_name_can_still_be_changed(desk):
    unit, story = make_organisation(), make_article()
    for _ in range(220):
        prove(unit, story)

    answer = change(desk, unit, note="Đã đối chiếu.")

    assert answer.status_code == 302
    unit.refresh_from_db()
    assert unit.note == "Đã đối chiếu."
