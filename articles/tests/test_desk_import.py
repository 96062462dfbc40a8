"""Documents imported from the desk: the command's report, and nothing that the person could not do by hand."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.importing import Status
from articles.models import Article, Photo, Section
from articles.roles import ROLES
from articles.tests.factories import make_draft, make_photo, make_user
from articles.tests.pictures import encoded
from articles.tests.pictures import picture as image

pytestmark = pytest.mark.django_db

PAGE = "/admin/articles/article/import/"


@pytest.fixture
def reporter(client):
    user = make_user("reporter")
    client.force_login(user)
    return user


def document(name="bai.md", body="Một đoạn văn đủ dài để là thân bài.", **front_matter) -> SimpleUploadedFile:
    values = {"title": "Bài từ tài liệu"} | front_matter
    lines = "".join(f'{key} = "{value}"\n' for key, value in values.items())
    return SimpleUploadedFile(name, f"+++\n{lines}+++\n{body}\n".encode())


def bring(client, *files, **more):
    return client.post(PAGE, {"files": list(files), **more})


def statuses(response) -> list[str]:
    return [outcome.status for outcome, _word, _story in response.context["rows"]]


def test_documents_become_drafts_of_the_person_who_brought_them(client, reporter):
    response = bring(client, document("mot.md", title="Bài một"), document("hai.txt", title="Bài hai"))

    stories = list(Article.objects.order_by("title"))
    assert statuses(response) == [Status.CREATED, Status.CREATED]
    assert [(story.title, story.state, story.created_by) for story in stories] == [
        ("Bài hai", "draft", reporter),
        ("Bài một", "draft", reporter),
    ]
    page = response.content.decode()
    for story in stories:
        assert f'href="/admin/articles/article/{story.pk}/change/"' in page
        assert client.get(f"/admin/articles/article/{story.pk}/change/").status_code == 200


def test_a_bad_file_is_told_and_does_not_harm_the_others(client, reporter):
    empty, nonsense = (
        SimpleUploadedFile("rong.md", b""),
        SimpleUploadedFile("hong.md", b"\x00\xff\xfe\x00" * 9),
    )

    response = bring(client, empty, document("tot.md"), nonsense)

    assert statuses(response) == [Status.FAILED, Status.CREATED, Status.FAILED]
    assert [bool(outcome.error) for outcome, *_ in response.context["rows"]] == [True, False, True]
    assert [outcome.file for outcome, *_ in response.context["rows"]] == ["rong.md", "tot.md", "hong.md"]
    assert Article.objects.count() == 1


def test_a_file_beyond_the_importers_size_fails_alone(client, reporter, monkeypatch):
    monkeypatch.setattr("articles.importing.importer.MAX_MEGABYTES", 0)

    assert statuses(bring(client, document())) == [Status.FAILED]


def test_repeating_changes_nothing_and_a_changed_document_makes_a_revision(client, reporter):
    bring(client, document())

    assert statuses(bring(client, document())) == [Status.UNCHANGED]
    assert statuses(bring(client, document(body="Thân bài đã viết lại."))) == [Status.UPDATED]
    story = Article.objects.get()
    assert "viết lại" in story.body
    assert list(story.revisions.values_list("user", flat=True)) == [reporter.pk, reporter.pk]


def test_a_trial_reports_the_same_and_keeps_nothing(client, reporter):
    response = bring(client, document(), dry_run="on")

    assert statuses(response) == [Status.CREATED]
    assert not Article.objects.exists()
    assert response.context["tried"]


def test_two_documents_of_one_name_are_both_told_of(client, reporter):
    response = bring(client, document("bai.md"), document("bai.md", title="Bài khác"))

    assert statuses(response) == [Status.CREATED, Status.FAILED]
    assert "bai.md" in response.context["rows"][1][0].error


def test_the_story_of_somebody_else_is_neither_changed_nor_told_of(client, reporter):
    theirs = make_draft(user=make_user("reporter"), title="Bài kín của người khác")
    Article.objects.filter(pk=theirs.pk).update(document_key="bai.md", document_checksum="x")

    response = bring(client, document("bai.md", title="Chiếm bài"))

    theirs.refresh_from_db()
    assert statuses(response) == [Status.FAILED]
    assert theirs.title == "Bài kín của người khác"
    page = response.content.decode()
    assert theirs.title not in page
    assert theirs.slug not in page


def test_ones_own_story_that_waits_for_others_stays_as_it_is(client, reporter):
    bring(client, document())
    Article.objects.update(state="submitted")

    response = bring(client, document(body="Viết lại sau khi gửi."))

    assert statuses(response) == [Status.CONFLICT]
    assert "Viết lại" not in Article.objects.get().body


def test_an_import_by_a_reporter_makes_no_section_of_the_navigation(client, reporter):
    response = bring(client, document(section="Chuyên mục lạ"))

    assert statuses(response) == [Status.CREATED]
    assert not Section.objects.exists()
    assert "Chuyên mục lạ" in " ".join(response.context["rows"][0][0].warnings)


PICTURED = '+++\ntitle = "Bài có ảnh"\n[[photos]]\nref = "anh"\nfile = "anh.jpg"\nalt = "Hình"\ncaption = "Ảnh."\nlead = true\n+++\nThân bài.\n'


@pytest.mark.parametrize(("role", "stored"), [("reporter", False), ("editor", True)])
def test_pictures_beside_the_documents_come_along_for_those_who_may_change_pictures(
    client, own_media, role, stored
):
    client.force_login(make_user(role))
    make_photo(ref="anh", caption="Ảnh.", alt="Hình")
    files = (
        SimpleUploadedFile("bai.md", PICTURED.encode()),
        SimpleUploadedFile("anh.jpg", encoded(image(), "JPEG")),
    )

    response = bring(client, *files)

    assert statuses(response) == [Status.CREATED]
    assert bool(Photo.objects.get(ref="anh").file) is stored


def test_a_document_reaches_no_file_of_the_server(client, own_media, tmp_path):
    client.force_login(make_user("editor"))
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(encoded(image(), "JPEG"))
    reaching = PICTURED.replace("anh.jpg", f"../../../../../../..{secret}")

    response = bring(client, SimpleUploadedFile("bai.md", reaching.encode()))

    assert statuses(response) in ([Status.CREATED], [Status.FAILED])
    assert not Photo.objects.exclude(file="").exists()


@pytest.mark.parametrize("name", ["../../x.md", "a" * 250 + ".md", "đường phố.MD", "CON.md", "\u202edm.md"])
def test_whatever_a_file_is_called_it_is_told_of(client, reporter, name):
    assert statuses(bring(client, document(name))) == [Status.CREATED]


@pytest.mark.parametrize("files", [(), (SimpleUploadedFile("anh.jpg", b"x"),)])
def test_without_a_document_it_says_what_is_missing(client, reporter, files):
    response = bring(client, *files)

    assert response.status_code == 400
    assert ".markdown" in str(response.context["form"].errors)


def test_too_much_at_once_is_refused_whole(client, reporter, monkeypatch):
    monkeypatch.setattr("articles.admin.article.importing.MAX_FILES", 2)

    response = bring(client, *(document(f"{number}.md") for number in range(3)))

    assert response.status_code == 400
    assert not Article.objects.exists()


@pytest.mark.parametrize("role", ROLES)
def test_it_is_for_those_who_may_write(client, role):
    client.force_login(make_user(role))

    answers = {client.get(PAGE).status_code, bring(client, document()).status_code}

    assert answers == ({403} if role == "registry_editor" else {200})
