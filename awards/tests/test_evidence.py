"""Evidence follows its story, and stories follow the records that they print."""

import pytest

from articles import gate, publishing, working_copy
from articles.tests.factories import make_article, make_draft, make_photo, make_user
from awards.block_texts import block_texts
from awards.cited_stories import lost_evidence
from awards.citing import stories_citing
from awards.evidence import recheck
from awards.models import Evidence
from awards.tests.factories import (
    make_campaign,
    make_form,
    make_honour,
    make_organisation,
    make_person,
    make_target,
    prove,
)
from newsroom.body_html import read_blocks

pytestmark = pytest.mark.django_db

BODY = "<p>Cục Mẫu được tặng Bằng khen.</p><ul><li>Mục một.</li></ul><p>Đoạn cuối.</p>"


def block_that_says(article, words: str) -> str:
    return next(block.id for block in read_blocks(article.body) if block.leaf and words in block.text)


def test_a_pull_quote_that_repeats_a_paragraph_proves_nothing():
    story = make_article(body="<p>Cục Mẫu được tặng Bằng khen.</p><aside>Cục Mẫu được tặng Bằng khen</aside>")

    texts = block_texts(story).values()

    assert [text for text in texts if "Bằng khen" in text] == ["Cục Mẫu được tặng Bằng khen."]


def test_the_blocks_of_a_story_are_title_standfirst_lead_caption_and_body():
    photo = make_photo(caption="Chú thích ảnh chính.")
    story = make_article(title="Tít", standfirst="Sapo.", body=BODY, lead_photo=photo)

    texts = block_texts(story)

    assert (texts["tit"], texts["sapo"], texts["anh-chinh"]) == ("Tít", "Sapo.", "Chú thích ảnh chính.")
    assert list(texts.values())[3:] == ["Cục Mẫu được tặng Bằng khen.", "Mục một.", "Đoạn cuối."]


def test_a_figure_is_quoted_by_the_caption_that_readers_see():
    own, borrowed = (
        make_photo(ref="anh-mot", caption="Của ảnh."),
        make_photo(ref="anh-hai", caption="Của ảnh hai."),
    )
    story = make_article(
        body=f'<figure><img data-file="{own.ref}"><figcaption>Của bài.</figcaption></figure>'
        f'<figure><img data-file="{borrowed.ref}"></figure>'
    )

    assert list(block_texts(story).values())[2:] == ["Của bài.", "Của ảnh hai."]


def test_words_that_stay_keep_their_block():
    story = make_article(body=BODY)
    block = block_that_says(story, "Bằng khen")
    prove(make_organisation(), story, block=block, quote="Cục Mẫu được tặng Bằng khen")

    assert recheck(story) == []
    assert Evidence.objects.get().found


def publish_body(story, body: str):
    working_copy.save(story, {"body": body})
    return publishing.publish(story)


def test_words_that_move_are_followed_when_a_story_is_published_again():
    story = make_article(body=BODY)
    prove(make_organisation(), story, block=block_that_says(story, "Bằng khen"), quote="tặng Bằng khen")

    story = publish_body(
        story, "<p>Câu khác hẳn, không liên quan.</p><p>Đoạn cuối. Đơn vị được tặng Bằng khen.</p>"
    )

    evidence = Evidence.objects.get()
    assert (evidence.block, evidence.found) == (block_that_says(story, "Đoạn cuối"), True)


@pytest.mark.parametrize(
    "body", ["<p>Không còn gì.</p>", "<p>Ở đây tặng Bằng khen.</p><p>Ở kia cũng tặng Bằng khen.</p>"]
)
def test_words_that_stand_nowhere_or_in_several_other_blocks_are_not_found(body):
    story = make_article(body="<p>Một.</p>")
    prove(make_organisation(), story, block="b-xyz", quote="tặng Bằng khen")

    publish_body(story, body)

    evidence = Evidence.objects.get()
    assert (evidence.block, evidence.found) == ("b-xyz", False)


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        (BODY, False),
        ("<p>Câu khác.</p><p>Nay đơn vị được tặng Bằng khen.</p>", False),
        ("<p>Không còn gì.</p>", True),
        ("<p>Ở đây tặng Bằng khen.</p><p>Ở kia cũng tặng Bằng khen.</p>", True),
    ],
)
def test_what_an_update_would_take_from_the_registry_is_listed_before_it_is_published(body, lost):
    story = make_article(body=BODY)
    unit = make_organisation(name="Cục Mẫu Một")
    prove(unit, story, block="b-xyz", quote="tặng Bằng khen")
    prove(make_organisation(), story, block="b-cu", quote="đã mất từ trước", found=False)

    working_copy.save(story, {"body": body})
    listed = [
        finding
        for finding in gate.findings(story, working_copy.newest_snapshot(story))
        if finding.code == "evidence"
    ]
    publishing.publish(story)

    assert ["Cục Mẫu Một" in finding.says for finding in listed] == [True] * lost
    assert [finding.required for finding in listed] == [False] * lost
    assert Evidence.objects.get(organisation=unit).found != lost


