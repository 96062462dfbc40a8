"""The seed: built byte for byte, loaded twice without a difference, every page of it answering."""

import hashlib
import json
import re
import shutil
import unicodedata
from datetime import datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from lxml import html

from articles import gate, working_copy
from articles.models import Article, Photo
from articles.sitemaps import parts
from awards.models import Evidence
from newsroom.body_html import read_blocks

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
LABELS = ("groups", "award_forms", "articles", "registry")


@pytest.fixture
def seeded(db, tmp_path, settings):
    """A database with the fixtures in it, and its own media folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    call_command("loaddata", *LABELS, verbosity=0)


def everything() -> dict[str, list]:
    """Every row of both apps with every column, moments as exact as JSON tells them."""
    return {
        model._meta.label: [
            {name: _to_the_millisecond(value) for name, value in row.items()}
            for row in model.objects.order_by("pk").values()
        ]
        for app in ("articles", "awards")
        for model in apps.get_app_config(app).get_models()
    }


def _to_the_millisecond(value):
    return (
        value.replace(microsecond=value.microsecond // 1000 * 1000) if isinstance(value, datetime) else value
    )


def media_files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.one_database
def test_the_fixtures_are_what_the_sources_give():
    call_command("build_fixtures", "--check")


@pytest.mark.one_database
def test_a_quote_that_no_block_holds_stops_the_building(tmp_path):
    folder = shutil.copytree(FIXTURES, tmp_path / "fixtures")
    source = folder / "registry" / "people.toml"
    source.write_text(source.read_text().replace('quote = "', 'quote = "Câu không có trong bài. ', 1))

    with pytest.raises(CommandError, match="Câu không có trong bài"):
        call_command("build_fixtures", folder=folder)


@pytest.mark.one_database
def test_a_date_that_we_inferred_is_not_said_to_be_stated(tmp_path):
    folder = shutil.copytree(FIXTURES, tmp_path / "fixtures")
    edition = next((folder / "documents").glob("*.md"))
    inferred = (
        '+++\nsource_published_on = "2020-09"\nsource_published_basis = "inferred"\n'
        'source_published_note = "Suy từ bài."\n'
    )
    text = re.sub("(?m)^source_published_.*\n", "", edition.read_text())
    edition.write_text(text.replace("+++\n", inferred, 1))

    call_command("build_fixtures", folder=folder, verbosity=0)

    rows = [row["fields"] for row in json.loads((folder / "articles.json").read_text())]
    names = ("source_published_on", "source_published_basis", "source_published_note")
    assert ("2020-09", "inferred", "Suy từ bài.") in [tuple(map(row.get, names)) for row in rows]


@pytest.mark.one_database
def test_a_changed_source_fails_the_check(tmp_path):
    folder = shutil.copytree(FIXTURES, tmp_path / "fixtures")
    edition = next((folder / "documents").glob("*.md"))
    edition.write_text(edition.read_text() + "\nThêm một câu.\n")

    with pytest.raises(CommandError, match=r"articles\.json"):
        call_command("build_fixtures", "--check", folder=folder)


def test_loading_twice_leaves_the_same_database(seeded, settings):
    before, files = everything(), media_files(settings.MEDIA_ROOT)

    call_command("loaddata", *LABELS, verbosity=0)

    assert everything() == before
    assert media_files(settings.MEDIA_ROOT) == files


@pytest.mark.django_db(transaction=True)
def test_a_dump_moves_a_site_to_another_database_as_it_was(seeded, tmp_path, settings):
    """The way from SQLite to PostgreSQL that README.md describes."""
    User.objects.create_user("quantri", password="mat-khau-thu").groups.add(
        Group.objects.get(name="Quản trị")
    )
    before, files = everything(), media_files(settings.MEDIA_ROOT)
    dump = str(tmp_path / "newsroom.json.gz")
    kept_apart = ["contenttypes", "auth.permission", "sessions", "admin.logentry"]

    call_command("dumpdata", use_natural_foreign_keys=True, exclude=kept_apart, output=dump, verbosity=0)
    call_command("flush", interactive=False, verbosity=0)
    call_command("loaddata", dump, verbosity=0)

    assert everything() == before
    assert media_files(settings.MEDIA_ROOT) == files
    assert authenticate(username="quantri", password="mat-khau-thu").has_perm("articles.publish_article")


def test_the_seed_holds_five_stories_and_six_drawings_with_renditions(seeded):
    assert Article.objects.published().count() == 5
    assert Photo.objects.count() == 6
    assert all(photo.width == 1600 and photo.renditions for photo in Photo.objects.all())


def test_each_piece_of_evidence_stands_in_its_block(seeded):
    for evidence in Evidence.objects.select_related("article__lead_photo"):
        article = evidence.article
        blocks = {block.id: block.text for block in read_blocks(article.body)}
        blocks |= {"tit": article.title, "sapo": article.standfirst}
        if article.lead_photo:
            blocks["anh-chinh"] = article.lead_photo.caption
        captions = {use.photo.ref: use.photo.caption for use in article.photo_uses.select_related("photo")}
        for block in read_blocks(article.body):
            if block.photo and not block.text:
                blocks[block.id] = captions[block.photo]

        assert evidence.quote in blocks[evidence.block], evidence.ref
        assert evidence.found


def test_every_quote_that_the_api_tells_stands_in_the_block_that_it_names(seeded, client):
    def told(resource):
        address = f"/api/v1/{resource}?limit=5"
        while address:
            page = client.get(address).json()
            yield from page["items"]
            address = page["next"]

    def alone(resource):
        return [client.get(f"/api/v1/{resource}/{item['slug']}").json() for item in told(resource)]

    blocks = {}
    for story in alone("articles"):
        body = html.fragment_fromstring(story["body_html"], create_parent="div")
        texts = {block.get("id"): block.text_content() for block in body.iterfind(".//*[@id]")}
        texts |= {"tit": story["title"], "sapo": story["standfirst"]}
        blocks[story["slug"]] = texts | {"anh-chinh": story["lead_photo"]["caption"]}
    records = [*alone("campaigns"), *told("honours"), *told("announcements"), *told("models")]

    assert all(record["evidence"] for record in records)
    for quote in (quote for record in records for quote in record["evidence"]):
        assert quote["quote"] in blocks[quote["article"]][quote["block"]]


def test_an_editor_starts_from_what_readers_see(seeded):
    for article in Article.objects.all():
        assert not working_copy.has_unpublished_changes(article)


def test_every_page_of_the_seeded_site_answers(seeded, client):
    to_visit, seen = ["/", "/sitemap.xml", "/news-sitemap.xml"], set()
    while to_visit:
        path = to_visit.pop()
        if path in seen or path.startswith(("/admin/", "/tai-khoan/", "/static/")):
            continue
        seen.add(path)
        response = client.get(path)
        assert response.status_code == 200, path
        if response.headers["Content-Type"].startswith("text/html"):
            page = response.content.decode()
            links = re.findall(r'(?:href|src)="(/[^"#]*)', page) + re.findall(r"(/media/[^\s\",]+)", page)
            to_visit += [link.replace("&amp;", "&") for link in links]
        elif response.headers["Content-Type"].startswith("application/xml"):
            to_visit += re.findall(rf"<loc>{settings.SITE_URL}(/[^<]*)</loc>", response.content.decode())

    assert {article.get_absolute_url() for article in Article.objects.all()} <= seen
    assert {"/vinh-danh/", "/phong-trao/", "/vinh-danh.csv", "/dinh-chinh/", "/toa-soan/"} <= seen
    assert any(path.startswith("/don-vi/") for path in seen)
    assert any(path.startswith("/ca-nhan/") for path in seen)
    assert any(path.startswith("/media/") for path in seen)
    assert {f"/sitemap-{part}-1.xml" for part in parts()} | {"/rss.xml", "/sitemap-trang.xml"} <= seen


@pytest.mark.one_database
def test_fixture_texts_are_nfc():
    for file in FIXTURES.glob("*.json"):
        text = file.read_text()
        assert unicodedata.is_normalized("NFC", text), file.name
        assert json.loads(text)


def test_the_gate_requires_nothing_more_of_the_seeded_stories(seeded):
    for article in Article.objects.all():
        assert gate.faults(article, working_copy.newest_snapshot(article)) == []
