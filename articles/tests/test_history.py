"""A story's history on the desk: revisions and steps, two texts compared, an older one restored."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import audit, publishing, working_copy
from articles.comparing import restoring
from articles.comparing.snapshots import Comparison
from articles.models import Article, AuditEntry, Revision, Series
from articles.roles import ROLES
from articles.schedule import updates
from articles.tests.desk import change_url
from articles.tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_photo,
    make_section,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bientap(client):
    """An editor, at work."""
    person = make_user("editor", username="bien-tap")
    client.force_login(person)
    return person


def door(name: str, article, *rest) -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *rest])


def text_of(response) -> str:
    """What the page says, on one line, without its markup."""
    main = response.content.decode().split('id="content-main"')[1]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def change(article, **fields) -> Revision:
    return working_copy.save(Article.objects.get(pk=article.pk), fields, note=fields.pop("note", ""))


def test_two_revisions_are_compared_field_by_field_and_word_by_word(client, bientap):
    story = make_draft(title="Ngành hải quan thi đua", body="<p>Năm 2020 có sáu phong trào.</p>")
    change(story, title="Ngành thuế thi đua", body="<p>Năm 2021 có sáu phong trào.</p>")

    page = client.get(door("compare", story), {"a": "1", "b": "2"}).content.decode()

    assert "Ngành <del>hải quan</del> thi đua" in page
    assert "Ngành <ins>thuế</ins> thi đua" in page
    assert "Năm <del>2020</del><ins>2021</ins> có sáu phong trào." in page
    assert "Sapo" not in page.split("content-main")[1], "what did not change is not told"


def test_the_older_revision_stands_first_whichever_was_chosen_first(client, bientap):
    story = make_draft(title="Tên đầu")
    change(story, title="Tên sau")

    page = client.get(door("compare", story), {"a": "2", "b": "1"}).content.decode()

    assert "Tên <del>đầu</del>" in page


def test_one_walks_through_the_history_pair_by_pair(client, bientap):
    story = make_draft()
    for name in ("hai", "ba", "bốn"):
        change(story, title=f"Tên {name}")

    def steps(**pair):
        page = client.get(door("compare", story), pair).content.decode()
        return re.findall(r'href="\?a=(\d+)&amp;b=(\d+)" rel="(prev|next)"', page)

    assert steps(a="2", b="3") == [("1", "2", "prev"), ("3", "4", "next")]
    assert steps(a="1", b="4") == []


def test_people_tags_sections_and_photos_are_told_by_name(client, bientap):
    author, other = make_author(name="Người Mẫu Một"), make_author(name="Người Mẫu Hai")
    photo = make_photo(alt="Cổng cảng mẫu")
    story = make_draft(authors=[author], tags=["cũ", "chung"], section=make_section(name="Thời sự"))
    change(
        story,
        bylines=[{"author": other.pk, "role": "photographer", "job_title": "", "raw_line": ""}],
        tags=["chung", "mới"],
        section=make_section(name="Thi đua").pk,
        series=Series.objects.create(name="Loạt bài mẫu").pk,
        part=2,
        lead_photo=photo.ref,
        source_published_on="2020-09",
        source_published_basis="inferred",
        source_published_note="ngày họp",
    )

    response = client.get(door("compare", story), {"a": "1", "b": "2"})
    page = response.content.decode()

    assert re.search(r"<del>Người Mẫu Một · \w", page)
    assert re.search(r"<ins>Người Mẫu Hai · \w", page)
    assert re.search(r'<img class="compare__thumb" src="/[^"]+" alt="Cổng cảng mẫu"', page)
    assert "<del>cũ</del>" in page
    assert "<ins>mới</ins>" in page
    assert "<del>chung</del>" not in page
    assert "tháng 9/2020" in text_of(response)
    assert "Thời sự" in text_of(response)
    assert "<ins>Loạt bài mẫu</ins>" in page
    assert "<ins>2</ins>" in page


def test_a_changed_caption_a_moved_block_and_new_formatting_are_marked(client, bientap):
    photo = make_photo()
    figure = f'<figure><img data-file="{photo.ref}"><figcaption>Lễ ký {{}}.</figcaption></figure>'
    story = make_draft(body=f"<p>Một chuyện.</p><p>Hai việc.</p><h2>Ba</h2>{figure.format('sáng')}")
    change(
        story,
        body=f"<h2>Ba</h2><p>Một chuyện.</p><p>Hai <em>việc</em><span lang='en'>.</span></p>{figure.format('chiều')}",
    )

    page = client.get(door("compare", story), {"a": "1", "b": "2"}).content.decode()

    assert "Lễ ký <del>sáng</del><ins>chiều</ins>." in page
    assert page.count("compare__block--moved") == 1
    assert '<em>việc</em><span class="reset__what">+ in nghiêng</span>' in page
    assert '<span lang="en">.</span><span class="reset__what">+ bằng tiếng Anh</span>' in page
    assert page.count("compare__thumb") == 1, "the picture itself stayed"


def test_long_stretches_without_a_change_fold_and_can_be_opened(client, bientap):
    blocks = [f"<p>Đoạn số {number} của bài.</p>" for number in range(9)]
    story = make_draft(body="".join(blocks))
    change(story, body="".join([*blocks[:8], "<p>Đoạn cuối đã viết lại.</p>"]))

    page = client.get(door("compare", story), {"a": "1", "b": "2"}).content.decode()

    folded = re.search(r'<details class="compare__fold.*?</details>', page, re.DOTALL).group()
    assert "7 đoạn không đổi" in folded
    assert "Đoạn số 3 của bài." in folded
    assert "Đoạn số 7 của bài." not in folded


def test_markup_in_a_text_is_told_as_text(client, bientap):
    story = make_draft(title="Tên thường", body="<p>Chữ</p>")
    change(story, title="<script>alert(1)</script> & tên", body="<p>Chữ &lt;b&gt; & khác</p>")

    page = client.get(door("compare", story), {"a": "1", "b": "2"}).content.decode()

    assert "<script>alert" not in page
    assert "&lt;b&gt; &amp; khác" in page


def test_the_panel_leads_to_what_readers_see_beside_the_newest_text(client, bientap):
    story = make_article(title="Tên bạn đọc thấy")
    page = client.get(change_url(story)).content.decode()
    assert door("compare", story) not in page

    change(story, title="Tên đang sửa")
    page = client.get(change_url(story)).content.decode()
    told = client.get(door("compare", story)).content.decode()

    assert f'href="{door("compare", story)}"' in page
    assert "Tên <del>bạn đọc thấy</del>" in told
    assert client.get(door("compare", story), {"a": "1", "b": "published"}).status_code == 200


@pytest.mark.parametrize("query", [{"a": "99"}, {"b": "x"}, {"a": "-1"}, {"a": "9" * 40}, {"b": "published"}])
def test_a_text_that_is_not_there_is_refused_in_words(client, bientap, query):
    response = client.get(door("compare", make_draft()), query)

    assert response.status_code == 400
    assert "Bài này" in response.content.decode()


@pytest.mark.parametrize("role", [*ROLES, None])
def test_compare_and_restore_open_to_whom_the_story_opens(client, role):
    user = make_user(role)
    client.force_login(user)
    story = make_draft(user=make_user("reporter"), title="Bí mật của người khác")
    change(story, title="Tên mới")
    sees, edits = role not in (None, "reporter"), role in ("editor", "managing_editor", "administrator")
    hidden = 302 if role is None else 404

    assert client.get(door("compare", story)).status_code == (200 if sees else hidden)
    for method in (client.get, client.post):
        answer = method(door("restore", story, 1), {"seen": "2"})
        assert answer.status_code in ((200, 302) if edits else (403,) if sees else (hidden,))
    assert Revision.objects.filter(article=story).count() == (3 if edits else 2)


def test_restoring_makes_a_new_revision_and_readers_see_nothing_of_it(client, bientap):
    story = make_article(title="Bản một", body="<p>Đoạn một cũ.</p><p>Đoạn hai.</p>")
    first = Revision.objects.get(article=story)
    change(story, title="Bản hai", body="<p>Viết lại hết cả.</p>")

    asked = client.get(door("restore", story, 1))
    response = client.post(door("restore", story, 1), {"seen": "2", "note": "Bản hai sai nguồn."})

    assert "Bản <del>hai</del>" in asked.content.decode()
    assert response.url == change_url(story)
    newest = working_copy.newest(story)
    assert (newest.number, newest.user, newest.note) == (3, bientap, "Bản hai sai nguồn.")
    assert newest.snapshot == first.snapshot, "to the ids of its blocks"
    assert list(story.revisions.values_list("number", flat=True)) == [3, 2, 1]
    entry = AuditEntry.objects.about(story).get(action="restore")
    assert (entry.user_name, entry.before, entry.note) == ("bien-tap", "bản 2", "Bản hai sai nguồn.")


def test_restoring_what_the_story_says_already_changes_nothing(client, bientap):
    story = make_draft()

    client.post(door("restore", story, 1), {"seen": "1"})

    assert story.revisions.count() == 1
    assert not AuditEntry.objects.filter(action="restore").exists()


def test_who_restores_what_was_saved_meanwhile_is_asked_again(client, bientap):
    story = make_draft()
    change(story, title="Tên hai")
    change(story, title="Tên ba, của người khác")

    response = client.post(door("restore", story, 1), {"seen": "2", "note": "Lý do đã gõ"})

    assert "Lý do đã gõ" in response.content.decode()
    assert "Hãy xem lại" in response.content.decode()
    assert story.revisions.count() == 3


def test_what_is_gone_is_named_before_and_left_out_after(client, bientap):
    author, section, series = make_author(), make_section(), Series.objects.create(name="Loạt bài mẫu")
    story = make_draft(authors=[author], section=section, series=series.pk, part=1)
    change(story, bylines=[], section=None, series=None, part=None)
    for record in (author, section, series):
        record.delete()

    asked = text_of(client.get(door("restore", story, 1)))
    client.post(door("restore", story, 1), {"seen": "2"})

    assert "Chuyên mục của bản ấy không còn" in asked
    assert "1 tác giả của bản ấy không còn" in asked
    assert "Loạt bài của bản ấy không còn" in asked
    assert story.revisions.count() == 2, "without them it is the text that stands"


def test_an_address_that_another_story_took_meanwhile_is_not_taken_back(client, bientap):
    story = make_draft(title="Địa chỉ mẫu")
    change(story, slug="dia-chi-khac")
    other = make_draft(title="Địa chỉ mẫu")

    response = client.post(door("restore", story, 1), {"seen": "2"})

    assert response.status_code == 302
    story.refresh_from_db()
    assert (other.slug, story.slug) == ("dia-chi-mau", "dia-chi-mau-2")


def test_the_history_shows_steps_between_revisions_and_what_is_published(client, bientap):
    story = make_draft(user=bientap)
    publishing.publish(story, user=bientap, reason="Đã duyệt kỹ.")
    change(story, title="Tên sau khi đăng", note="Sửa tên")

    page = client.get(door("history", story))
    rows = re.findall(r'<tr class="(history__\w+)', page.content.decode())

    assert rows == ["history__shown", "history__revision", *["history__step"] * 2, "history__revision"]
    assert "Đã duyệt kỹ." in text_of(page)
    assert text_of(page).count("xuất bản gần nhất") == 1


@pytest.mark.parametrize("role", ["reporter", "managing_editor"])
def test_where_an_entry_came_from_is_told_to_those_who_read_the_log(client, role):
    user = make_user(role)
    client.force_login(user)
    story = make_draft(user=user)
    change(story, title="Tên hai")
    client.post(door("restore", story, 1), {"seen": "2"})

    page = text_of(client.get(door("history", story)))

    assert "Khôi phục bản 1" in page
    assert ("127.0.0.1" in page) == (role == "managing_editor")


def test_history_comparison_and_form_cost_the_same_however_long(
    client, bientap, django_assert_max_num_queries
):
    costs = []
    for count in (3, 500):
        story = make_article(user=bientap)
        snapshot = working_copy.newest_snapshot(story)
        Revision.objects.bulk_create(
            Revision(article=story, number=number, snapshot=snapshot | {"title": f"Tên {number}"})
            for number in range(2, count + 1)
        )
        doors = (door("history", story), f"{door('compare', story)}?a=1&b=2", change_url(story))
        costs.append([])
        for address in doors:
            with django_assert_max_num_queries(40) as counted:
                client.get(address)
            costs[-1].append(len(counted))

    assert costs[0] == costs[1]
    assert max(costs[0][:2]) <= 14


def test_the_pages_of_the_history_hold_each_revision_once(client, bientap):
    story = make_draft()
    snapshot = working_copy.newest_snapshot(story)
    Revision.objects.bulk_create(
        Revision(article=story, number=number, snapshot=snapshot) for number in range(2, 66)
    )

    seen, query = [], {}
    while query is not None:
        response = client.get(door("history", story), query)
        seen += [revision.number for revision, _steps in response.context["rows"]]
        cursor = response.context["next_cursor"]
        query = {"page": cursor} if cursor else None

    assert seen == list(range(65, 0, -1))
    assert client.get(door("history", story), {"page": "không phải"}).status_code == 400


def test_the_log_below_tells_what_no_step_tells(client, bientap):
    story = make_article(user=make_user("reporter"))
    change(story, title="Bản sẽ lên")
    chief = make_user("managing_editor")
    updates.plan(story, working_copy.newest(story), timezone.now() + timedelta(days=1), user=chief)
    audit.record("schedule", story, user=chief, before="", after="10:00 1/1/2027", note="Hạn nộp")

    log = text_of(client.get(door("history", story))).split("Việc khác đã xảy ra")[1]

    assert log.count("Hẹn giờ") == 1
    assert "Hạn nộp" in log


class RoundTrip(TestCase):
    texts = st.lists(
        st.sampled_from(["<p>Một.</p>", "<p>Hai <em>nghiêng</em>.</p>", "<h2>Ba</h2>"]), max_size=4
    )

    @settings(max_examples=15)
    @given(st.lists(texts, min_size=2, max_size=5), st.data())
    def test_whatever_is_restored_reads_as_it_did_and_loses_nothing(self, bodies, data):
        story = make_draft(body="".join(bodies[0]))
        for place, body in enumerate(bodies[1:]):
            working_copy.save(story, {"body": "".join(body), "title": f"Tên {place}"})
        before = list(story.revisions.order_by("number").values_list("number", "snapshot"))
        chosen = data.draw(st.sampled_from(list(story.revisions.all())))

        restoring.restore(story, chosen, user=None)

        assert Comparison(chosen.snapshot, working_copy.newest_snapshot(story)).is_empty
        assert (
            list(story.revisions.order_by("number").values_list("number", "snapshot"))[: len(before)]
            == before
        )