@pytest.mark.parametrize("count", [1, 4])
def test_lost_evidence_costs_the_same_queries_however_much_there_is(count, django_assert_num_queries):
    story = make_article(body=BODY)
    for _ in range(count):
        prove(make_honour(person=make_person(), form=make_form()), story, block="sapo", quote="Sapo của bài")
        prove(make_honour(), story, block="sapo", quote="Sapo của bài")
    snapshot = working_copy.newest_snapshot(story) | {"standfirst": ""}

    with django_assert_num_queries(2):
        found = lost_evidence(story, snapshot)

    assert len(found) == 2 * count


def test_words_that_come_back_are_found_again():
    story = make_article(body=BODY)
    prove(make_organisation(), story, block="b-xyz", quote="tặng Bằng khen", found=False)

    recheck(story)

    evidence = Evidence.objects.get()
    assert (evidence.block, evidence.found) == (block_that_says(story, "Bằng khen"), True)


def test_only_the_edited_storys_evidence_is_looked_at():
    story, other = make_article(body=BODY), make_article()
    prove(make_organisation(), other, block="b-xyz", quote="không có ở đâu")

    publish_body(story, "<p>Khác.</p>")

    assert Evidence.objects.get().found


def test_a_recipient_is_printed_by_the_stories_that_prove_its_honours():
    unit = make_organisation()
    story, _other = make_article(), make_article()
    prove(make_honour(organisation=unit), story)

    assert list(stories_citing(unit)) == [story]


def test_every_kind_of_record_knows_the_stories_that_print_it():
    story = make_article()
    person, form, campaign = make_person(), make_form(), make_campaign()
    honour = prove(make_honour(person=person, form=form), story)
    target = prove(make_target(campaign), story)

    for record in (person, form, campaign, honour, target):
        assert list(stories_citing(record)) == [story]


def test_drafts_have_no_stored_page_to_renew():
    honour = prove(make_honour(), make_draft())

    assert not stories_citing(honour)


def test_lost_words_lead_to_the_last_revision_that_readers_saw_with_them():
    story = make_article(body=BODY)
    prove(make_organisation(), story, block=block_that_says(story, "Bằng khen"), quote="tặng Bằng khen")

    story = publish_body(story, BODY + "<p>Thêm một đoạn.</p>")
    story = publish_body(story, BODY + "<p>Thêm hai đoạn.</p>")
    working_copy.save(story, {"body": "<p>Bản nháp không ai thấy.</p>"})
    publish_body(story, "<p>Không còn gì.</p>")

    lost = Evidence.objects.select_related("revision").get()
    assert not lost.found
    assert "Thêm hai đoạn" in lost.revision.snapshot["body"]


def test_words_of_a_story_of_fixtures_were_read_in_its_first_revision():
    story = make_article(body=BODY)
    story.transitions.all().delete()
    story.revisions.all().delete()
    prove(make_organisation(), story, block=block_that_says(story, "Bằng khen"), quote="tặng Bằng khen")

    publish_body(story, "<p>Không còn gì.</p>")

    assert "Bằng khen" in Evidence.objects.get().revision.snapshot["body"]


def test_followed_words_are_read_in_the_revision_that_took_them_along():
    story = make_article(body=BODY)
    prove(make_organisation(), story, block="b-xyz", quote="tặng Bằng khen")

    story = publish_body(story, BODY + "<p>Thêm một đoạn.</p>")

    assert Evidence.objects.get().revision == working_copy.newest(story)


def test_a_revision_in_which_words_were_read_is_not_written_over_by_the_next_autosave():
    story, editor = make_draft(body=BODY), make_user("editor")
    working_copy.save(story, {"title": "Tít một"}, user=editor, sitting="mot", origin="autosave")
    read = working_copy.newest(story)
    prove(make_organisation(), story, quote="tặng Bằng khen", revision=read)

    working_copy.save(story, {"title": "Tít hai"}, user=editor, sitting="mot", origin="autosave")

    read.refresh_from_db()
    assert read.snapshot["title"] == "Tít một"
