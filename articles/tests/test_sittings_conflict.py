"""Two people, or two tabs, on one story: nobody is overwritten, and what came late is decided on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import working_copy
from articles.models import HeldText
from articles.sittings import merging
from articles.tests.desk import change_url
from articles.tests.factories import make_author, make_draft, make_section, make_user
from articles.tests.test_sittings_saving import Tab
from newsroom.body_html import read_blocks

pytestmark = pytest.mark.django_db

BODY = "<p>Đoạn một còn nguyên.</p><h2>Mục giữa</h2><p>Đoạn ba còn nguyên.</p>"


@pytest.fixture
def pair():
    """A story open in two people's tabs."""
    story = make_draft(title="Tít chung", body=BODY)
    first = Tab(make_user("editor", first_name="Một", last_name="Người Mẫu"), story)
    return story, first, Tab(make_user("editor", first_name="Hai", last_name="Người Mẫu"), story)


def held_page(tab, **posted):
    held = HeldText.objects.latest("pk")
    address = f"/admin/articles/article/{held.article_id}/held/{held.pk}/"
    page = tab.client.get(address)
    if not posted:
        return page
    seen = str(page.context["seen"])
    return tab.client.post(address, {"seen": seen} | posted)


def proposals(page) -> dict:
    rows = [*page.context["fields"], *(row for row in page.context["blocks"] if "name" in row)]
    return {row["name"]: value for row in rows for value, _label, chosen in row["choices"] if chosen}


@pytest.mark.parametrize("by", ["itself", "button", "step"])
def test_the_second_save_overwrites_nobody_and_both_texts_are_kept(pair, by):
    story, first, second = pair
    first.press(title="Tít của người thứ nhất")

    if by == "itself":
        answer = second.write(title="Tít của người thứ hai")
        assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
        address = answer.json()["url"]
    elif by == "button":
        address = second.press(title="Tít của người thứ hai").url
    else:
        address = second.press("_step", "take", title="Tít của người thứ hai").url

    held = HeldText.objects.get()
    page = second.client.get(address)
    story.refresh_from_db()
    assert story.title == "Tít của người thứ nhất"
    assert (held.snapshot["title"], held.user, held.base.number) == ("Tít của người thứ hai", second.user, 1)
    assert [row["name"] for row in page.context["fields"]] == ["title"]
    assert "<del>nhất</del>" in page.content.decode()
    assert list(first.client.get(change_url(story)).context["panel"].held_texts) == [held]


def test_one_person_in_two_tabs_is_a_conflict_too():
    story, user = make_draft(), make_user("editor")
    first, second = Tab(user, story), Tab(user, story)
    first.write(title="Ở tab một")

    answer = second.write(title="Ở tab hai")

    assert answer.status_code == 409
    assert working_copy.newest_snapshot(story)["title"] == "Ở tab một"


def test_a_late_tab_that_goes_on_writing_has_one_held_text(pair):
    _story, first, second = pair
    first.write(title="Trước")

    for words in ("Sau", "Sau nữa", "Sau cùng"):
        second.write(title=words)

    assert HeldText.objects.get().snapshot["title"] == "Sau cùng"


def test_a_late_form_with_nothing_new_is_led_to_the_new_text(pair):
    story, first, second = pair
    first.press(title="Bản mới")

    by_itself = second.write()
    pressed = second.press("_step", "take")

    assert (by_itself.status_code, by_itself.json()["code"]) == (409, "overtaken")
    assert pressed.url == change_url(story)
    story.refresh_from_db()
    assert (story.state, HeldText.objects.count()) == ("draft", 0)


def test_changes_in_different_places_are_merged_with_one_press(pair):
    story, first, second = pair
    section = make_section()
    first.press(body=first.data["body"].replace("Đoạn một", "Đoạn một đã sửa"), section=section.pk)
    second.press(
        body=second.data["body"].replace("Đoạn ba", "Đoạn ba đã sửa") + "<p>Đoạn bốn thêm vào.</p>",
        standfirst="Sapo của người thứ hai.",
    )
    ids = [block.id for block in read_blocks(story.body)]

    page = held_page(second)
    answer = held_page(second, decide="merged", **proposals(page))

    snapshot = working_copy.newest_snapshot(story)
    assert page.context["compared"].merges_by_itself
    assert answer.url == change_url(story)
    assert [block.text for block in read_blocks(snapshot["body"])] == [
        "Đoạn một đã sửa còn nguyên.",
        "Mục giữa",
        "Đoạn ba đã sửa còn nguyên.",
        "Đoạn bốn thêm vào.",
    ]
    assert [block.id for block in read_blocks(snapshot["body"])][:3] == ids
    assert (snapshot["section"], snapshot["standfirst"]) == (section.pk, "Sapo của người thứ hai.")


