"""Which records answer a question of the site's search: never one that lists may not lead to."""

import pytest

from articles.search import records
from articles.search.query import read
from articles.tests.factories import make_article, make_draft
from awards.hiding import hide
from awards.models.organisation import OrganisationAlias
from awards.tests.factories import (
    make_campaign,
    make_form,
    make_honour,
    make_organisation,
    make_person,
    prove,
)

pytestmark = pytest.mark.django_db


def found(question: str, limit: int = 5) -> dict[str, list[str]]:
    """Titles by kind of group."""
    groups = records.groups(read(question), limit)
    return {group.kind: [record.title for record in group.records] for group in groups}


def test_records_are_found_by_name_alias_and_slogan_whatever_the_accents():
    organisation = prove(make_organisation(name="Cục Điện tử mẫu"))
    OrganisationAlias.objects.create(organisation=organisation, name="Sao Đỏ")
    prove(make_campaign(name="Phong trào mẫu", slogan="Đổi mới từng ngày"))
    prove(make_person(full_name="Người Mẫu Đặng"))

    assert found("dien tu") == found("sao đỏ") == {"organisation": ["Cục Điện tử mẫu"]}
    assert found("doi moi") == {"campaign": ["Phong trào mẫu"]}
    assert found("dang") == {"person": ["Người Mẫu Đặng"]}


def test_words_are_looked_for_where_a_word_begins_and_the_question_at_the_beginning_comes_first():
    for name in ("Đội An toàn", "An toàn Mẫu", "Toàn quốc an ninh", "Thanh toán mẫu"):
        prove(make_organisation(name=name))

    assert found("an toàn") == {"organisation": ["An toàn Mẫu", "Đội An toàn", "Toàn quốc an ninh"]}
    assert found("an -ninh") == {"organisation": ["An toàn Mẫu", "Đội An toàn"]}


def test_what_no_published_story_proves_is_not_found():
    make_organisation(name="Kilimanjaro Một")
    prove(make_campaign(name="Kilimanjaro Hai"), make_draft())
    person = make_person(full_name="Kilimanjaro Ba")
    make_honour(person=person)
    parent = make_organisation(name="Kilimanjaro Bốn")
    prove(make_organisation(name="Đội năm", parent=parent))

    assert found("kilimanjaro một") == found("kilimanjaro") == {}
    assert records.groups(read("đội năm"), 5)[0].records[0].detail == ""


def test_a_hidden_person_is_found_neither_by_name_nor_by_honour(django_user_model):
    story = make_article()
    person = prove(make_person(full_name="Người Kilimanjaro"), story)
    prove(make_honour(person=person), story)
    assert set(found("người kilimanjaro")) == {"person", "honour"}

    hide(person, user=django_user_model.objects.create(username="mot"), reason="Xin rút tên.")

    assert found("người kilimanjaro") == {}


def test_honours_are_found_by_recipient_by_form_and_by_both():
    order = make_form(name="Huân chương Mẫu", has_classes=True)
    unit, other = make_organisation(name="Cục Biển"), make_organisation(name="Cục Núi")
    prove(make_honour(form=order, order_class="nhat", organisation=unit))
    prove(make_honour(form=order, order_class="ba", organisation=other))
    prove(make_honour(form=order, order_class="ba", organisation=unit, status="proposed"))

    assert found("cục biển")["honour"] == ["Huân chương Mẫu hạng Nhất"]
    assert found("huân chương mẫu")["honour"] == ["Huân chương Mẫu hạng Nhất", "Huân chương Mẫu hạng Ba"]
    assert found("huan chuong mau hang ba")["honour"] == ["Huân chương Mẫu hạng Ba"]
    assert found("huân chương mẫu cục núi")["honour"] == ["Huân chương Mẫu hạng Ba"]


@pytest.mark.parametrize("number", [2, 9])
def test_groups_cost_one_query_and_say_when_more_answer(number, django_assert_num_queries):
    story = make_article()
    for _ in range(number):
        organisation = prove(make_organisation(name="Cục Hải quan"), story)
        prove(make_honour(organisation=organisation), story)
        prove(make_campaign(name="Hải quan"), story)

    with django_assert_num_queries(1):
        groups = records.groups(read("hải quan"), 3)

    assert [(group.kind, len(group.records)) for group in groups] == [
        ("campaign", min(number, 3)),
        ("organisation", min(number, 3)),
        ("honour", min(number, 3)),
    ]
    assert {group.is_cut for group in groups} == {number > 3}
