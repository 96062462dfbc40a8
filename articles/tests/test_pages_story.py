import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from articles import furniture, publishing, working_copy
from articles.models import Article, Correction
from articles.tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_photo,
    make_section,
    make_user,
)

pytestmark = pytest.mark.django_db
SOON = timedelta(days=1)


def byline(author, **fields):
    return {"author": author.pk, "role": "author", "job_title": "", "raw_line": "", **fields}


def page(client, story):
    response = client.get(story.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_a_published_story_shows_its_words_at_the_root(client):
    story = make_article(title="Ặ Ẫ Ở Ữ Ỵ", kicker="Thử dấu", standfirst="Sapo đứng trên bài.")

    response = client.get(f"/{story.slug}/")

    text = response.content.decode()
    assert '<h1 class="story__title" id="tit">Ặ Ẫ Ở Ữ Ỵ</h1>' in text
    assert 'id="sapo">Sapo đứng trên bài.</p>' in text
    assert "Đoạn thứ nhất của bài mẫu" in text


def test_signatures_stand_by_role_with_their_job_titles(client):
    writer, second, camera = make_author(), make_author(), make_author()
    story = make_article(
        bylines=[
            byline(writer, job_title="Phó Tổng cục trưởng"),
            byline(second),
            byline(camera, role="photographer"),
        ]
    )

    text = page(client, story)

    assert text.count("<dt>Tác giả</dt>") == 1
    assert text.count("<dt>Ảnh</dt>") == 1
    assert "Phó Tổng cục trưởng" in text
    assert text.index(writer.name) < text.index(second.name) < text.index(camera.name)


def test_what_the_source_does_not_state_is_said(client):
    story = make_article(
        source_name="Báo mẫu",
        source_url="https://example.org/bai?id=1&x=2",
        source_published_basis="not_stated",
    )

    text = page(client, story)

    assert '<a href="https://example.org/bai?id=1&amp;x=2">Theo Báo mẫu</a>' in text
    assert '<span class="missing">Nguồn không nêu</span>' in text


def test_an_inferred_date_says_from_what(client):
    story = make_article(event_date="2020-09", event_date_basis="inferred", event_date_note="chú thích ảnh")

    text = page(client, story)

    assert '<time datetime="2020-09">tháng 9/2020</time>' in text
    assert "Suy luận: chú thích ảnh" in text


def test_a_correction_stands_before_the_lead_picture_and_the_text(client):
    story = make_article(lead_photo=make_photo())
    Correction.objects.create(article=story, text="Số đúng là 29.")
    publishing.renew(Article.objects.filter(pk=story.pk))

    text = page(client, story)
    text = text[text.index("<article") :]

    assert text.index("Đính chính lúc") < text.index("Số đúng là 29.") < text.index('id="anh-chinh"')


def test_a_lead_picture_without_a_file_shows_the_plate_with_caption_and_credit(client):
    story = make_article(lead_photo=make_photo(caption="Cảng buổi sáng.", credit="Ảnh: Người Mẫu Một"))

    text = page(client, story)

    assert 'class="caption-plate"' in text
    assert 'Cảng buổi sáng. <span class="credit">Ảnh: Người Mẫu Một</span>' in text


def test_related_items_show_their_kind(client):
    related = [{"title": "Phóng sự dài", "url": "https://example.org/v", "kind": "video"}]

    text = page(client, make_article(related=related))

    assert '<span class="related__kind">Video</span> <a href="https://example.org/v">Phóng sự dài</a>' in text


def test_words_on_the_page_stay_vietnamese_when_an_editor_works_in_english(client):
    with translation.override("en"):
        story = make_article(bylines=[byline(make_author())], event_date_basis="not_stated")

    text = page(client, story)

    assert "Tác giả" in text
    assert "Nguồn không nêu" in text


def test_the_head_names_the_address_for_other_sites(client):
    story = make_article(title="Bài & bạn", standfirst="Một câu “nói”.")

    text = page(client, story)

    assert f'<link rel="canonical" href="http://127.0.0.1:8000/{story.slug}/">' in text
    assert '<meta property="og:title" content="Bài &amp; bạn">' in text


@pytest.mark.parametrize(
    "fields", [{}, {"state": "submitted"}, {"state": "in_edit"}, {"state": "ready"}], ids=str
)
def test_a_story_that_is_not_out_is_not_found(client, fields):
    story = make_draft(title="Bí mật tòa soạn")
    Article.objects.filter(pk=story.pk).update(**fields)

    response = client.get(story.get_absolute_url())

    assert response.status_code == 404
    assert "Bí mật" not in response.content.decode()


def test_a_future_story_is_not_found_even_for_its_editor(client):
    story = make_article(title="Bí mật ngày mai", published_at=timezone.now() + SOON)
    client.force_login(make_user("administrator"))

    response = client.get(story.get_absolute_url())

    assert response.status_code == 404
    assert "Bí mật" not in response.content.decode()


def test_a_withdrawn_story_is_gone_with_its_notice(client):
    story = make_article(title="Tin sai", body="<p>Chuyện không có thật.</p>")
    publishing.withdraw(story, notice="Bài đưa sai sự thật.")

    response = client.get(story.get_absolute_url())

    assert response.status_code == 410
    text = response.content.decode()
    assert "Bài đưa sai sự thật." in text
    assert "Tin sai" not in text
    assert "Chuyện không có thật" not in text


def test_a_story_withdrawn_before_it_went_out_is_not_found(client):
    story = make_article(published_at=timezone.now() + SOON)
    publishing.withdraw(story, notice="Không đăng nữa.")

    assert client.get(story.get_absolute_url()).status_code == 404


def test_a_story_whose_time_is_over_is_gone(client):
    now = timezone.now()
    story = make_article(published_at=now - SOON, expires_at=now - timedelta(hours=1))

    assert client.get(story.get_absolute_url()).status_code == 410


def test_an_old_address_leads_to_the_new_one_with_its_query(client):
    story = make_article(slug="dia-chi-cu")
    working_copy.save(story, {"slug": "dia-chi-moi"})
    publishing.publish(story)

    response = client.get("/dia-chi-cu/?tu=thu")

    assert response.status_code == 301
    assert response["Location"] == "/dia-chi-moi/?tu=thu"


def test_an_edit_is_not_seen_before_it_is_published_again(client):
    story = make_article(title="Tít cũ")
    working_copy.save(story, {"title": "Tít mới"})

    text = page(client, story)

    assert "Tít cũ" in text
    assert "Tít mới" not in text


def test_reading_goes_on_to_neighbours_and_the_section_but_never_to_hidden_stories(client):
    now, section = timezone.now(), make_section()
    oldest, older, story, newer, newest = (
        make_article(section=section, published_at=now - timedelta(hours=9 - n)) for n in range(5)
    )
    make_article(section=section, title="Bí mật ngày mai", published_at=now + SOON)
    make_draft(section=section, title="Bí mật nháp")
    publishing.withdraw(
        make_article(section=section, title="Bí mật đã gỡ", published_at=now - timedelta(hours=7, minutes=30))
    )

    response = client.get(story.get_absolute_url())

    around = response.context["around"]
    (trail,) = around.trails
    assert (trail.name, trail.older, trail.newer) == (section.name, older, newer)
    assert around.more == [newest, oldest]
    assert "Bí mật" not in response.content.decode()


@pytest.mark.parametrize("count", [1, 9])
def test_a_story_costs_three_queries_whatever_it_carries(client, count, django_assert_num_queries):
    section = make_section()
    others = [make_article(section=section) for _ in range(count)]
    story = make_article(
        section=section,
        lead_photo=make_photo(),
        bylines=[byline(make_author()) for _ in range(count)],
        tags=[f"từ {n}" for n in range(count)],
        related=[
            {"title": f"Bài {n}", "url": f"https://example.org/{n}", "kind": "story"} for n in range(count)
        ],
    )

    with django_assert_num_queries(3):
        response = client.get(story.get_absolute_url())

    assert others[-1].title in response.content.decode()


def test_the_query_around_a_story_reads_indexes_only(client):
    section = make_section()
    story = make_article(section=section)
    make_article(section=section)

    with CaptureQueriesContext(connection) as queries:
        client.get(story.get_absolute_url())

    around = next(query["sql"] for query in queries if query["sql"].count("published_at") > 6)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {around}")
            steps = [row[3] for row in cursor.fetchall()]
        assert [step for step in steps if "SCAN articles" in step] == []


def test_an_unknown_address_is_a_page_that_leads_on(client):
    section = make_section()
    furniture.refresh_sections()
    story = make_article()

    response = client.get("/khong-co-bai-nay/")

    assert response.status_code == 404
    text = response.content.decode()
    assert story.title in text
    assert section.get_absolute_url() in text


def test_the_styles_of_a_story_stay_under_forty_two_kilobytes(client):
    styles = re.findall(r'href="/static/([^"]+\.css)"', page(client, make_article()))

    assert "articles/css/story.css" in styles
    assert sum(Path(finders.find(style)).stat().st_size for style in styles) < 42_000
