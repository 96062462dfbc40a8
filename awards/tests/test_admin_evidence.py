"""Evidence on the desk: a story, its exact words, and a place that is found by itself."""

import pytest

from articles import working_copy
from articles.tests.factories import make_article, make_draft, make_photo
from awards.models import Evidence, Organisation
from awards.tests.admin_forms import errors, said, submit
from awards.tests.factories import (
    make_campaign,
    make_honour,
    make_organisation,
    make_person,
    make_target,
    prove,
)

pytestmark = pytest.mark.django_db

BODY = (
    '<p id="b-mot">Đơn vị được tặng Huân chương.</p>'
    '<ul><li id="b-hai">Nhắc lại: nhiệm vụ trọng tâm.</li><li id="b-ba">Lại nhắc: nhiệm vụ trọng tâm.</li></ul>'
)


def cite(client, record, article, quote, **more):
    """Paste the words into the first free row of evidence on the record's form."""
    address = f"/admin/awards/{record._meta.model_name}/{record.pk}/change/"
    changes = {"evidence-0-article": article.pk, "evidence-0-quote": quote, **more}
    return submit(client, address, **changes)


@pytest.mark.parametrize(
    ("quote", "block"),
    [
        ("được tặng Huân chương", "b-mot"),
        ("  được  tặng\nHuân chương. ", "b-mot"),
        ("Lại nhắc", "b-ba"),
        ("Tít của bài", "tit"),
        ("Sapo của bài", "sapo"),
        ("Chú thích ảnh chính", "anh-chinh"),
    ],
)
def test_pasted_words_find_their_place(desk, quote, block):
    photo = make_photo(caption="Chú thích ảnh chính.")
    article = make_article(title="Tít của bài", standfirst="Sapo của bài.", body=BODY, lead_photo=photo)
    unit = make_organisation(name="Đơn vị Mẫu", slug="don-vi-mau")

    answer = cite(desk, unit, article, quote)

    assert answer.status_code == 302
    piece = unit.evidence.get()
    assert (piece.block, piece.found, piece.quote) == (block, True, " ".join(quote.split()))
    assert piece.ref == "organisation-don-vi-mau-1"


def test_a_caption_is_quoted_as_shown(desk):
    photo = make_photo(caption="Chú thích của kho ảnh.")
    article = make_article(body=f'<figure id="b-anh"><img data-file="{photo.ref}"></figure>')
    unit = make_organisation()

    cite(desk, unit, article, "Chú thích của kho ảnh")

    assert unit.evidence.get().block == "b-anh"


def test_words_that_the_story_does_not_say_are_refused_and_kept(desk):
    article, unit = make_article(title="Tít của bài", body=BODY), make_organisation()

    answer = cite(desk, unit, article, "Được tặng cờ thi đua.")

    assert answer.status_code == 200
    assert "Tít của bài" in errors(answer)
    assert "Được tặng cờ thi đua." in answer.content.decode()
    assert not Evidence.objects.exists()


def test_words_across_two_paragraphs_stand_in_no_place(desk):
    article, unit = make_article(body="<p>Câu một.</p><p>Câu hai.</p>"), make_organisation()

    answer = cite(desk, unit, article, "Câu một. Câu hai.")

    assert answer.status_code == 200


def test_words_in_other_spelling_are_answered_with_those_of_the_story(desk):
    article, unit = make_article(body=BODY), make_organisation()

    answer = cite(desk, unit, article, "được tặng huân chương")

    assert "“được tặng Huân chương”" in errors(answer)


def test_words_in_several_places_ask_which_is_meant(desk):
    article, unit = make_article(body=BODY), make_organisation()

    asked = cite(desk, unit, article, "nhiệm vụ trọng tâm")
    offered = [inline.formset for inline in asked.context["inline_admin_formsets"]][-1].forms[0]
    values = [value for value, _ in offered.fields["block"].widget.choices]
    chosen = cite(desk, unit, article, "nhiệm vụ trọng tâm", **{"evidence-0-block": "b-ba"})

    assert asked.status_code == 200
    assert values == ["", "b-hai", "b-ba"]
    assert chosen.status_code == 302
    assert unit.evidence.get().block == "b-ba"


def test_words_are_looked_for_in_what_readers_see(desk):
    article, unit = make_article(body="<p>Bản đã đăng.</p>"), make_organisation()
    working_copy.save(article, {"body": "<p>Bản đang sửa.</p>"})

    assert cite(desk, unit, article, "Bản đang sửa").status_code == 200
    assert cite(desk, unit, article, "Bản đã đăng").status_code == 302


