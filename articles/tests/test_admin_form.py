"""The story's form: it edits the working copy, keeps what was typed, and says what is wrong where it is."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from articles import working_copy
from articles.models import Article, PreviewLink, Redirect, Tag
from articles.tests.desk import ADD, change_url, open_form, send, take
from articles.tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_photo,
    make_section,
    make_tag,
    make_user,
)
from newsroom.body_html import read_blocks

pytestmark = pytest.mark.django_db

FORM_QUERIES = 29


@pytest.fixture
def desk(client):
    """A managing editor at the desk."""
    client.force_login(make_user("managing_editor"))
    return client


@pytest.fixture
def alone(settings):
    """A newsroom of one person: whoever writes may publish."""
    settings.FOUR_EYES = False


def errors_of(response) -> dict:
    return dict(response.context["adminform"].form.errors)


# Working copy -------------------------------------------------------------------------------------


def test_a_new_story_is_a_draft_with_its_first_revision(desk):
    section, author = make_section(), make_author()

    send(
        desk,
        ADD,
        title="  Hải quan   đổi mới ",
        body="<p>Đoạn một.</p>",
        section=section.pk,
        tag_names="hải quan, thi đua",
        **{"bylines-0-author": author.pk, "related-0-title": "Xem thêm", "related-0-url": "/toa-soan/"},
    )

    story = Article.objects.get()
    assert (story.title, story.slug, story.state) == ("Hải quan đổi mới", "hai-quan-doi-moi", "draft")
    assert working_copy.newest_snapshot(story) == working_copy.snapshot_of(story)
    assert [line.author for line in story.bylines.all()] == [author]
    assert [item.url for item in story.related_items.all()] == ["/toa-soan/"]
    assert sorted(story.tags.names()) == ["hải quan", "thi đua"]


def test_opening_and_saving_changes_nothing(desk):
    story = make_draft(
        authors=[make_author()],
        tags=["hải quan"],
        lead_photo=make_photo(),
        section=make_section(),
        body="<h2>Mở</h2><ul><li>một</li><li>hai</li></ul><table><tr><th>a</th></tr><tr><td>1</td></tr></table>",
        related=[{"title": "Phim", "url": "https://example.org/", "kind": "video"}],
        source_published_on="2020-09",
        source_published_basis="stated",
    )

    send(desk, change_url(story))

    assert story.revisions.count() == 1


def test_readers_keep_the_published_story_until_the_update_is_published(desk, client, alone):
    story = make_article(title="Bản đã đăng", tags=["hải quan"])

    send(desk, change_url(story), title="Bản đang sửa", body="<p>Chữ mới.</p>", tag_names="mới")
    before = client.get(story.get_absolute_url()).content.decode()
    listed = desk.get("/admin/articles/article/").content.decode()
    take(desk, story, "publish")
    after = client.get(story.get_absolute_url()).content.decode()

    assert "Bản đã đăng" in before
    assert "Bản đang sửa" not in before
    assert "mark--newer" in listed
    assert "Bản đang sửa" in after
    assert "Chữ mới." in after
    assert "mark--newer" not in desk.get("/admin/articles/article/").content.decode()


def test_a_step_saves_what_was_written_before_it_is_taken(desk, client, alone):
    story = make_draft()

    take(desk, story, "publish", title="Đăng ngay")

    story.refresh_from_db()
    assert (story.title, story.is_public) == ("Đăng ngay", True)


def test_a_story_is_scheduled_and_then_let_out_at_once(desk):
    story = make_draft()
    later = timezone.localtime(timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)

    take(desk, story, "publish", step_at=later.strftime("%Y-%m-%dT%H:%M"))
    story.refresh_from_db()
    scheduled = (story.published_at, story.is_public)
    take(desk, story, "publish", step_at="")
    story.refresh_from_db()

    assert scheduled == (later, False)
    assert story.is_public


def test_a_story_is_withdrawn_only_with_a_reason(desk):
    story = make_article()

    refused = take(desk, story, "withdraw", title="Tít đang sửa")
    take(desk, story, "withdraw", step_reason="Sai tên người.")

    assert "step_reason" in errors_of(refused)
    assert refused.context["adminform"].form["title"].value() == "Tít đang sửa"
    story.refresh_from_db()
    assert (story.state, story.withdrawal_notice) == ("withdrawn", "Sai tên người.")


def test_who_withdraws_a_story_while_it_is_worked_on_is_told_that_it_is_off(desk):
    story = make_article(title="Bài đã đăng")
    working_copy.save(story, {"title": "Bản đang viết"})

    response = take(desk, story, "withdraw", step_reason="Sai tên người.")

    assert list(map(str, get_messages(response.wsgi_request))) == ["“Bài đã đăng”: Gỡ → Đã gỡ."]


def test_a_wrong_slug_is_told_what_a_slug_may_hold(desk):
    response = send(desk, ADD, title="Tít", slug="dau_gach_duoi")

    assert errors_of(response)["slug"] == [
        "Địa chỉ trang chỉ gồm chữ cái a–z, chữ số và dấu gạch nối đơn ở giữa."
    ]


def test_a_new_slug_of_a_published_story_leaves_a_redirect_once_published(desk, client, alone):
    story = make_article(slug="ten-cu")

    send(desk, change_url(story), slug="ten-moi")
    waiting = client.get("/ten-cu/").status_code
    take(desk, story, "publish")

    assert waiting == 200
    assert client.get("/ten-cu/").headers["Location"] == "/ten-moi/"
    assert Redirect.objects.get().new_path == "/ten-moi/"


def test_an_emptied_slug_is_made_from_the_title_again(desk):
    story = make_draft(title="Đường phố Đà Nẵng")

    send(desk, change_url(story), slug="", title="Quy định số 08-QĐ/TW")

    story.refresh_from_db()
    assert story.slug == "quy-dinh-so-08-qd-tw"


# Body -----------------------------------------------------------------------------------------------


def test_block_ids_survive_edits_of_other_blocks(desk):
    story = make_draft(body="<p>Đoạn thứ nhất còn nguyên.</p><h2>Mục giữa</h2><p>Đoạn cuối sẽ đổi.</p>")
    before = [block.id for block in read_blocks(story.body)]
    page = open_form(desk, change_url(story))["body"].value()

    send(desk, change_url(story), body=page.replace("sẽ đổi", "đã đổi") + "<p>Thêm một đoạn.</p>")

    story.refresh_from_db()
    assert [block.id for block in read_blocks(story.body)][:3] == before


def test_the_scaffolding_of_the_editor_does_not_reach_the_shelf(desk):
    story = make_draft(body="<p>a</p>")

    send(
        desk,
        change_url(story),
        body='<ul><li id="b-x1"><p>một</p></li></ul><table><tbody><tr><th><p>Năm</p></th></tr>'
        "<tr><td><p>2020</p></td></tr></tbody></table>",
    )

    story.refresh_from_db()
    assert "<li" in story.body
    assert "<thead>" in story.body
    assert [block.tag for block in read_blocks(story.body)] == ["li", "table"]


def test_a_figure_is_shown_with_an_address_and_stored_without(desk):
    photo = make_photo()
    story = make_draft(body=f'<figure><img data-file="{photo.ref}"><figcaption>Chú</figcaption></figure>')

    shown = open_form(desk, change_url(story))["body"].value()
    send(desk, change_url(story), body=shown + "<p>Thêm.</p>")

    story.refresh_from_db()
    assert f'src="/admin/articles/photo/{photo.ref}/thumbnail/"' in shown
    assert "src=" not in story.body
    assert f'data-file="{photo.ref}"' in story.body


HOSTILE = (
    '<p onclick="alert(1)">Chữ<script>alert(1)</script></p><img src=x onerror=alert(1)>'
    '<iframe src="https://example.org"></iframe><a href="javascript:alert(1)">nối</a>'
    '<p style="position:fixed" class="x">Kiểu</p><svg onload=alert(1)></svg>'
)


def test_hostile_html_keeps_its_words_and_nothing_else(desk):
    send(desk, ADD, title="Bài thù địch", body=HOSTILE)

    body = Article.objects.get().body
    for forbidden in ("script", "onclick", "onerror", "iframe", "javascript", "style", "class", "svg"):
        assert forbidden not in body
    assert [block.text for block in read_blocks(body)] == ["Chữ", "nối", "Kiểu"]


# Fields -----------------------------------------------------------------------------------------------


def test_a_tag_of_two_words_stays_one_tag(desk):
    send(desk, ADD, title="Một", tag_names="hải quan")
    send(desk, ADD, title="Hai", tag_names="HẢI QUAN, hải quan")

    assert list(Tag.objects.values_list("name", flat=True)) == ["hải quan"]
    assert Tag.objects.get().uses.count() == 2


def test_a_story_typed_with_another_case_of_a_tag_has_no_unpublished_changes(desk, alone):
    make_tag(name="hải quan")
    story = make_article()

    take(desk, story, "publish", tag_names="Hải Quan")

    assert not working_copy.has_unpublished_changes(Article.objects.get(pk=story.pk))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title": ""}, "title"),
        ({"slug": "Có Dấu"}, "slug"),
        ({"slug": "tim-kiem"}, "slug"),
        ({"slug": "da-co"}, "slug"),
        ({"source_url": "javascript:alert(1)"}, "source_url"),
        ({"source_url": "hddtvn.com/bai"}, "source_url"),
        ({"source_published_on": "hôm qua"}, "source_published_on"),
        ({"source_published_on": "8/9", "source_published_basis": "stated"}, "source_published_on"),
        ({"source_published_on": "9/2020"}, "source_published_basis"),
        ({"source_published_basis": "stated"}, "source_published_on"),
        ({"event_date": "2020", "event_date_basis": "not_stated"}, "event_date_basis"),
        ({"event_date": "2020", "event_date_basis": "inferred"}, "event_date_note"),
        ({"section": "999"}, "section"),
        ({"lead_photo": "khong-co"}, "lead_photo"),
        ({"tag_names": "x" * 101}, "tag_names"),
        ({"step_at": "mai"}, "step_at"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(desk, typed, field):
    make_draft(slug="da-co")

    response = send(desk, ADD, **{"title": "Tít còn đây", "body": "<p>Chữ còn đây.</p>"} | typed)

    form = response.context["adminform"].form
    assert list(errors_of(response)) == [field]
    assert form["body"].value() == "<p>Chữ còn đây.</p>"
    for name, value in typed.items():
        assert form[name].value() == value
    assert not Article.objects.exclude(slug="da-co").exists()


@pytest.mark.parametrize(
    ("rows", "message_at"),
    [
        ({"bylines-0-job_title": "Phó phòng"}, "bylines"),
        ({"bylines-0-author": "999999"}, "bylines"),
        ({"related-0-title": "Chỉ có tên"}, "related"),
        ({"related-0-title": "Xấu", "related-0-url": "javascript:alert(1)"}, "related"),
    ],
)
def test_a_wrong_row_keeps_the_whole_form(desk, rows, message_at):
    response = send(desk, ADD, title="Tít còn đây", **rows)

    form = response.context["adminform"].form
    assert getattr(form, message_at).total_error_count() == 1
    assert form["title"].value() == "Tít còn đây"
    assert not Article.objects.exists()


def test_rows_stand_in_the_order_of_their_numbers(desk):
    first, second = make_author(), make_author()
    story = make_draft(authors=[first, second])

    send(desk, change_url(story), **{"bylines-0-ORDER": "2", "bylines-1-ORDER": "1"})

    assert [line["author"] for line in working_copy.newest_snapshot(story)["bylines"]] == [
        second.pk,
        first.pk,
    ]


def test_a_removed_row_is_gone(desk):
    story = make_draft(authors=[make_author(), make_author()])

    send(desk, change_url(story), **{"bylines-0-DELETE": "on"})

    story.refresh_from_db()
    assert story.bylines.count() == 1


def test_one_author_may_sign_in_two_roles_but_not_twice_in_one(desk):
    author = make_author()
    story = make_draft(authors=[author])

    refused = send(desk, change_url(story), **{"bylines-1-author": author.pk})
    send(desk, change_url(story), **{"bylines-1-author": author.pk, "bylines-1-role": "photographer"})

    assert refused.context["adminform"].form.bylines.total_error_count() == 1
    assert story.bylines.count() == 2


def test_a_photo_without_alternative_text_holds_publishing_back_and_keeps_the_copy(desk, alone):
    photo = make_photo(alt="", file="photos/x/y.jpg", width=10, height=10)
    story = make_draft()

    response = take(desk, story, "publish", lead_photo=photo.ref, title="Bản mới")

    story.refresh_from_db()
    assert (story.state, story.title, story.lead_photo) == ("draft", "Bản mới", photo)
    page = desk.get(response.url).content.decode()
    assert photo.caption in page


# Around the form ------------------------------------------------------------------------------------


def test_a_draft_is_thrown_into_the_bin_with_its_history(desk):
    story = make_draft()
    take(desk, story, "submit")
    take(desk, story, "return", step_reason="Viết lại.")

    desk.post(f"/admin/articles/article/{story.pk}/delete/", {"post": "yes"})

    assert list(Article.objects.binned()) == [story]
    assert story.transitions.count() == 2


def test_a_published_story_is_not_deleted_and_the_refusal_says_why(desk):
    story = make_article()

    response = desk.post(f"/admin/articles/article/{story.pk}/delete/", {"post": "yes"}, follow=True)

    assert Article.objects.filter(pk=story.pk).exists()
    assert response.redirect_chain[-1][0] == change_url(story)
    assert len(response.context["messages"]) == 1


def test_the_list_offers_no_deletion(desk):
    make_draft()

    assert "delete_selected" not in desk.get("/admin/articles/article/").content.decode()


def test_bulk_withdrawal_asks_for_a_reason_and_leaves_out_what_the_table_forbids(desk):
    out, draft = make_article(), make_draft()
    chosen = {"action": "step_withdraw", "_selected_action": [out.pk, draft.pk]}

    asked = desk.post("/admin/articles/article/", chosen)
    unsaid = desk.post("/admin/articles/article/", chosen | {"confirmed": "1"})
    desk.post("/admin/articles/article/", chosen | {"confirmed": "1", "step_reason": "Tin sai."})

    assert asked.status_code == unsaid.status_code == 200
    assert {row["story"]: bool(row["refusal"]) for row in asked.context["rows"]} == {out: False, draft: True}
    out.refresh_from_db()
    draft.refresh_from_db()
    assert (out.state, draft.state) == ("withdrawn", "draft")


def test_bulk_actions_are_those_of_the_role(client):
    reporter = make_user("reporter")
    client.force_login(reporter)
    make_draft(user=reporter)

    form = client.get("/admin/articles/article/").context["action_form"]

    assert [name for name, _label in form.fields["action"].choices if name] == ["step_submit"]


def test_a_preview_shows_the_working_copy_inside_the_readers_page(desk):
    story = make_article(title="Bản đã đăng")
    send(desk, change_url(story), title="Bản đang sửa")

    page = desk.get(f"/admin/articles/article/{story.pk}/preview/").content.decode()

    assert "Bản đang sửa" in page
    assert 'id="noi-dung"' in page


def test_a_share_link_shows_the_revision_it_was_made_for(desk, client):
    story = make_draft(title="Bản một")
    send(desk, change_url(story), button="_share")
    send(desk, change_url(story), title="Bản hai")
    client.logout()

    page = client.get(f"/xem-thu/{PreviewLink.objects.get().token}/").content.decode()

    assert "Bản một" in page
    assert "Bản hai" not in page


@pytest.mark.parametrize("rows", [1, 6])
def test_the_form_costs_the_same_queries_however_much_a_story_has(desk, rows, django_assert_num_queries):
    story = make_article(
        authors=[make_author() for _ in range(rows)],
        tags=[f"từ khóa {n}" for n in range(rows)],
        related=[
            {"title": f"Bài {n}", "url": f"https://example.org/{n}", "kind": "link"} for n in range(rows)
        ],
        lead_photo=make_photo(),
    )
    for n in range(rows * 2):
        working_copy.save(story, {"kicker": f"Lần {n}"})
    desk.get(change_url(story))

    with django_assert_num_queries(FORM_QUERIES):
        desk.get(change_url(story))


# When it goes out ---------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["8/9/2999 07:00", "2999-09-08 07:00", "2999-09-08T07:00"])
@pytest.mark.parametrize("door", ["form", "bulk"])
def test_a_moment_in_any_spelling_that_is_read_plans_the_story(desk, written, door):
    story = make_draft()

    if door == "form":
        take(desk, story, "publish", step_at=written)
    else:
        publish_chosen(desk, story, step_at=written)

    story.refresh_from_db()
    assert story.published_at.isoformat() == "2999-09-08T00:00:00+00:00"
    assert not story.is_public


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2999-09-08T07:00", "“Bài mới” đã hẹn giờ: bạn đọc thấy bài từ 07:00 8/9/2999."),
        (
            "2020-09-08T07:00",
            (
                "“Bài mới” đã lên trang: bạn đọc thấy ngay, với thời điểm 07:00 8/9/2020 như đã chọn."
                ' <a href="/bai-moi/">Xem trên trang</a>'
            ),
        ),
        ("", '“Bài mới” đã lên trang: bạn đọc thấy ngay. <a href="/bai-moi/">Xem trên trang</a>'),
    ],
)
def test_publishing_says_from_when_readers_see_the_story(desk, written, said):
    response = take(desk, make_draft(title="Bài mới"), "publish", step_at=written)

    (message,) = get_messages(response.wsgi_request)
    assert str(message) == said


def test_publishing_an_update_says_that_readers_see_the_update(desk, settings):
    settings.FOUR_EYES = False
    story = make_article(title="Bài cũ")

    response = take(desk, story, "publish", standfirst="Sapo mới của bài mẫu.")

    messages = map(str, get_messages(response.wsgi_request))
    way = f'<a href="{story.get_absolute_url()}">Xem trên trang</a>'
    assert list(messages) == [f"Bản cập nhật của “Bài cũ” đã lên trang: bạn đọc thấy ngay. {way}"]


@pytest.mark.parametrize(
    "written",
    ["mai", "2030-13-45T99:99", "0001-01-01T00:00", "9999-12-31T23:59:59-23:00", "2030-01-01T00:00+99:00"],
)
@pytest.mark.parametrize("door", ["form", "bulk"])
def test_a_moment_that_cannot_be_read_publishes_nothing_and_says_so(desk, written, door):
    story = make_draft()

    if door == "form":
        response = take(desk, story, "publish", step_at=written)
        assert "step_at" in errors_of(response)
    else:
        response = publish_chosen(desk, story, step_at=written)
        assert response.context["unreadable"]
        assert f'value="{written}"' in response.content.decode()

    story.refresh_from_db()
    assert (story.state, story.published_at) == ("draft", None)


def publish_chosen(desk, story, **typed):
    chosen = {"action": "step_publish", "_selected_action": [story.pk], "confirmed": "1"}
    return desk.post("/admin/articles/article/", chosen | typed)


# Numbers that no column holds ---------------------------------------------------------------------


@pytest.mark.parametrize("number", ["9" * 20, "9" * 5000], ids=["over 64 bits", "over 4,300 digits"])
def test_numbers_beyond_every_key_are_refused_like_any_unknown_one(desk, number):
    story = make_draft()

    response = send(desk, change_url(story), **{"bylines-0-author": number})

    assert response.context["adminform"].form.bylines.errors[0]["author"]
    closing = reverse("admin:articles_article_close_link", args=[story.pk])
    assert desk.post(closing, {"link": number}, headers={"X-Part": "1"}).status_code == 400


def test_a_role_that_nobody_has_is_refused_at_its_row(desk):
    story = make_draft(authors=[make_author()])

    response = send(desk, change_url(story), **{"bylines-0-role": "vua"})

    assert list(response.context["adminform"].form.bylines.errors[0]) == ["role"]


@pytest.mark.parametrize("posted", ["x", "9" * 5000])
def test_what_is_no_key_comes_back_from_a_chooser_with_a_message(desk, posted):
    response = desk.post("/admin/articles/correction/add/", {"article": posted, "text": "Chữ còn đây."})

    form = response.context["adminform"].form
    assert "article" in form.errors
    assert form["text"].value() == "Chữ còn đây."


def test_the_frame_beside_the_form_shows_the_readers_page_and_nothing_else(desk):
    story = make_article(title="Bản đã đăng")
    send(desk, change_url(story), title="Bản đang sửa")
    address = f"/admin/articles/article/{story.pk}/preview/"

    framed, alone = desk.get(f"{address}?khung=1"), desk.get(address)

    assert "Bản đang sửa" in framed.content.decode()
    assert "chưa phải bài đã đăng.</strong>" not in framed.content.decode()
    assert "chưa phải bài đã đăng.</strong>" in alone.content.decode()
    for page in (framed, alone):
        assert page["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
        assert page["X-Robots-Tag"] == "noindex"
        assert "no-store" in page["Cache-Control"]
    story.refresh_from_db()
    assert story.title == "Bản đã đăng"


@pytest.mark.parametrize("make", [make_draft, make_article])
def test_a_preview_stands_among_the_stories_around_it_like_the_readers_page(desk, make):
    section = make_section()
    other = make_article(section=section, title="Bài cùng chuyên mục")
    story = make(section=section)

    page = desk.get(f"/admin/articles/article/{story.pk}/preview/?khung=1").content.decode()

    assert other.title in page
