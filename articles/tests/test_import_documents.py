"""What importing a document makes of a story, new, known again, changed or edited since."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import binning, publishing, working_copy
from articles.models import Article, Author, Photo, Revision, Section, Series, Tag, Transition
from articles.photos.fetching import FetchFailed
from articles.tests.dumps import PROSE, dump, picture
from articles.tests.factories import make_author, make_photo, make_section, make_tag, make_user
from articles.tests.pictures import encoded
from articles.tests.pictures import picture as image
from newsroom.body_html import read_blocks, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

URL = "https://nguon.vi.du/bai/"


@pytest.fixture
def folder(tmp_path) -> Path:
    path = tmp_path / "documents"
    path.mkdir()
    return path


def run(*paths, **options) -> list[dict]:
    """The report of one run, whatever its exit status."""
    report = Path(str(paths[0])).parent / "report.json"
    try:
        call_command("import_documents", *paths, report=str(report), verbosity=0, **options)
    except CommandError as error:
        if error.returncode != 1:
            raise
    return json.loads(report.read_text())


def statuses(report: list[dict]) -> list[str]:
    return [entry["status"] for entry in report]


def write(path: Path, body: str = PROSE, **front_matter: str) -> Path:
    """A document with front matter; values are TOML as written."""
    lines = "".join(
        f"{key} = {value}\n"
        for key, value in ({"title": '"Bài mẫu"'} | front_matter).items()
        if key != "rest"
    )
    path.write_text(f"+++\n{lines.replace('rest = ', '')}{front_matter.get('rest', '')}+++\n{body}\n")
    return path


def everything() -> dict[str, list]:
    """Every row of the app with every column."""
    return {
        model._meta.label: list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("articles").get_models()
    }


# --- A new document


def test_a_dump_becomes_a_draft_with_all_its_parts(folder):
    caption = "Chú thích mẫu của ảnh. Ảnh: Người Mẫu Hai"
    (folder / "bai.txt").write_bytes(
        dump(PROSE, picture(), caption, PROSE, byline="**Người Mẫu Một Phó Cục trưởng Cục Mẫu**", url=URL)
    )

    (entry,) = run(folder)

    assert (entry["status"], entry["slug"], entry["error"]) == ("created", "tieu-de-mau", None)
    article = Article.objects.get()
    assert (article.state, article.title) == ("draft", "Tiêu đề mẫu")
    assert (article.standfirst, article.source_name) == ("Câu mở đầu của bài mẫu.", "NGUON")
    assert (article.source_url, article.source_published_basis) == (URL, "not_stated")
    assert text_of(article.body).split("\n\n") == [PROSE, "Chú thích mẫu của ảnh.", PROSE]
    line = article.bylines.get()
    assert (line.author.name, line.author.kind) == ("Người Mẫu Một", "official")
    assert (line.job_title, line.raw_line) == (
        "Phó Cục trưởng Cục Mẫu",
        "Người Mẫu Một Phó Cục trưởng Cục Mẫu",
    )
    photo = article.photo_uses.get().photo
    assert (photo.caption, photo.credit, photo.file) == ("Chú thích mẫu của ảnh.", "Người Mẫu Hai", "")
    assert photo.source_url.endswith("?rt=1")


def test_front_matter_sets_every_field(folder):
    write(
        folder / "bai.md",
        slug='"dia-chi-rieng"',
        kicker='"Thi đua"',
        section='"Chuyên mục mẫu"',
        tags='["Hải quan", "thi đua"]',
        standfirst='"Sapo mẫu."',
        source_published_on='"2020-09"',
        event_date='"2020-09-08"',
        event_date_basis='"inferred"',
        event_date_note='"suy từ tít"',
        rest='[[related]]\ntitle = "Video mẫu"\nurl = "https://vi.du/video"\nkind = "video"\n',
    )

    (entry,) = run(folder)

    article = Article.objects.get()
    assert entry["slug"] == article.slug == "dia-chi-rieng"
    assert (article.kicker, article.standfirst, article.section.name) == (
        "Thi đua",
        "Sapo mẫu.",
        "Chuyên mục mẫu",
    )
    assert article.source_published_on.iso() == "2020-09"
    assert (article.source_published_basis, article.event_date_basis) == ("stated", "inferred")
    assert (article.event_date.iso(), article.event_date_note) == ("2020-09-08", "suy từ tít")
    assert list(article.tags.order_by("name").values_list("name", flat=True)) == ["Hải quan", "thi đua"]
    assert list(article.related_items.values_list("title", "url", "kind")) == [
        ("Video mẫu", "https://vi.du/video", "video")
    ]


def test_the_first_revision_says_that_it_was_imported(folder):
    write(folder / "bai.md")

    run(folder)

    revision = Revision.objects.get()
    assert (revision.origin, revision.number, revision.user) == ("import", 1, None)
    assert "bai.md" in revision.note


def test_a_document_without_source_address_is_known_by_its_file_name(folder):
    run(write(folder / "bai.md"))

    (entry,) = run(write(folder / "bai.md", body="Một đoạn khác hẳn của bài."))

    assert entry["status"] == "updated"
    assert Article.objects.get().document_key == "bai.md"


def test_a_document_that_moved_to_another_file_is_known_by_its_source_address(folder):
    run(write(folder / "bai.md", source_url=f'"{URL}"'))

    (entry,) = run(write(folder / "khac.md", source_url=f'"{URL}"', title='"Tít mới"'))

    assert (entry["status"], entry["slug"]) == ("updated", "bai-mau")
    assert Article.objects.get().title == "Tít mới"


def test_two_documents_with_one_title_are_two_stories(folder):
    write(folder / "mot.md")
    write(folder / "hai.md")

    report = run(folder)

    assert [entry["slug"] for entry in report] == ["bai-mau", "bai-mau-2"]


def test_a_title_that_is_a_reserved_address_gets_a_suffix(folder):
    write(folder / "bai.md", title='"Vinh danh"')

    (entry,) = run(folder)

    assert entry["slug"] == "vinh-danh-2"


# --- Authors, sections, tags


def test_an_author_with_the_same_name_and_kind_signs_again(folder):
    author = make_author(name="Người Mẫu Một")
    write(folder / "bai.md", rest='[[bylines]]\nname = "Người Mẫu Một"\n')

    (entry,) = run(folder)

    assert Author.objects.get() == author
    assert entry["warnings"] == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Người mẫu Một", "contributor"), ("Nguoi Mau Mot", "staff"), ("Người Mẫu Một", "staff")],
)
def test_another_spelling_or_kind_is_another_author_and_a_warning_names_both(folder, name, kind):
    make_author(name="Người Mẫu Một")
    write(folder / "bai.md", rest=f'[[bylines]]\nname = "{name}"\nkind = "{kind}"\n')

    (entry,) = run(folder)

    assert set(Author.objects.values_list("name", "kind")) == {("Người Mẫu Một", "contributor"), (name, kind)}
    (warning,) = entry["warnings"]
    assert f"“{name} (" in warning
    assert "“Người Mẫu Một (" in warning


def test_a_name_within_another_name_is_no_spelling_of_it(folder):
    make_author(name="Người Mẫu Một Hai")
    write(folder / "bai.md", rest='[[bylines]]\nname = "Người Mẫu Một"\n')

    (entry,) = run(folder)

    assert entry["warnings"] == []


def test_a_pen_name_with_other_accents_is_named_in_a_warning(folder):
    make_author(name="Người Mẫu Một", pen_name="Bút Mẫu")
    write(folder / "bai.md", rest='[[bylines]]\nname = "But Mau"\n')

    (entry,) = run(folder)

    assert "“Người Mẫu Một (" in entry["warnings"][0]


def test_who_signs_twice_in_one_role_signs_once(folder):
    line = '[[bylines]]\nname = "Người Mẫu Một"\n'
    write(folder / "bai.md", rest=line * 2)

    run(folder, publish=True)

    assert Article.objects.get().bylines.count() == 1
    assert statuses(run(folder, publish=True)) == ["unchanged"]


def test_a_section_is_found_without_accents_and_a_new_one_is_told(folder):
    section = make_section(name="Thi đua")
    write(folder / "cu.md", section='"thi dua"')
    write(folder / "moi.md", section='"Mục mẫu mới"')

    known, new = run(folder)

    assert Article.objects.get(document_key="cu.md").section == section
    assert known["warnings"] == []
    assert new["warnings"] == ["The section “Mục mẫu mới” is new."]
    assert Section.objects.count() == 2


def test_tags_are_used_as_they_are_spelled_here(folder):
    tag = make_tag(name="Hải quan")
    write(folder / "bai.md", tags='["hải QUAN", "hải quân"]')

    run(folder)

    assert set(Tag.objects.values_list("name", flat=True)) == {"Hải quan", "hải quân"}
    assert tag in Article.objects.get().tags.all()


# --- Photos

PHOTO = '[[photos]]\nref = "anh-mot"\ncaption = "{caption}"\nsource_url = "{url}"\nlead = {lead}\n'


def photo_table(caption="Chú thích mẫu.", url="https://vi.du/anh.jpg", lead=False, **more) -> str:
    table = PHOTO.format(caption=caption, url=url, lead=str(lead).lower())
    return table + "".join(f'{key} = "{value}"\n' for key, value in more.items())


def test_a_photo_with_that_ref_is_used_again_and_the_story_keeps_its_own_caption(folder):
    photo = make_photo(ref="anh-mot", caption="Chú thích khác.", source_url="")
    write(folder / "bai.md", "![](photo:anh-mot)", rest=photo_table())

    run(folder)

    assert Photo.objects.get() == photo
    (block,) = read_blocks(Article.objects.get().body)
    assert (block.photo, block.text) == ("anh-mot", "Chú thích mẫu.")


def test_a_lead_with_another_caption_is_another_record(folder):
    photo = make_photo(ref="anh-mot", caption="Chú thích khác.", source_url="")
    write(folder / "bai.md", rest=photo_table(lead=True))

    run(folder)

    lead = Article.objects.get().lead_photo
    assert lead != photo
    assert (lead.caption, lead.ref.rpartition("-")[0]) == ("Chú thích mẫu.", "anh-mot")


def test_one_ref_for_two_pictures_is_two_records(folder):
    make_photo(ref="anh-mot", source_url="https://vi.du/khac.jpg")
    write(folder / "bai.md", "![](photo:anh-mot)", rest=photo_table())

    run(folder)

    (block,) = read_blocks(Article.objects.get().body)
    assert block.photo != "anh-mot"
    assert Photo.objects.get(ref=block.photo).source_url == "https://vi.du/anh.jpg"


def test_two_credits_for_one_photo_are_told(folder):
    make_photo(ref="anh-mot", credit="Người Mẫu Một")
    write(folder / "bai.md", "![](photo:anh-mot)", rest=photo_table(url="", credit="Người Mẫu Hai"))

    (entry,) = run(folder)

    assert entry["warnings"] == [
        "The photo “anh-mot” is credited here to “Người Mẫu Một”, in the document to “Người Mẫu Hai”."
    ]


def test_a_changed_lead_caption_comes_in_with_the_document(folder):
    run(write(folder / "bai.md", rest=photo_table(lead=True)))

    (entry,) = run(write(folder / "bai.md", rest=photo_table("Chú thích sửa.", lead=True)))

    assert entry["status"] == "updated"
    assert Article.objects.get().lead_photo.caption == "Chú thích sửa."


def test_a_lead_caption_that_an_editor_changed_stays(folder):
    run(write(folder / "bai.md", rest=photo_table(lead=True)))
    photo = Photo.objects.get()
    photo.caption = "Chú thích biên tập."
    photo.save()
    LogEntry.objects.create(
        user=make_user(),
        content_type=ContentType.objects.get_for_model(Photo),
        object_id=str(photo.pk),
        action_flag=CHANGE,
    )

    (entry,) = run(write(folder / "bai.md", "Đoạn mới.", rest=photo_table("Chú thích sửa.", lead=True)))

    assert entry["status"] == "updated"
    assert Article.objects.get().lead_photo.caption == "Chú thích biên tập."
    (warning,) = entry["warnings"]
    assert "“Chú thích biên tập.”" in warning
    assert "“Chú thích sửa.”" in warning


def test_a_picture_beside_the_document_is_stored(folder, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (folder / "anh.jpg").write_bytes(encoded(image()))
    write(folder / "bai.md", "![](photo:anh-mot)", rest=photo_table(url="", file="anh.jpg", alt="Hình mẫu"))

    (entry,) = run(folder)
    publishing.publish(Article.objects.get())

    assert entry["warnings"] == []
    assert Photo.objects.get().width == 300
    assert "/media/" in Article.objects.get().story_html


def test_a_picture_that_is_not_there_is_a_warning(folder):
    write(folder / "bai.md", "![](photo:anh-mot)", rest=photo_table(file="thieu.jpg"))

    (entry,) = run(folder)

    assert entry["status"] == "created"
    assert entry["warnings"] == [
        "The picture thieu.jpg was not stored: there is no such file beside the document"
    ]


def test_no_link_leads_to_pictures_outside_the_folder(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("ngoai") / "kin.jpg"
    outside.write_bytes(encoded(image()))
    (folder / "anh.jpg").symlink_to(outside)
    write(folder / "bai.md", "![](photo:anh-mot)", rest=photo_table(file="anh.jpg"))

    run(folder)

    assert Photo.objects.get().file == ""


# --- Fetching


@pytest.fixture
def web(monkeypatch, settings, tmp_path):
    """Other sites: an address that has no bytes here cannot be reached. Returns (pictures, asked)."""
    settings.MEDIA_ROOT = tmp_path / "media"
    pictures, asked = {}, []

    def fetch(url):
        asked.append(url)
        if url not in pictures:
            raise FetchFailed("no answer")
        return pictures[url]

    monkeypatch.setattr("articles.importing.pictures.fetch", fetch)
    return pictures, asked


def test_remote_pictures_are_fetched_only_when_asked(folder, web):
    pictures, asked = web
    pictures["https://vi.du/anh.jpg"] = encoded(image())
    write(folder / "bai.md", "![](photo:anh-mot)", rest=photo_table())

    run(folder, publish=True)
    assert asked == []
    assert "caption-plate" in Article.objects.get().story_html

    (entry,) = run(folder, publish=True, fetch_photos=True)

    assert entry["status"] == "unchanged"
    assert Photo.objects.get().file
    assert "caption-plate" not in Article.objects.get().story_html
    run(folder, fetch_photos=True)
    assert asked == ["https://vi.du/anh.jpg"]


@pytest.mark.parametrize("content", [None, b"<html>", b""])
def test_a_picture_that_cannot_be_had_never_fails_the_document(folder, web, content):
    pictures, _asked = web
    if content is not None:
        pictures["https://vi.du/anh.jpg"] = content
    write(folder / "bai.md", "![](photo:anh-mot)", rest=photo_table())

    (entry,) = run(folder, fetch_photos=True)

    assert (entry["status"], entry["error"]) == ("created", None)
    (warning,) = entry["warnings"]
    assert "https://vi.du/anh.jpg" in warning


def test_the_photograph_behind_a_drawing_is_not_fetched(folder, web):
    _pictures, asked = web
    write(folder / "bai.md", "![](photo:anh-mot)", rest=photo_table() + "illustration = true\n")

    run(folder, fetch_photos=True)

    assert asked == []


@pytest.mark.django_db(transaction=True)
def test_pictures_are_fetched_outside_of_any_transaction(folder, monkeypatch):
    from django.db import connection

    inside = []
    monkeypatch.setattr(
        "articles.importing.pictures.fetch",
        lambda url: inside.append(connection.in_atomic_block) or b"",
    )
    write(folder / "bai.md", "![](photo:anh-mot)", rest=photo_table())

    run(folder, publish=True, fetch_photos=True)

    assert inside == [False]


# --- Known again


def test_an_unchanged_document_changes_nothing(folder):
    (folder / "bai.txt").write_bytes(dump(PROSE, picture(), "Chú thích mẫu. Ảnh: Người Mẫu Hai"))
    write(folder / "bai.md", tags='["hải quan"]', section='"Mục mẫu"')
    run(folder, publish=True)
    before = everything()

    report = run(folder, publish=True)

    assert statuses(report) == ["unchanged", "unchanged"]
    assert everything() == before


def test_other_bytes_with_the_same_content_are_no_new_revision(folder):
    path = write(folder / "bai.md")
    run(folder)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert statuses(run(folder)) == ["unchanged"]
    assert Revision.objects.count() == 1


def test_a_changed_document_is_a_new_revision_that_keeps_address_and_block_ids(folder):
    run(write(folder / "bai.md", body=f"{PROSE}\n\nĐoạn hai sẽ đổi."))
    (first, _second) = read_blocks(Article.objects.get().body)

    (entry,) = run(write(folder / "bai.md", title='"Tít đã đổi"', body=f"Đoạn mới.\n\n{PROSE}"))

    article = Article.objects.get()
    assert (entry["status"], entry["slug"]) == ("updated", "bai-mau")
    assert article.title == "Tít đã đổi"
    assert [block.id for block in read_blocks(article.body) if block.text == PROSE] == [first.id]
    assert list(article.revisions.values_list("number", "origin")) == [(2, "import"), (1, "import")]


def test_readers_keep_a_published_story_until_an_import_publishes_it(folder):
    run(write(folder / "bai.md"), publish=True)

    run(write(folder / "bai.md", title='"Tít mới"'))
    assert Article.objects.get().title == "Bài mẫu"

    (entry,) = run(folder, publish=True)
    article = Article.objects.get()
    assert (entry["status"], article.title) == ("updated", "Tít mới")
    assert article.updated_at is not None


def test_what_a_person_edited_is_never_overwritten(folder):
    run(write(folder / "bai.md"))
    working_copy.save(Article.objects.get(), {"title": "Tít của biên tập"}, user=make_user())
    before = everything()

    report = run(write(folder / "bai.md", title='"Tít mới"'), publish=True)

    assert statuses(report) == ["conflict"]
    assert report[0]["slug"] == "bai-mau"
    assert report[0]["warnings"] == ["The story was edited here; the document was not imported."]
    assert everything() == before


def test_an_edited_story_with_an_unchanged_document_is_left_to_its_editors(folder):
    run(write(folder / "bai.md"))
    working_copy.save(Article.objects.get(), {"title": "Tít của biên tập"}, user=make_user())

    (entry,) = run(folder, publish=True)

    assert entry["status"] == "unchanged"
    assert Article.objects.get().state == "draft"
    assert len(entry["warnings"]) == 1


@pytest.mark.parametrize(
    ("state", "after"), [("submitted", "submitted"), ("in_edit", "in_edit"), ("ready", "in_edit")]
)
def test_a_story_in_the_workflow_takes_changes_and_is_read_again(folder, state, after):
    run(write(folder / "bai.md"))
    Article.objects.update(state=state)

    assert statuses(run(write(folder / "bai.md", title='"Tít mới"'))) == ["updated"]
    article = Article.objects.get()
    assert (article.state, article.title) == (after, "Tít mới")


def test_a_withdrawn_story_stays_withdrawn(folder):
    run(write(folder / "bai.md"), publish=True)
    publishing.withdraw(Article.objects.get(), notice="Đã gỡ.")

    (entry,) = run(write(folder / "bai.md", title='"Tít mới"'), publish=True)

    article = Article.objects.get()
    assert (entry["status"], article.state, article.title) == ("updated", "withdrawn", "Bài mẫu")
    assert entry["warnings"] == ["The story was taken from readers and stays so."]


# --- Publishing


def test_publishing_is_the_operators_decision_and_is_logged(folder, client):
    before = timezone.now()
    write(folder / "bai.md")

    (entry,) = run(folder, publish=True)

    article = Article.objects.get()
    assert entry["status"] == "created"
    assert before <= article.published_at <= timezone.now() + timedelta(seconds=1)
    assert client.get("/bai-mau/").status_code == 200
    step = Transition.objects.get()
    assert (step.step, step.user, step.revision) == ("publish", None, Revision.objects.get())
    assert "bai.md" in step.reason


def test_a_draft_that_an_import_left_is_published_by_the_next(folder):
    run(write(folder / "bai.md"))

    (entry,) = run(folder, publish=True)

    assert entry["status"] == "updated"
    assert Article.objects.published().count() == 1
    assert Revision.objects.count() == 1


def test_what_the_gate_would_ask_for_is_a_warning(folder, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (folder / "anh.jpg").write_bytes(encoded(image()))
    make_section(name="Thời sự")
    place = {"section": '"Thời sự"', "standfirst": '"Sapo."'}
    write(folder / "anh.md", "![](photo:anh-mot)", **place, rest=photo_table(file="anh.jpg"))
    write(folder / "sapo.md", "", standfirst='"Chỉ có sapo."')

    report = run(folder, publish=True)

    assert Article.objects.published().count() == 2
    assert [entry["warnings"] for entry in report] == [
        [
            "The photo “Chú thích mẫu.” needs an alternative text, or say that it is decorative.",
            "The photo “Chú thích mẫu.” needs a credit.",
        ],
        ["The story needs a body.", "Choose the section."],
    ]


def test_a_planned_story_keeps_its_moment(folder):
    moment = timezone.now() + timedelta(days=1)
    run(write(folder / "bai.md"))
    publishing.publish(Article.objects.get(), at=moment)

    run(write(folder / "bai.md", title='"Tít mới"'), publish=True)

    article = Article.objects.get()
    assert (article.title, article.published_at) == ("Tít mới", moment)
    assert not article.is_public


# --- Whole or not at all


@pytest.mark.parametrize("place", ["begin", "publish"])
def test_a_document_that_fails_midway_leaves_nothing_behind(folder, monkeypatch, place, caplog):
    write(folder / "a.md")
    write(folder / "b.md", tags='["thẻ mẫu"]', section='"Mục mẫu"', rest='[[bylines]]\nname = "Người Mẫu"\n')
    write(folder / "c.md")
    run(folder / "a.md", publish=True)
    before = everything()
    module = {"begin": working_copy, "publish": publishing}[place]
    function = getattr(module, place)

    def break_off(*args, **kwargs):
        function(*args, **kwargs)
        raise RuntimeError("đứt\ngiữa chừng")

    with monkeypatch.context() as patch:
        patch.setattr(module, place, break_off)
        report = run(folder / "b.md", publish=True)

    assert report[0]["status"] == "failed"
    assert (report[0]["slug"], report[0]["error"]) == (None, "RuntimeError: đứt giữa chừng")
    assert everything() == before
    assert "Traceback" in caplog.text
    assert statuses(run(folder, publish=True)) == ["unchanged", "created", "created"]


def test_a_dry_run_reports_as_if_and_leaves_nothing(folder, web):
    _pictures, asked = web
    write(folder / "a.md", section='"Mục mẫu"', rest=photo_table(lead=True))
    write(folder / "b.md", section='"Mục mẫu"')
    (folder / "c.md").write_bytes(b"")
    before = everything()

    report = run(folder, dry_run=True, publish=True, fetch_photos=True)

    assert everything() == before
    assert asked == []
    assert statuses(report) == ["created", "created", "failed"]
    assert [entry["slug"] for entry in report] == ["bai-mau", "bai-mau-2", None]
    real = run(folder, publish=True)
    assert real == report


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("title", {"title": f'"{"dài " * 90}"'}),
        ("kicker", {"kicker": f'"{"dài " * 30}"'}),
        ("section", {"section": f'"{"dài " * 30}"'}),
        ("tags", {"tags": f'["{"dài " * 30}"]'}),
        ("source_url", {"source_url": f'"https://vi.du/{"a" * 600}"'}),
        ("bylines.1.name", {"rest": f'[[bylines]]\nname = "{"Dài " * 40}"\n'}),
        ("photos.1.caption", {"rest": f'[[photos]]\nref = "anh"\ncaption = "{"dài " * 200}"\n'}),
        ("related.1.url", {"rest": f'[[related]]\ntitle = "A"\nurl = "https://vi.du/{"a" * 600}"\n'}),
    ],
)
def test_a_text_longer_than_its_field_fails_the_document_and_is_named(folder, field, values):
    write(folder / "bai.md", **values)

    (entry,) = run(folder)

    assert entry["status"] == "failed"
    assert f"“{field}”" in entry["error"]
    assert not Article.objects.exists()


def test_endless_lists_fail_the_document(folder):
    write(folder / "bai.md", rest='[[bylines]]\nname = "A"\n' * 501)

    (entry,) = run(folder)

    assert entry["error"] == "has 501 entries in “bylines”; at most 500 are allowed"


def test_a_document_costs_the_same_queries_however_many_there_are(folder, django_assert_max_num_queries):
    for number in range(12):
        write(folder / f"{number}.md", source_url=f'"https://vi.du/{number}"', title=f'"Bài {number}"')
    run(folder / "0.md", publish=True)

    with django_assert_max_num_queries(11 * 60):
        report = run(folder, publish=True)

    assert statuses(report).count("created") == 11


def test_seeded_editions_count_as_edited(folder):
    call_command("loaddata", "articles", verbosity=0)
    article = Article.objects.exclude(document_key="").first()
    before = Article.objects.values_list("title", "body").get(pk=article.pk)
    write(folder / "bai.md", source_url=f'"{article.document_key}"')

    report = run(folder, publish=True)

    assert statuses(report) == ["conflict"]
    assert Article.objects.values_list("title", "body").get(pk=article.pk) == before


def test_parts_of_a_series_find_it_whatever_its_accents(folder):
    write(folder / "mot.md", title='"Phần một"', genre='"reportage"', series='"Biên giới xanh"', part="1")
    write(folder / "hai.md", title='"Phần hai"', series='"BIEN GIOI XANH"', part="2")

    report = run(folder)

    series = Series.objects.get()
    assert list(series.articles.order_by("part").values_list("title", "part", "genre")) == [
        ("Phần một", 1, "reportage"),
        ("Phần hai", 2, ""),
    ]
    assert sum(
        "Biên giới xanh" in warning or "BIEN" in warning for one in report for warning in one["warnings"]
    )
    assert statuses(run(folder)) == ["unchanged", "unchanged"]


def test_a_document_of_a_story_in_the_bin_is_left_alone(folder):
    run(write(folder / "bai.md"))
    binning.throw_away(Article.objects.get())

    (entry,) = run(write(folder / "bai.md", title='"Tít mới"'))

    assert entry["status"] == "conflict"
    assert Article.objects.get().title == "Bài mẫu"
