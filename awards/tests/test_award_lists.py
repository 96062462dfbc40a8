"""A decision's list: tried against the registry, recorded as one, undone as one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import AuditEntry, Redirect
from articles.tests.factories import make_article, make_draft, make_user
from awards.award_lists.judging import Judgement
from awards.award_lists.recording import NotReady, record
from awards.award_lists.undoing import CannotUndo, undo
from awards.models import Decision, Evidence, Honour, Organisation, Person
from awards.tests.award_lists import make_list
from awards.tests.factories import make_form, make_honour, make_organisation, make_person

pytestmark = pytest.mark.django_db

HEAD = "STT\tHọ và tên\tChức vụ\tĐơn vị\tHình thức\tHạng\n"


@pytest.fixture
def merit():
    return make_form(name="Bằng khen mẫu", aliases=["BK mẫu"])


@pytest.fixture
def order():
    return make_form(name="Huân chương mẫu", has_classes=True)


@pytest.fixture
def editor():
    return make_user("registry_editor")


def judged(text: str, **fields) -> list[tuple]:
    """(name, state) of each row."""
    return [(one.row.name, one.state) for one in Judgement(make_list(HEAD + text, **fields)).rows]


def recorded(text: str, editor, **fields):
    return record(make_list(HEAD + text, **fields), user=editor)


def test_rows_are_new_or_known_by_unit_alias_and_title(merit):
    unit = make_organisation(name="Cục Mẫu")
    unit.aliases.create(name="Cục M")
    person = make_person(full_name="Người Mẫu Một")
    make_honour(person=person, recipient_unit=unit)

    states = judged(
        "1\tNGƯỜI MẪU MỘT\tCông chức\tcuc m\tBằng khen mẫu\n"
        "2\tÔng Người Mẫu Hai\tĐội trưởng\tĐội Mẫu\tBK mẫu\n"
        "3\tCục Mẫu\t\t\tbang khen mau\n"
    )

    assert states == [("NGƯỜI MẪU MỘT", "known"), ("Ông Người Mẫu Hai", "new"), ("Cục Mẫu", "known")]


def test_whom_a_name_means_is_asked_wherever_it_may_mean_another(merit):
    make_organisation(name="Hải quân Mẫu")
    make_organisation(name="Phòng Mẫu", slug="phong-mau-mot")
    make_organisation(name="Phòng Mẫu", slug="phong-mau-hai")
    make_organisation(name="Cục Mẫu", valid_to="2025-02-28")
    make_person(full_name="Người Mẫu Một")

    states = judged(
        "1\tHải quan Mẫu\t\t\tBK mẫu\n2\tPhòng Mẫu\t\t\tBK mẫu\n"
        "3\tCục Mẫu\t\t\tBK mẫu\n4\tNgười Mẫu Một\tCông chức\t\tBK mẫu\n",
        date="2025-03-05",
    )

    assert {state for _name, state in states} == {"asked"}


def test_a_unit_is_told_from_its_namesake_by_the_unit_beside_it(merit):
    upper, other = make_organisation(name="Cục Mẫu"), make_organisation(name="Cục Khác")
    meant = make_organisation(name="Phòng Mẫu", slug="p1", parent=upper)
    make_organisation(name="Phòng Mẫu", slug="p2", parent=other)

    judgement = Judgement(make_list(HEAD + "1\tPhòng Mẫu\t\tCục Mẫu\tBK mẫu\n"))

    assert judgement.rows[0].named.record == meant


def test_an_answer_holds_for_every_row_that_prints_the_name(merit, editor):
    units = [make_organisation(name="Phòng Mẫu", slug=f"phong-{number}") for number in (1, 2)]
    award_list = make_list(HEAD + "1\tPhòng Mẫu\t\t\tBK mẫu\n2\tNgười Mẫu Một\tCán bộ\tPhòng Mẫu\tBK lạ\n")
    questions = Judgement(award_list).questions

    award_list.answers = {
        one.key: str(units[1].pk if "organisation" in one.key else merit.pk) for one in questions
    }
    award_list.save()

    assert len(questions) == 2
    record(award_list, user=editor)
    assert [(one.organisation, one.recipient_unit) for one in Honour.objects.order_by("pk")] == [
        (units[1], None),
        (None, units[1]),
    ]


def test_what_is_wrong_is_told_by_cell(merit, order):
    rows = Judgement(
        make_list(
            HEAD + "1\t\tCông chức\t\tBK mẫu\n2\tPhòng Mẫu\t\t\t\n3\tPhòng Mẫu\t\t\tBK mẫu\tNhất\n"
            "4\tPhòng Mẫu\t\t\tHuân chương mẫu\tTư\n5\tMẫu Mẫu\t\t\tBK mẫu\n"
        )
    ).rows

    assert [(one.row.number, *one.errors) for one in rows] == [
        (2, "name"),
        (3, "form"),
        (4, "order_class"),
        (5, "order_class"),
        (6, "kind"),
    ]


def test_sections_say_the_kind_and_totals_are_no_rows(order):
    states = judged(
        "I. TẬP THỂ\nMẫu A\t\t\t\tHuân chương mẫu hạng Nhì\n\nII. CÁ NHÂN (2 người)\n"
        "1\tMẫu B\t\t\tHuân chương mẫu\tBa\nTổng cộng: 2\n".replace("Mẫu A", "1\tMẫu A").replace(
            "\t\t\t\t", "\t\t\t"
        )
    )

    assert states == [("Mẫu A", "new"), ("Mẫu B", "new")]
    rows = Judgement(make_list(HEAD + "1\tPhòng Mẫu\t\t\tHuân chương mẫu hạng Nhì\n")).rows
    assert (rows[0].form, rows[0].order_class) == (order, "nhi")


def test_doubles_are_found_within_the_list_and_in_the_registry(merit, order):
    unit = make_organisation(name="Cục Mẫu")
    make_honour(organisation=unit, form=merit, year=2024)
    decision = Decision.objects.create(number="09", symbol="QĐ-KHAC")
    make_honour(organisation=unit, form=order, order_class="ba", decision=decision)

    states = judged(
        "1\tCục Mẫu\t\t\tBK mẫu\n2\tPhòng Mới\t\t\tBK mẫu\n3\tPhòng Mới\t\t\tBK mẫu\n"
        "4\tCục Mẫu\t\t\tHuân chương mẫu\tBa\n",
        year=2024,
        number="10",
        symbol="QĐ-MAU",
    )

    assert [state for _name, state in states] == ["recorded", "new", "twice", "known"]


def test_a_list_is_recorded_whole_with_its_decision_words_and_entry_in_the_log(merit, editor):
    story = make_article(standfirst="Khen 2 tập thể, 1 cá nhân.")

    done = recorded(
        "1\tNgười Mẫu Một\tCông chức\tPhòng Mẫu\tBK mẫu\n2\tPhòng Mẫu\t\tCục Mẫu\tBK mẫu\n3\tHộ ông Mẫu\t\t\tBK mẫu\n",
        editor,
        number="382", symbol="QĐ-MAU", date="26/02/2025", authority="Bộ Mẫu", year=2024,
        article=story, quote=story.standfirst, block="sapo",
    )  # fmt: skip

    person, unit, upper = Person.objects.get(), *Organisation.objects.order_by("-parent")[:2]
    if unit.name != "Phòng Mẫu":
        unit, upper = upper, unit
    honours = list(Honour.objects.order_by("pk"))
    assert [one.recipient for one in honours] == [person, unit, "Hộ ông Mẫu"]
    assert (honours[0].recipient_title, honours[0].recipient_unit, honours[0].year) == (
        "Công chức",
        unit,
        2024,
    )
    assert (unit.parent, Organisation.objects.count()) == (upper, 2)
    assert {str(one.decision) for one in honours} == {"382/QĐ-MAU"}
    assert Honour.objects.proven().count() == 3
    assert done.counts == {"honours": 3, "organisations": 2, "people": 1}
    assert AuditEntry.objects.get(action="record_list").user_name
    story.refresh_from_db()
    assert "Người Mẫu Một" in story.story_html


def test_nothing_is_recorded_while_something_is_open(merit, editor):
    with pytest.raises(NotReady):
        recorded("1\tPhòng Mẫu\t\t\tBK mẫu\n2\t\tCông chức\t\tBK mẫu\n", editor)

    assert not Organisation.objects.exists()


def test_a_list_is_undone_whole_and_its_pages_are_gone(client, merit, editor):
    kept = make_organisation(name="Cục Mẫu")
    story = make_article(standfirst="Khen thưởng.")
    done = recorded(
        "1\tNgười Mẫu Một\tCông chức\tPhòng Mẫu\tBK mẫu\n2\tCục Mẫu\t\t\tBK mẫu\n3\tPhòng Mẫu\t\tCục Mẫu\tBK mẫu\n",
        editor, number="382", symbol="QĐ-MAU", article=story, quote="Khen thưởng.", block="sapo",
    )  # fmt: skip
    Evidence.objects.update(quote="Khen thưởng!")  # as the story writes it by now
    address = Person.objects.get().get_absolute_url()
    assert client.get(address).status_code == 200

    undo(done, user=editor)

    assert [model.objects.count() for model in (Honour, Person, Decision, Evidence)] == [0, 0, 0, 0]
    assert list(Organisation.objects.all()) == [kept]
    assert client.get(address).status_code == 410
    assert Redirect.objects.count() == 2
    assert AuditEntry.objects.filter(action="undo_list").count() == 1
    story.refresh_from_db()
    assert "Người Mẫu Một" not in story.story_html


def test_a_list_on_which_something_is_built_is_not_undone_and_says_where(merit, editor):
    done = recorded(
        "1\tPhòng Một\t\t\tBK mẫu\n2\tPhòng Hai\t\t\tBK mẫu\n3\tPhòng Ba\t\t\tBK mẫu\n4\tPhòng Bốn\t\t\tBK mẫu\n",
        editor,
    )
    one, two, three, _four = Honour.objects.order_by("pk")
    make_honour(organisation=one.organisation)
    Honour.objects.filter(pk=two.pk).update(note="Đã sửa.")
    three.delete()

    with pytest.raises(CannotUndo) as refused:
        undo(done, user=editor)

    assert [found.row for found in refused.value.hindrances] == [2, 3, 4]
    assert Honour.objects.count() == 4


def test_the_story_of_a_draft_list_stays_hidden(merit, editor):
    draft = make_draft(standfirst="Chưa ra.")

    recorded("1\tPhòng Mẫu\t\t\tBK mẫu\n", editor, article=draft, quote="Chưa ra.", block="sapo")

    assert (Honour.objects.count(), Honour.objects.proven().count()) == (1, 0)


def test_recording_and_undoing_cost_the_same_queries_at_any_size(merit, editor):
    def costs(count: int) -> tuple[int, int, int]:
        rows = "".join(f"{n}\tNgười Mẫu {n}\tCông chức\tPhòng {n}\tBK mẫu\n" for n in range(count))
        story = make_article(standfirst="Khen thưởng.")
        award_list = make_list(HEAD + rows, article=story, quote="Khen thưởng.", block="sapo")
        with CaptureQueriesContext(connection) as trying:
            Judgement(award_list)
        with CaptureQueriesContext(connection) as recording:
            done = record(award_list, user=editor)
        with CaptureQueriesContext(connection) as undoing:
            undo(done, user=editor)
        return len(trying), len(recording), len(undoing)

    assert costs(4) == costs(11)
