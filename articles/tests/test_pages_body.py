"""Pull quotes and videos on the reader's page and in the API."""

import pytest
from lxml import html

from articles.tests.factories import make_article

pytestmark = pytest.mark.django_db

VIDEO = '<figure data-video="youtube:aAbBcCdDeE_"><figcaption>Buổi lễ mẫu</figcaption></figure>'
SENTENCE = "Cảng mẫu thông quan trong một giờ."


def shown(client, story):
    return html.fromstring(client.get(story.get_absolute_url()).content.decode())


def test_a_video_is_a_link_until_it_is_asked_for(client):
    story = make_article(body=VIDEO)

    page = shown(client, story)

    figure = page.xpath("//figure[@class='video']")[0]
    (link,) = figure.xpath("a")
    assert link.get("href") == "https://www.youtube.com/watch?v=aAbBcCdDeE_"
    assert link.text_content() == "Xem video trên YouTube"
    assert figure.xpath("string(figcaption)") == "Buổi lễ mẫu"
    assert page.xpath("//iframe | //article//img | //*[contains(@src, 'youtube')]") == []
    assert page.xpath("//script[contains(@src, 'articles/video')]")


@pytest.mark.parametrize(("body", "framed"), [(VIDEO, True), ("<p>Không có video.</p>", False)])
def test_only_a_page_with_a_video_may_frame_a_player(client, body, framed):
    policy = client.get(make_article(body=body).get_absolute_url())["Content-Security-Policy"]

    assert ("frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com" in policy) is framed
    assert ("youtube" in policy) is framed


def test_a_repeated_pull_quote_is_hidden_from_screen_readers_and_others_are_not(client):
    body = (
        f'<p>{SENTENCE}</p><aside><a href="/x/">thông quan trong một giờ</a><br>– Người Mẫu Một</aside>'
        "<aside>Câu chỉ đứng ở đây</aside>"
    )

    repeated, own = shown(client, make_article(body=body)).xpath("//blockquote[@class='pull']")

    assert repeated.get("aria-hidden") == "true"
    assert repeated.xpath(".//a") == []
    assert repeated.text_content() == "thông quan trong một giờNgười Mẫu Một"
    assert repeated.xpath("string(cite)") == "Người Mẫu Một"
    assert own.get("aria-hidden") is None


def test_the_api_tells_repeated_words_once_and_gives_a_video_as_a_link(client):
    story = make_article(body=f"<p>{SENTENCE}</p><aside>{SENTENCE}</aside>{VIDEO}")

    told = client.get(f"/api/v1/articles/{story.slug}").json()

    assert told["body_text"] == f"{SENTENCE}\n\nBuổi lễ mẫu"
    link = html.fromstring(told["body_html"]).xpath("//figure/a")[0]
    assert link.get("href") == "https://www.youtube.com/watch?v=aAbBcCdDeE_"
