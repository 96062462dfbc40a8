"""JSON-LD of readers' pages, held against the rules of those who read it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from articles import correcting, publishing
from articles.models import Author, Masthead, PreviewLink, Series
from articles.photos.storing import store_photo
from articles.tests.factories import make_article, make_author, make_photo, make_section, make_tag
from articles.tests.pictures import encoded, picture
from articles.tests.schema_rules import objects_on, the

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


@pytest.fixture
def photo(own_media):
    return store_photo(make_photo(caption="Chú thích.", credit="Ảnh: Người Chụp"), encoded(picture()))


def data_of(client, page) -> list[dict]:
    return objects_on(client.get(page if isinstance(page, str) else page.get_absolute_url()).content)


def signed(*lines: tuple) -> list[dict]:
    return [
        {"author": author.pk, "role": role, "job_title": title, "raw_line": ""}
        for author, role, title in lines
    ]


def test_a_story_says_all_that_is_known_of_it(client, photo):
    writer, second, house = make_author(), make_author(), make_author(kind=Author.Kind.AGENCY)
    editor, translator, painter = make_author(), make_author(), make_author()
    story = make_article(
        title="Tít của bài",
        kicker="Chủ đề",
        lead_photo=photo,
        tags=["hải quan"],
        genre="interview",
        series=Series.objects.create(name="Loạt bài mẫu").pk,
        part=2,
        source_name="Nguồn Mẫu",
        source_url="https://nguon.example/bai/",
        source_published_on="2020-09-08",
        source_published_basis="stated",
        event_date="2020-09",
        event_date_basis="stated",
        bylines=signed(
            (writer, "author", "Trưởng ban Mẫu"),
            (second, "author", ""),
            (house, "author", ""),
            (editor, "editor", ""),
            (translator, "translator", ""),
            (painter, "illustrator", ""),
        ),
    )

    data = the("NewsArticle", data_of(client, story))

    assert data["headline"] == "Tít của bài"
    assert data["mainEntityOfPage"]["@id"] == data["url"] == f"{SITE}/tit-cua-bai/"
    assert [(one["@type"], one["name"]) for one in data["author"]] == [
        ("Person", writer.name),
        ("Person", second.name),
        ("Organization", house.name),
    ]
    assert data["author"][0]["jobTitle"] == "Trưởng ban Mẫu"
    assert (data["editor"][0]["name"], data["translator"][0]["name"]) == (editor.name, translator.name)
    assert data["contributor"][0]["roleName"] == "Minh họa"
    assert data["contributor"][0]["contributor"]["name"] == painter.name
    assert data["isAccessibleForFree"] is True
    assert data["publishingPrinciples"] == f"{SITE}/toa-soan/"
    assert data["dateline"] == "Nguồn Mẫu, 8/9/2020"
    assert (data["temporalCoverage"], data["position"], data["genre"]) == ("2020-09", 2, "Phỏng vấn")
    assert data["keywords"] == ["hải quan"]
    assert data["wordCount"] > 0
    card, lead = data["image"]
    assert (card["width"], card["height"]) == (1200, 630)
    assert (lead["caption"], lead["creditText"]) == ("Chú thích.", "Ảnh: Người Chụp")
    assert data["isBasedOn"] == "https://nguon.example/bai/"
    assert data["dateModified"] == data["datePublished"]


def test_a_correction_made_after_publishing_stands_in_the_data_of_the_story(client, photo):
    story = make_article(lead_photo=photo)
    assert "correction" not in the("NewsArticle", data_of(client, story))

    note = correcting.add(story, "apology", "Bài đã viết 120; đúng là 210.")

    data = the("NewsArticle", data_of(client, story))
    at = timezone.localtime(note.at).isoformat(timespec="seconds")
    assert data["correction"] == [
        {
            "@type": "CorrectionComment",
            "name": "Thông tin cải chính, xin lỗi",
            "text": "Bài đã viết 120; đúng là 210.",
            "datePublished": at,
        }
    ]
    assert data["dateModified"] == at


def test_the_publisher_is_what_the_masthead_states_and_no_newspaper_by_default(client, photo):
    story = make_article(lead_photo=photo)

    publisher = the("Organization", data_of(client, story))
    assert (publisher["name"], publisher["url"]) == ("Newsroom", f"{SITE}/")
    assert publisher["logo"]["url"] == f"{SITE}/static/newsroom/img/icon-512.png"
    assert "telephone" not in publisher

    Masthead.objects.create(name="Bản Tin Mẫu", licence_number="12/GP-MẪU", telephone="024 0000")
    objects = data_of(client, story)
    publisher = the("NewsMediaOrganization", objects)
    assert (publisher["name"], publisher["telephone"]) == ("Bản Tin Mẫu", "024 0000")
    assert the("NewsArticle", objects)["publisher"] == {"@id": publisher["@id"]}


def test_the_way_to_a_story_leads_over_its_section(client, photo):
    section = make_section(name="Sự kiện")
    story = make_article(lead_photo=photo, section=section)

    steps = the("BreadcrumbList", data_of(client, story))["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Trang nhất", f"{SITE}/"),
        (2, "Sự kiện", f"{SITE}/chuyen-muc/su-kien/"),
        (3, story.title, f"{SITE}{story.get_absolute_url()}"),
    ]


def test_lists_authors_and_the_front_page_have_their_own_data(client, photo):
    section, author, tag = make_section(), make_author(biography="Viết về hải quan."), make_tag()
    make_article(section=section, authors=[author], tags=[tag], lead_photo=photo)

    search = the("WebSite", data_of(client, "/"))["potentialAction"]
    assert search["target"]["urlTemplate"] == SITE + "/tim-kiem/?q={search_term_string}"
    profile = the("ProfilePage", data_of(client, author))["mainEntity"]
    assert (profile["name"], profile["description"]) == (author.name, "Viết về hải quan.")
    for page in (section, author, tag):
        steps = the("BreadcrumbList", data_of(client, page))["itemListElement"]
        assert steps[-1]["name"] == page.name


def test_a_change_of_an_author_reaches_the_data_of_their_stories(client, photo):
    author = make_author(name="Người Mẫu Cũ")
    story = make_article(authors=[author], lead_photo=photo)
    Author.objects.filter(pk=author.pk).update(name="Người Mẫu Mới")

    publishing.renew(author.articles.all())

    assert the("NewsArticle", data_of(client, story))["author"][0]["name"] == "Người Mẫu Mới"


def test_a_preview_carries_no_data_for_programs(client):
    story = make_article()
    link = PreviewLink.objects.create(
        revision=story.revisions.first(), expires_at=timezone.now() + timedelta(days=1)
    )

    page = client.get(reverse("articles:preview", args=[link.token])).content

    assert html.fromstring(page).xpath("//script[@type='application/ld+json']") == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=st.one_of(
        st.text(min_size=1, max_size=40), st.sampled_from(["</script><b>", "<!--<script>", "&lt;"])
    )
)
def test_no_title_breaks_out_of_the_data(client, title):
    story = make_article(title=title + " x")

    root = html.fromstring(client.get(story.get_absolute_url()).content)
    (block,) = root.xpath("//script[@type='application/ld+json']/text()")

    assert '"headline":"' in block
    assert "<" not in block
    publishing.withdraw(story)


def test_pages_that_are_no_story_say_what_a_link_to_them_leads_to(client):
    section, author = make_section(description="Tin về sự kiện."), make_author()
    make_article(section=section, authors=[author])

    def told(address: str) -> dict:
        root = html.fromstring(client.get(address).content)
        return {one.get("property"): one.get("content") for one in root.xpath("//meta[@property]")}

    assert told("/")["og:url"] == f"{SITE}/"
    page = told(section.get_absolute_url())
    assert (page["og:title"], page["og:description"]) == (section.name, "Tin về sự kiện.")
    assert page["og:image"] == f"{SITE}/static/newsroom/img/icon-512.png"
    assert told(author.get_absolute_url())["og:type"] == "profile"
