"""Snapshots, revisions, and the row that readers see."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import publishing, working_copy
from articles.models import Article, Revision, Tag
from articles.tests.factories import make_article, make_author, make_draft, make_photo, make_section
from newsroom.body_html import read_blocks

pytestmark = pytest.mark.django_db


def changed(article, **fields):
    return working_copy.save(article, working_copy.newest_snapshot(article) | fields)


def test_a_new_story_begins_with_its_first_revision():
    article = make_draft(title="Tít đầu tiên")

    assert list(article.revisions.values_list("number", flat=True)) == [1]
    assert working_copy.newest_snapshot(article) == working_copy.snapshot_of(article)


def test_saving_without_a_change_makes_no_revision():
    article = make_draft(tags=["hải quan"], authors=[make_author()])

    assert working_copy.save(article, working_copy.newest_snapshot(article)) is None
    assert article.revisions.count() == 1


def test_a_body_that_differs_only_in_markup_noise_is_unchanged():
    article = make_draft(body="<p>Một đoạn.</p>")

    assert changed(article, body="<div><p style='margin:0'>Một  đoạn.</p></div>") is None


def test_the_row_mirrors_the_newest_revision_until_the_first_publication():
    article = make_draft(title="Cũ")

    changed(article, title="Mới", kicker="Nóng")

    article.refresh_from_db()
    assert (article.title, article.kicker) == ("Mới", "Nóng")


def test_a_published_story_is_edited_without_readers_noticing():
    article = make_article(title="Đã đăng", tags=["cũ"])

    changed(article, title="Đang sửa", tags=["mới"], slug="dia-chi-moi")

    article.refresh_from_db()
    assert article.title == "Đã đăng"
    assert [use.tag.name for use in article.tag_uses.all()] == ["cũ"]
    assert working_copy.has_unpublished_changes(article)


def test_publishing_brings_the_whole_snapshot_to_the_row():
    article = make_article()
    section, author, photo = make_section(), make_author(), make_photo()
    changed(
        article,
        title="Sửa xong",
        section=section.pk,
        lead_photo=photo.ref,
        bylines=[{"author": author.pk, "role": "author", "job_title": "Phó phòng", "raw_line": ""}],
        related=[{"title": "Xem thêm", "url": "https://vi.example/a", "kind": "video"}],
        event_date="2020-09",
        event_date_basis="stated",
    )

    publishing.publish(article)

    article.refresh_from_db()
    assert (article.title, article.section, article.lead_photo) == ("Sửa xong", section, photo)
    assert article.event_date.iso() == "2020-09"
    assert [(line.author, line.job_title) for line in article.bylines.all()] == [(author, "Phó phòng")]
    assert [item.url for item in article.related_items.all()] == ["https://vi.example/a"]
    assert [use.photo for use in article.photo_uses.all()] == [photo]
    assert not working_copy.has_unpublished_changes(article)


def test_block_ids_survive_edits_of_other_blocks_over_revisions():
    article = make_draft(body="<p>Đoạn làm bằng chứng, giữ nguyên.</p><p>Đoạn sẽ sửa.</p>")
    evidence = read_blocks(Article.objects.get(pk=article.pk).body)[0].id

    for body in (
        "<h2>Thêm tít</h2><p>Đoạn làm bằng chứng, giữ nguyên.</p>",
        "<p>Mở.</p><p>Đoạn làm bằng chứng, giữ nguyên.</p>",
    ):
        changed(article, body=body)

    blocks = {block.text: block.id for block in read_blocks(Article.objects.get(pk=article.pk).body)}
    assert blocks["Đoạn làm bằng chứng, giữ nguyên."] == evidence


def test_text_reaches_rows_and_snapshots_as_nfc():
    article = make_draft(title="Ha\u0309i quan", tags=["Ha\u0309i quan"])

    assert Article.objects.get(pk=article.pk).title == "Hải quan"
    assert working_copy.newest_snapshot(article)["tags"] == ["Hải quan"]


def test_tags_that_differ_in_case_or_unicode_form_are_one():
    make_draft(tags=["Hải quan"])
    make_draft(tags=["HẢI QUAN", "ha\u0309i quan"])

    assert list(Tag.objects.values_list("name", flat=True)) == ["Hải quan"]


def test_a_raw_update_of_a_body_is_cleaned_too():
    article = make_draft()

    Article.objects.filter(pk=article.pk).update(body="<p onclick='x()'>Sạch<script>x()</script></p>")

    article.refresh_from_db()
    assert [block.text for block in read_blocks(article.body)] == ["Sạch"]
    assert "onclick" not in article.body
    assert "script" not in article.body


def test_equal_titles_get_addresses_of_their_own():
    slugs = [make_draft(title="Trùng tít").slug for _ in range(3)]

    assert slugs == ["trung-tit", "trung-tit-2", "trung-tit-3"]


def test_a_title_that_would_hide_a_page_of_the_site_gets_a_suffix():
    assert make_draft(title="Vinh danh").slug == "vinh-danh-2"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(max_size=40), standfirst=st.text(max_size=60), body=st.text(max_size=80))
def test_whatever_is_typed_is_saved_and_read_back_the_same(title, standfirst, body):
    article = make_draft(title=title, standfirst=standfirst, body=body)

    assert working_copy.newest_snapshot(article) == working_copy.snapshot_of(
        Article.objects.get(pk=article.pk)
    )
    assert working_copy.save(article, working_copy.newest_snapshot(article)) is None


def test_revisions_are_numbered_and_keep_who_and_why():
    article = make_draft()

    working_copy.save(article, {"title": "Hai"}, note="Sửa tít", origin=Revision.Origin.IMPORT)

    newest = working_copy.newest(article)
    assert (newest.number, newest.note, newest.origin) == (2, "Sửa tít", "import")
