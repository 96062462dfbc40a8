"""Entering a list on the desk: paste, check, answer, record, take back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.tests.factories import make_article, make_user
from awards.models import AwardList, Decision, Honour, Person
from awards.tests.admin_forms import said
from awards.tests.factories import make_form, make_honour, make_organisation, make_person

pytestmark = pytest.mark.django_db

ALL = "/admin/danh-sach/"
TEXT = (
    "Họ tên\tChức vụ\tĐơn vị\tHình thức\nNgười Mẫu Một\tCông chức\tCục Mẫu\tBK lạ\nPhòng Mẫu\t\tCục Mẫu\t\n"
)


@pytest.fixture
def desk(client):
    client.force_login(make_user("registry_editor"))
    return client


@pytest.fixture
def merit():
    return make_form(name="Bằng khen mẫu")


def page(award_list) -> str:
    return reverse("admin:awards_awardlist_change", args=[award_list.pk])


def sent(response, **changes) -> dict:
    """What the browser would send of the page of a draft."""
    context = response.context
    data = {field.html_name: field.value() for field in context["form"] if field.value() is not None}
    data |= {f"column-{name}": "" if at is None else at for name, _label, at, _all in context["columns"]}
    for place, question in enumerate(context["questions"], 1):
        data[f"question-{place}"] = question.key
    return data | {"seen": context["seen"]} | changes


def post(desk, award_list, **changes):
    return desk.post(page(award_list), sent(desk.get(page(award_list)), **changes))


def test_a_list_goes_from_paste_to_record_and_back(desk, merit):
    story = make_article(standfirst="Khen một cá nhân.")

    response = desk.post(ALL, {"text": TEXT})
    award_list = AwardList.objects.get()
    assert response["Location"] == page(award_list)
    first = desk.get(page(award_list))
    assert [one.name for one in first.context["questions"]] == ["BK lạ"]
    assert "record" not in first.content.decode().split("<form")[1].split('name="look"')[0]

    said_of_list = {"number": "382/QĐ-MAU", "article": story.pk, "quote": story.standfirst, "form": merit.pk}
    post(desk, award_list, **said_of_list, **{"answer-1": merit.pk})
    ready = desk.get(page(award_list))
    assert ready.context["judgement"].is_ready
    desk.post(page(award_list), sent(ready, record="1"))

    assert Honour.objects.proven().count() == 2
    assert str(Decision.objects.get()) == "382/QĐ-MAU"
    assert "Người Mẫu Một" in desk.get(page(award_list)).content.decode()
    undo = reverse("admin:awards_list_undo", args=[award_list.pk])
    assert desk.get(undo).context["hindrances"] == []
    desk.post(undo)
    assert not Honour.objects.exists()
    again = desk.post(reverse("admin:awards_list_again", args=[award_list.pk]))
    assert desk.get(again["Location"]).context["judgement"].is_ready


def test_what_was_typed_outlives_a_refusal(desk, merit):
    desk.post(ALL, {"text": TEXT})
    award_list = AwardList.objects.get()

    response = post(
        desk,
        award_list,
        number="không phải số",
        **{"cell-3-form": "Bằng khen mẫu", "row-2": "out", "answer-1": merit.pk},
    )

    assert response.status_code == 400
    assert "không phải số" in response.content.decode()
    award_list.refresh_from_db()
    assert award_list.sheet[2][3] == "Bằng khen mẫu"
    assert [one.state for one in response.context["judgement"].rows] == ["out", "new"]


def test_nothing_is_recorded_that_was_not_seen(desk, merit):
    desk.post(ALL, {"text": "Họ tên\tĐơn vị\tHình thức\nNgười Mẫu Một\tCục Mẫu\tBằng khen mẫu\n"})
    award_list = AwardList.objects.get()

    response = post(desk, award_list, record="1", **{"cell-2-name": "Người Mẫu Hai"})

    assert response.status_code == 409
    assert not Honour.objects.exists()
    desk.post(page(award_list), sent(response, record="1"))
    assert Person.objects.get().full_name == "Người Mẫu Hai"


def test_questions_of_one_kind_are_answered_together(desk, merit):
    people = [make_person(full_name=f"Người Mẫu {number}") for number in ("Một", "Hai")]
    rows = "".join(f"{person.full_name}\tCục Mẫu\tBằng khen mẫu\n" for person in people)
    desk.post(ALL, {"text": f"Họ tên\tĐơn vị\tHình thức\n{rows}"})
    award_list = AwardList.objects.get()
    assert len(desk.get(page(award_list)).context["questions"]) == 2

    post(desk, award_list, sole="1")

    assert [one.named.record for one in desk.get(page(award_list)).context["judgement"].rows] == people


def test_a_file_without_headings_waits_for_its_columns(desk, merit):
    desk.post(
        ALL, {"file": SimpleUploadedFile("ds.csv", "Cục Mẫu;Bằng khen mẫu\nCục Hai;Bằng khen mẫu".encode())}
    )
    award_list = AwardList.objects.get()

    post(desk, award_list, **{"column-name": "0", "column-form": "1"})

    assert [one.state for one in desk.get(page(award_list)).context["judgement"].rows] == ["new", "new"]


@pytest.mark.parametrize(
    "sent_in", [{"text": ""}, {"text": "\n\n"}, {"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04")}]
)
def test_what_is_no_list_comes_back_with_the_reason(desk, sent_in):
    response = desk.post(ALL, sent_in)

    assert response.status_code == 400
    assert response.context["form"].errors
    assert not AwardList.objects.exists()


def test_a_list_on_which_something_stands_says_which_rows(desk, merit):
    unit = make_organisation(name="Cục Mẫu")
    desk.post(ALL, {"text": "Tên đơn vị\tHình thức\nCục Mẫu\tBằng khen mẫu\nCục Hai\tBằng khen mẫu\n"})
    award_list = AwardList.objects.get()
    post(desk, award_list, record="1")
    make_honour(organisation=Honour.objects.exclude(organisation=unit).get().organisation)

    response = desk.post(reverse("admin:awards_list_undo", args=[award_list.pk]))

    assert response.status_code == 409
    assert [one.row for one in response.context["hindrances"]] == [3]
    assert Honour.objects.count() == 3


def test_a_recorded_list_is_no_form_any_more(desk, merit):
    desk.post(ALL, {"text": "Tên đơn vị\tHình thức\nCục Mẫu\tBằng khen mẫu\n"})
    award_list = AwardList.objects.get()
    data = sent(desk.get(page(award_list)), record="1")
    desk.post(page(award_list), data)

    response = desk.post(page(award_list), data)

    assert len(said(response)) >= 1
    assert Honour.objects.count() == 1
    desk.post(reverse("admin:awards_list_drop", args=[award_list.pk]))
    assert AwardList.objects.exists()


def test_a_form_sent_without_list_and_file_asks_for_one_of_them(desk):
    refused = desk.post("/admin/danh-sach/", {"text": " \n"})

    assert refused.status_code == 400
    assert refused.context["form"].errors["text"] == ["Hãy dán danh sách, hoặc chọn một tệp."]
