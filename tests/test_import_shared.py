"""The five source stories as they came, imported on an empty site and over the seeded one."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from articles.documents import parse_document
from articles.models import Article, Photo, Revision

SOURCES = Path(settings.BASE_DIR).parent / "shared" / "documents"
DEBRIS = (
    ":gift:",
    "Xem chi tiết",
    "more(",
    "undefined",
    "3500 1 img",
    "2237-4-4048-08",
    "img 5571",
    "![",
    "](",
    "**",
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not SOURCES.is_dir(), reason="the five source documents do not lie beside this checkout"
    ),
]


def run(tmp_path: Path, **options) -> list[dict]:
    report = tmp_path / "report.json"
    call_command("import_documents", SOURCES, report=str(report), verbosity=0, **options)
    return json.loads(report.read_text())


def words(html: str) -> str:
    html = re.sub(r"</?abbr\b[^>]*>", "", html)  # stands within a word and its comma
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_the_five_come_in_and_a_second_run_changes_nothing(tmp_path):
    first = run(tmp_path, publish=True)
    revisions = list(Revision.objects.values())

    second = run(tmp_path, publish=True)

    assert [entry["status"] for entry in first] == ["created"] * 5
    assert [entry["status"] for entry in second] == ["unchanged"] * 5
    assert [entry["slug"] for entry in second] == [entry["slug"] for entry in first]
    assert list(Revision.objects.values()) == revisions


def test_each_page_shows_what_its_source_says_and_none_of_its_debris(tmp_path, client):
    report = run(tmp_path, publish=True)

    for entry, path in zip(report, sorted(SOURCES.glob("*.txt")), strict=True):
        source = parse_document(path.read_bytes())
        response = client.get(f"/{entry['slug']}/")
        html = response.content.decode()
        page = words(html)
        assert response.status_code == 200
        expected = [
            source.title,
            source.standfirst,
            *(text for photo in source.photos for text in (photo.caption, photo.credit)),
            *(text for byline in source.bylines for text in (byline.name, byline.job_title)),
            *(item.title for item in source.related),
            *map(words, re.findall(r"<(?:h2|p)>(.*?)</(?:h2|p)>", source.body_html)),
        ]
        assert [text for text in expected if text and text not in page] == []
        assert [text for text in DEBRIS if text in html] == []


def test_pictures_are_recorded_and_not_fetched(tmp_path, client):
    report = run(tmp_path, publish=True)

    assert Photo.objects.count() == 6
    assert not Photo.objects.exclude(file="").exists()
    assert all("caption-plate" in client.get(f"/{entry['slug']}/").content.decode() for entry in report)


def test_a_dry_run_over_the_five_leaves_nothing(tmp_path):
    report = run(tmp_path, publish=True, dry_run=True)

    assert [entry["status"] for entry in report] == ["created"] * 5
    assert not Article.objects.exists()
    assert not Photo.objects.exists()


def test_our_editions_on_a_seeded_site_are_not_overwritten(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    call_command("loaddata", "articles", verbosity=0)
    before = list(Article.objects.order_by("pk").values())

    report = run(tmp_path, publish=True)

    assert [entry["status"] for entry in report] == ["conflict"] * 5
    assert list(Article.objects.order_by("pk").values()) == before
    assert Article.objects.count() == 5