def test_where_both_changed_one_place_a_person_chooses(pair):
    story, first, second = pair
    first.press(body=first.data["body"].replace("Đoạn một", "Bản nhất"))
    second.press(body=second.data["body"].replace("Đoạn một", "Bản hai"), title="Tít của hai")
    page = held_page(second)
    block = next(row["name"] for row in page.context["blocks"] if "name" in row)

    left = held_page(second, decide="merged", **proposals(page))
    count = story.revisions.count()
    held_page(second, decide="merged", **proposals(page) | {block: "both"})

    assert not page.context["compared"].merges_by_itself
    assert (left.status_code, count) == (422, 2)
    assert block in [row["name"] for row in left.context["blocks"] if row.get("undecided")]
    texts = [one.text for one in read_blocks(working_copy.newest_snapshot(story)["body"])]
    assert texts[:2] == ["Bản nhất còn nguyên.", "Bản hai còn nguyên."]
    assert working_copy.newest_snapshot(story)["title"] == "Tít của hai"


@pytest.mark.parametrize(("outcome", "title"), [("mine", "Của hai"), ("theirs", "Của nhất")])
def test_one_of_the_texts_is_taken_whole_and_the_other_stays_readable(pair, outcome, title):
    story, first, second = pair
    first.press(title="Của nhất")
    second.press(title="Của hai")

    held_page(second, decide=outcome)

    held = HeldText.objects.get()
    assert working_copy.newest_snapshot(story)["title"] == title
    assert (held.outcome, held.resolved_by, held.snapshot["title"]) == (outcome, second.user, "Của hai")
    assert held_page(first).context["held"].snapshot["title"] == "Của hai"
    assert first.client.get(change_url(story)).context["panel"].held_texts == []


def test_a_decision_on_a_text_that_moved_on_is_asked_again(pair):
    story, first, second = pair
    first.press(title="Của nhất")
    second.press(title="Của hai")
    seen = str(held_page(second).context["seen"])
    working_copy.save(story, {"title": "Bản thứ ba"})

    late = held_page(second, decide="mine", seen=seen)

    assert late.status_code == 409
    assert working_copy.newest_snapshot(story)["title"] == "Bản thứ ba"
    assert HeldText.objects.get().resolved_at is None


def test_a_decision_is_for_those_who_may_edit(client, pair):
    story, first, second = pair
    first.press(title="Của nhất")
    second.press(title="Của hai")
    held = HeldText.objects.get()
    client.force_login(make_user("registry_editor"))
    address = f"/admin/articles/article/{story.pk}/held/{held.pk}/"

    assert client.get(address).status_code == client.post(address, {"decide": "mine"}).status_code == 403
    other = make_draft()
    assert second.client.get(f"/admin/articles/article/{other.pk}/held/{held.pk}/").status_code == 404


def test_a_text_whose_beginning_was_written_over_is_compared_without_it(pair):
    story, first, second = pair
    first.write(title="Đang gõ")
    second.data = Tab(second.user, story).data
    first.write(title="Đang gõ tiếp")

    second.press(title="Của hai")

    held = HeldText.objects.get()
    page = held_page(second)
    assert held.base is None
    assert proposals(page) == {}
    assert "title" in [row["name"] for row in page.context["fields"]]


def test_bylines_tags_and_choices_are_shown_in_words(pair):
    _story, first, second = pair
    author, section = make_author(name="Người Mẫu Ký"), make_section(name="Kinh tế thử")
    first.press(title="Của nhất")
    second.press(
        section=section.pk,
        tag_names="hải quan",
        **{"bylines-0-author": author.pk, "bylines-0-role": "author"},
    )

    page = held_page(second).content.decode()

    for words in ("Ký", "Kinh tế thử".split(maxsplit=1)[0], "quan"):
        assert words in page


# Merging itself ---------------------------------------------------------------------------------------

BLOCKS = st.lists(st.integers(0, 9), unique=True, max_size=7)


def body_of(keys, changed=()) -> str:
    return "\n".join(f'<p id="b-k{key}">Đoạn {key}{" đã sửa" if key in changed else ""}</p>' for key in keys)


def snapshot(body: str) -> dict:
    return working_copy.empty_snapshot() | {"body": body}


@given(base=BLOCKS, theirs=BLOCKS, mine=BLOCKS)
def test_every_block_that_somebody_wrote_is_offered_once(base, theirs, mine):
    compared = merging.compare(snapshot(body_of(base)), snapshot(body_of(theirs)), snapshot(body_of(mine)))

    names = [part.name for part in compared.blocks]
    assert sorted(names) == sorted(f"block-b-k{key}" for key in {*theirs, *mine})
    assert compared.merges_by_itself


@given(base=BLOCKS, mine=BLOCKS)
def test_merging_with_a_text_that_did_not_change_is_the_other_text(base, mine):
    same = snapshot(body_of(base))
    for theirs, own in ((same, snapshot(body_of(mine))), (snapshot(body_of(mine)), same)):
        compared = merging.compare(same, theirs, own)

        merged = compared.merged({part.name: part.proposal for part in compared.differing})

        assert merged["body"] == body_of(mine)


def test_a_list_is_one_place_known_by_its_items():
    def with_items(*items):
        return snapshot("<ul>" + "".join(f'<li id="b-{one}">{one}</li>' for one in items) + "</ul>")

    compared = merging.compare(with_items("a", "b"), with_items("b", "c"), with_items("a", "b"))

    assert [(part.name, part.proposal) for part in compared.blocks] == [("block-b-a", "theirs")]
