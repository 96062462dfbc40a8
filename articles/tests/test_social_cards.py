"""The picture for links to a story: drawn when it is published, and for nobody's eyes before."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from PIL import Image

from articles import publishing, working_copy
from articles.models import Article, Masthead, Photo
from articles.photos.storing import store_photo
from articles.social_cards.drawing import Words, draw
from articles.social_cards.type_setting import drawable, fitted, font
from articles.tests.factories import make_article, make_draft, make_photo
from articles.tests.pictures import encoded, picture
from articles.tests.schema_rules import objects_on, the

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What runs after a commit runs within."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def photo(own_media):
    return store_photo(make_photo(), encoded(picture()))


@pytest.fixture
def story(committed, photo):
    with committed():
        return make_article(title="Tít của bài", lead_photo=photo)


def card_on(client, story) -> str:
    """The address of the picture that the page names."""
    root = html.fromstring(client.get(story.get_absolute_url()).content)
    return root.xpath("string(//meta[@property='og:image']/@content)").removeprefix(SITE)


def test_a_published_story_has_its_picture_for_links(client, story):
    address = card_on(client, story)

    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    with Image.open(BytesIO(response.content)) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 630))
    assert "public" in response["Cache-Control"]
    assert client.get(address, headers={"if-none-match": response["ETag"]}).status_code == 304
    root = html.fromstring(client.get(story.get_absolute_url()).content)
    assert root.xpath("string(//meta[@name='twitter:card']/@content)") == "summary_large_image"


def test_a_story_without_a_picture_has_one_of_its_title_which_programs_are_told_of(
    client, committed, own_media
):
    with committed():
        story = make_article(title="Bài không ảnh")

    address = card_on(client, story)

    assert client.get(address).status_code == 200
    (image,) = the("NewsArticle", objects_on(client.get(story.get_absolute_url()).content))["image"]
    assert image["url"] == SITE + address


def test_another_title_has_another_card_and_the_old_one_is_gone(client, committed, story):
    old = card_on(client, story)

    with committed():
        working_copy.save(story, {"title": "Tít mới"})
        publishing.publish(story)

    new = card_on(client, story)
    assert new != old
    assert [client.get(address).status_code for address in (old, new)] == [404, 200]
    assert not default_storage.exists(old.removeprefix("/media/"))


def test_publishing_again_without_a_change_on_the_card_draws_nothing(committed, story, monkeypatch):
    monkeypatch.setattr("articles.social_cards.making.draw", lambda *_: pytest.fail("drawn again"))

    with committed():
        working_copy.save(story, {"body": "<p>Thân bài khác.</p>"})
        publishing.publish(story)


def test_a_card_opens_only_while_its_story_is_out(client, committed, own_media):
    now = timezone.now()
    with committed():
        planned = make_article(published_at=now + timedelta(days=1))
        withdrawn, ended = make_article(), make_article(published_at=now - timedelta(days=2))
        draft = make_draft()
    publishing.withdraw(withdrawn)
    Article.objects.filter(pk=ended.pk).update(expires_at=now - timedelta(days=1))

    for hidden in (planned, withdrawn, ended):
        hidden.refresh_from_db()
        assert default_storage.exists(hidden.social_card)
        assert client.get(f"/media/{hidden.social_card}").status_code == 404
    draft.refresh_from_db()
    assert draft.social_card == ""


def test_a_card_ends_with_the_rights_of_its_picture_and_one_without_it_follows(client, committed, story):
    with_picture = card_on(client, story)
    Photo.objects.update(rights_until=timezone.localdate() - timedelta(days=1))
    Article.objects.update(page_until=timezone.now())  # as it was stored while the rights lasted

    assert client.get(with_picture).status_code == 404
    assert card_on(client, story) == ""
    with committed():
        publishing.renew(Article.objects.filter(pk=story.pk))

    bare = card_on(client, story)
    assert bare != with_picture
    assert client.get(bare).status_code == 200


def test_a_failure_to_draw_does_not_keep_a_story_from_readers(client, committed, own_media, monkeypatch):
    def broken(*_):
        raise OSError("no room")

    monkeypatch.setattr("articles.social_cards.making.draw", broken)
    with committed():
        story = make_article()

    assert client.get(story.get_absolute_url()).status_code == 200
    assert card_on(client, story) == ""


def test_the_command_draws_what_is_missing_lost_or_signed_otherwise(client, story):
    late = make_article(title="Bài nhập hàng loạt")
    lost = card_on(client, story).removeprefix("/media/")
    default_storage.delete(lost)
    call_command("make_social_cards", verbosity=0)
    before = [card_on(client, one) for one in (story, late)]
    assert [client.get(address).status_code for address in before] == [200, 200]

    Masthead.objects.create(name="Bản Tin Mẫu")
    call_command("make_social_cards", verbosity=0)

    after = [card_on(client, one) for one in (story, late)]
    assert not {*before} & {*after}
    assert [client.get(address).status_code for address in after] == [200, 200]


def test_other_sites_get_the_card_that_fits(client, story):
    def thumbnail(**limits):
        card = client.get("/oembed", {"url": SITE + story.get_absolute_url(), **limits}).json()
        return card.get("thumbnail_url", "").removeprefix(SITE), card.get("thumbnail_width")

    assert thumbnail() == (card_on(client, story), 1200)
    assert thumbnail(maxwidth=800)[1] == 300
    assert thumbnail(maxwidth=200) == ("", None)


# Type -----------------------------------------------------------------------------------------------


def test_the_font_has_every_letter_of_vietnamese():
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy" + "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    text = letters + letters.upper() + "0123456789 –—“”‘’…,.;:!?()%/&₫"

    assert drawable(text) == text


def test_what_the_font_cannot_draw_is_left_out():
    assert drawable("Vui quá 🎉 日本") == "Vui quá"


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=400) | st.text("mưỆ ", max_size=200), width=st.integers(200, 1100))
def test_a_title_stays_in_its_column_however_long_it_is(text, width):
    setting = fitted(drawable(text), width, sizes=(60, 40), most_lines=3)

    assert 1 <= len(setting.lines) <= 3
    assert max(font(setting.size).getlength(line) for line in setting.lines) <= width


@settings(max_examples=10, deadline=None)
@given(title=st.text(max_size=300), kicker=st.text(max_size=80))
def test_no_words_break_the_drawing(title, kicker):
    with Image.open(BytesIO(draw(Words(title, kicker, "Tòa soạn"), None))) as image:
        assert image.size == (1200, 630)