def test_a_record_whose_words_have_moved_can_still_be_saved(desk):
    article = make_article(body=BODY)
    unit = prove(make_organisation(), article, quote="Lời cũ.", block="b-cu", found=False)

    answer = submit(desk, f"/admin/awards/organisation/{unit.pk}/change/", note="Ghi chú.")

    assert answer.status_code == 302
    assert unit.evidence.get().found is False


def test_new_words_are_found_again(desk):
    article = make_article(body=BODY)
    unit = prove(make_organisation(), article, quote="Lời cũ.", block="b-cu", found=False)

    cite(desk, unit, article, "được tặng Huân chương")

    piece = unit.evidence.get()
    assert (piece.block, piece.found) == ("b-mot", True)


def test_a_record_without_evidence_is_saved_with_a_warning(desk):
    answer = submit(desk, "/admin/awards/organisation/add/", name="Đơn vị chưa có bài")

    assert Organisation.objects.filter(name="Đơn vị chưa có bài").exists()
    levels = [message.level_tag for message in answer.wsgi_request._messages]
    assert sorted(levels) == ["success", "warning"]


def test_evidence_in_a_story_that_is_not_out_is_told_apart(desk):
    draft, unit = make_draft(body=BODY), make_organisation()

    shown = said(cite(desk, unit, draft, "được tặng Huân chương"))

    assert len([text for text in shown if unit.name in text]) == 2
    assert list(Organisation.objects.proven()) == []


def test_a_proven_record_is_saved_without_a_warning(desk):
    article, unit = make_article(body=BODY), make_organisation()

    answer = cite(desk, unit, article, "được tặng Huân chương")

    assert {message.level_tag for message in answer.wsgi_request._messages} == {"success", "info"}


def test_a_campaign_names_its_targets_without_evidence(desk):
    campaign = make_campaign()
    make_target(campaign, number=3)
    prove(make_target(campaign, number=4))

    answer = submit(desk, f"/admin/awards/campaign/{campaign.pk}/change/", name="Tên mới")

    assert any(" 3." in text and "4" not in text for text in said(answer))


def test_new_evidence_on_a_target_renews_the_story_that_says_it(desk):
    article = make_article(body=BODY)
    target = make_target(make_campaign())
    stories = type(article).objects
    stories.update(story_html="")

    cite(desk, target, article, "được tặng Huân chương")

    assert stories.get().story_html != ""


def test_evidence_has_its_own_form_for_any_one_record(desk):
    article, person = make_article(body=BODY), make_person(full_name="Người Mẫu Một")
    facts = {"article": article.pk, "quote": "được tặng Huân chương"}

    none = submit(desk, "/admin/awards/evidence/add/", **facts)
    two = submit(desk, "/admin/awards/evidence/add/", **facts, person=person.pk, honour=make_honour().pk)
    one = submit(desk, "/admin/awards/evidence/add/", **facts, person=person.pk)

    assert (none.status_code, two.status_code, one.status_code) == (200, 200, 302)
    assert person.evidence.get().ref == "person-nguoi-mau-mot-1"


def test_evidence_that_moves_to_another_story_renews_both(desk):
    before, after = make_article(body=BODY), make_article(body=BODY)
    prove(make_organisation(), before)
    stories = type(before).objects
    stories.update(story_html="")

    submit(
        desk,
        f"/admin/awards/evidence/{Evidence.objects.get().pk}/change/",
        article=after.pk,
        quote="được tặng Huân chương",
    )

    assert not stories.filter(story_html="").exists()


@pytest.mark.parametrize("door", ["delete", "delete_selected"])
def test_deleting_evidence_renews_its_story_and_warns_of_the_record(desk, door):
    article = make_article()
    unit = prove(make_organisation(), article)
    piece, stories = unit.evidence.get(), type(article).objects
    stories.update(story_html="")

    if door == "delete":
        answer = desk.post(f"/admin/awards/evidence/{piece.pk}/delete/", {"post": "yes"})
    else:
        chosen = {"action": door, "_selected_action": [piece.pk], "post": "yes"}
        answer = desk.post("/admin/awards/evidence/", chosen)

    assert not unit.evidence.exists()
    assert stories.get().story_html != ""
    assert any(unit.name in text for text in said(answer))


@pytest.mark.parametrize("box", ["evidence-0-article", "predecessors"])
def test_what_is_no_key_comes_back_from_a_chooser_with_a_message(desk, box):
    unit = make_organisation()

    answer = submit(desk, f"/admin/awards/organisation/{unit.pk}/change/", **{box: "x"})

    assert answer.status_code == 200
    assert errors(answer)
