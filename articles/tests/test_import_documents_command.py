"""The command import_documents: what it takes, prints and reports, and how it ends."""

import io
import json
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.models import Article
from articles.tests.dumps import PROSE, dump

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def output_of(*paths, **options) -> str:
    out = io.StringIO()
    call_command("import_documents", *paths, stdout=out, **options)
    return out.getvalue()


def report_of(*paths, to: Path, **options) -> list[dict]:
    try:
        call_command("import_documents", *paths, report=str(to), verbosity=0, **options)
    except CommandError as error:
        if error.returncode != 1:
            raise
    return json.loads(to.read_text())


def document(path: Path, title: str = "Bài mẫu", body: str = PROSE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {title}\n\n{body}\n")
    return path


# --- Which files


def test_folders_are_walked_in_order_and_other_files_are_ignored(tmp_path):
    for name in ("b.md", "a.txt", "c.MARKDOWN", "thu-muc/d.md", "a.html", "a.json", ".an.md", ".git/e.md"):
        document(tmp_path / "d" / name)

    report = report_of(tmp_path / "d", to=tmp_path / "r.json")

    names = ["a.txt", "b.md", "c.MARKDOWN", "thu-muc/d.md"]
    assert [entry["file"] for entry in report] == [f"{tmp_path}/d/{name}" for name in names]


def test_files_are_named_as_given(tmp_path, monkeypatch):
    document(tmp_path / "d" / "a.md")
    document(tmp_path / "b.md")
    monkeypatch.chdir(tmp_path)

    report = report_of("d", "./b.md", to=tmp_path / "r.json")

    assert [entry["file"] for entry in report] == ["d/a.md", "./b.md"]


def test_links_that_lead_round_and_paths_given_twice_are_no_matter(tmp_path):
    folder = tmp_path / "d"
    file = document(folder / "a.md")
    (folder / "vong").symlink_to(folder)
    (folder / "z.md").symlink_to(file)
    (folder / "hong.md").symlink_to(folder / "khong-co.md")

    report = report_of(folder, file, folder, to=tmp_path / "r.json")

    assert [(entry["file"], entry["status"]) for entry in report] == [(str(file), "created")]


def test_a_link_to_itself_fails_alone(tmp_path):
    file = document(tmp_path / "d" / "a.md")
    for name in ("b", "b.md"):
        (tmp_path / "d" / name).symlink_to(tmp_path / "d" / name)

    created, failed = report_of(tmp_path / "d", to=tmp_path / "r.json")

    assert (created["file"], created["status"]) == (str(file), "created")
    assert (failed["file"], failed["status"]) == (f"{tmp_path}/d/b.md", "failed")


def test_a_pipe_in_the_folder_does_not_stop_the_run(tmp_path):
    document(tmp_path / "d" / "a.md")
    os.mkfifo(tmp_path / "d" / "b.md")

    assert len(report_of(tmp_path / "d", to=tmp_path / "r.json")) == 1


def test_a_file_that_cannot_be_read_fails_alone(tmp_path, monkeypatch):
    folder = tmp_path / "d"
    for name in ("a.md", "b.md"):
        document(folder / name)
    real_open = Path.open

    def refuse(path, *args, **kwargs):
        if path.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return real_open(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)

    failed, created = report_of(folder, to=tmp_path / "r.json")

    assert (failed["status"], failed["error"]) == ("failed", "cannot be read: Permission denied")
    assert created["status"] == "created"


def test_a_folder_that_cannot_be_looked_into_fails_alone(tmp_path, monkeypatch):
    document(tmp_path / "d" / "a.md")
    document(tmp_path / "d" / "kin" / "b.md")
    real_scandir = os.scandir

    def refuse(folder):
        if str(folder).endswith("kin"):
            raise PermissionError(13, "Permission denied")
        return real_scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)

    report = report_of(tmp_path / "d", to=tmp_path / "r.json")

    assert [(entry["file"], entry["status"]) for entry in report] == [
        (f"{tmp_path}/d/a.md", "created"),
        (f"{tmp_path}/d/kin", "failed"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no UTF-8")
def test_a_file_name_that_is_no_text_is_reported_readably(tmp_path):
    folder = tmp_path / "d"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/b\xe0i\n.md")).write_text(f"# Bài\n\n{PROSE}\n")

    (entry,) = report_of(folder, to=tmp_path / "r.json")
    lines = output_of(folder).splitlines()

    assert (entry["status"], entry["file"]) == ("created", f"{folder}/b�i\n.md")
    assert lines[0].endswith("b�i�.md: bai")


# --- How it ends


@pytest.mark.parametrize("path", ["khong-co", "khong-co.md", "a.html", "x" * 5000, "a\0.md"])
def test_a_wrong_path_ends_with_2_before_anything_is_imported(tmp_path, path):
    document(tmp_path / "a.md")
    (tmp_path / "a.html").write_text("<p>")

    with pytest.raises(CommandError, match="usage: manage.py import_documents") as stop:
        call_command("import_documents", tmp_path / "a.md", str(tmp_path / path))

    assert stop.value.returncode == 2
    assert not Article.objects.exists()


@pytest.mark.parametrize("report", ["khong-co/r.json", "d"])
def test_a_report_that_cannot_be_written_ends_with_2_before_anything_is_imported(tmp_path, report):
    document(tmp_path / "d" / "a.md")

    with pytest.raises(CommandError) as stop:
        call_command("import_documents", tmp_path / "d", report=str(tmp_path / report))

    assert stop.value.returncode == 2
    assert not Article.objects.exists()


def test_a_failed_file_ends_with_1_and_the_others_are_imported(tmp_path):
    document(tmp_path / "d" / "a.md")
    (tmp_path / "d" / "b.md").write_bytes(b"")
    document(tmp_path / "d" / "c.md", "Bài khác")

    with pytest.raises(CommandError, match="1 of 3 files failed") as stop:
        call_command("import_documents", tmp_path / "d", verbosity=0)

    assert stop.value.returncode == 1
    assert Article.objects.count() == 2


def test_no_documents_is_a_warning(tmp_path):
    (tmp_path / "d").mkdir()
    warnings = io.StringIO()

    call_command("import_documents", tmp_path / "d", stderr=warnings, report=str(tmp_path / "r.json"))

    assert warnings.getvalue() == "No documents found.\n"
    assert json.loads((tmp_path / "r.json").read_text()) == []


@pytest.mark.one_database
@pytest.mark.parametrize(("paths", "status"), [(["rong"], 0), (["hong"], 1), (["khong-co"], 2), ([], 2)])
def test_the_process_ends_with_the_status_of_the_contract(tmp_path, paths, status):
    (tmp_path / "rong").mkdir()
    (tmp_path / "hong").mkdir()
    (tmp_path / "hong" / "a.md").write_bytes(b"\xff\xff")

    process = subprocess.run(
        [sys.executable, "manage.py", "import_documents", *(tmp_path / path for path in paths)],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "newsroom.settings"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert process.returncode == status
    assert "Traceback" not in process.stderr


# --- What it prints and reports


def test_each_file_has_its_line_and_its_warnings_below(tmp_path):
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "a.txt").write_bytes(dump(standfirst=""))
    (folder / "b.md").write_text("")
    document(folder / "c.md")

    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("import_documents", folder, stdout=out)

    assert out.getvalue().splitlines() == [
        f"created   {folder}/a.txt: tieu-de-mau",
        "    There is no standfirst.",
        f"failed    {folder}/b.md: is empty",
        f"created   {folder}/c.md: bai-mau",
        "3 files: 2 created, 1 failed",
    ]


def test_progress_is_shown_on_a_terminal_only(tmp_path):
    document(tmp_path / "a.md")

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    call_command("import_documents", tmp_path / "a.md", stdout=terminal, no_color=True)

    assert terminal.getvalue().startswith("1/1 created ")
    assert output_of(tmp_path / "a.md").startswith("unchanged ")


def test_the_report_is_json_in_plain_utf8(tmp_path):
    document(tmp_path / "d" / "bài.md", "Tít đẹp")
    (tmp_path / "d" / "hỏng.md").write_text("")
    report = tmp_path / "báo cáo.json"

    report_of(tmp_path / "d", to=report)

    text = report.read_text(encoding="utf-8")
    assert "hỏng.md" in text
    assert json.loads(text) == [
        {
            "file": f"{tmp_path}/d/bài.md",
            "status": "created",
            "slug": "tit-dep",
            "warnings": [],
            "error": None,
        },
        {
            "file": f"{tmp_path}/d/hỏng.md",
            "status": "failed",
            "slug": None,
            "warnings": [],
            "error": "is empty",
        },
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["báo cáo.json", "d"]


def test_a_run_that_is_interrupted_reports_what_it_did(tmp_path, monkeypatch):
    from articles.importing import Importer

    for name in ("a.md", "b.md"):
        document(tmp_path / "d" / name)
    import_file = Importer.import_file

    def interrupt(self, found):
        if found.path.endswith("b.md"):
            raise KeyboardInterrupt
        return import_file(self, found)

    monkeypatch.setattr(Importer, "import_file", interrupt)

    with pytest.raises(KeyboardInterrupt):
        call_command("import_documents", tmp_path / "d", report=str(tmp_path / "r.json"), verbosity=0)

    assert [entry["status"] for entry in json.loads((tmp_path / "r.json").read_text())] == ["created"]


# --- Files of one run that are, or seem, the same document


def test_two_normal_forms_of_one_document_are_one_story(tmp_path):
    content = dump().decode()
    (tmp_path / "d").mkdir()
    for form in ("NFC", "NFD"):
        (tmp_path / "d" / f"{form}.txt").write_text(unicodedata.normalize(form, content))

    for _repetition in range(2):
        composed, decomposed = report_of(tmp_path / "d", to=tmp_path / "r.json")
    assert (composed["status"], decomposed["status"]) == ("unchanged", "unchanged")
    assert decomposed["warnings"] == [f"Says the same as {tmp_path}/d/NFC.txt."]
    assert Article.objects.count() == 1


def test_two_texts_with_one_source_address_are_told_apart_by_nobody(tmp_path):
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.txt").write_bytes(dump())
    (tmp_path / "d" / "b.txt").write_bytes(dump("Một đoạn khác hẳn."))

    for expected in ("created", "unchanged"):
        first, second = report_of(tmp_path / "d", to=tmp_path / "r.json")

        assert (first["status"], second["status"]) == (expected, "failed")
        assert second["error"] == f"states the source address of {first['file']}, but says something else"


def test_two_files_with_one_name_and_no_source_address_are_told_apart_by_nobody(tmp_path):
    document(tmp_path / "d" / "a" / "bai.md", "Bài một")
    document(tmp_path / "d" / "b" / "bai.md", "Bài hai")

    first, second = report_of(tmp_path / "d", to=tmp_path / "r.json")

    assert (first["status"], second["status"]) == ("created", "failed")
    assert "no source address tells them apart" in second["error"]


# --- A folder as it comes


@pytest.fixture
def hostile(tmp_path) -> Path:
    folder = tmp_path / "d"
    folder.mkdir()
    table = "| Đơn vị | Số |\n| --- | --- |\n| Mẫu | 3 |"
    hostile_html = "<script>alert(1)</script> Đoạn <b onclick=x>đậm</b> [bấm](javascript:alert(1)) hết."
    files = {
        "bom.txt": b"\xef\xbb\xbf" + dump(url="https://vi.du/bom"),
        "crlf.txt": dump(url="https://vi.du/crlf").replace(b"\n", b"\r\n"),
        "nfd.txt": unicodedata.normalize("NFD", dump(url="https://vi.du/nfd").decode()).encode(),
        "khong-ten.txt": dump(url="https://vi.du/khong-ten", byline=""),
        "khong-sapo.txt": dump(url="https://vi.du/khong-sapo", standfirst=""),
        "khong-nguon.txt": dump(url="", excerpt=""),
        "bang.md": f"# Có bảng\n\n{PROSE}\n\n{table}\n".encode(),
        "danh-sach.md": f"# Có danh sách\n\n{PROSE}\n\n- một\n- hai\n".encode(),
        "html.md": f"# Tít <img src=x onerror=alert(1)>\n\n{hostile_html}\n".encode(),
        "dau.md": ("# Dấu\n\n" + "e" + "\N{COMBINING ACUTE ACCENT}" * 100_000 + f"\n\n{PROSE}\n").encode(),
        "latin.txt": "Tít cũ\n====\n\nBài viết bằng mã khác.".encode("cp1258", errors="replace"),
        "rong.md": b"",
        "trang.md": b" \n\n\t\n",
        "chi-tit.md": b"# Ch\xe1\xbb\x89 t\xc3\xadt\n",
        "nhi-phan.md": bytes(range(256)) * 40,
        "qua-lon.md": b"# A\n\n" + b"b" * (9 * 1024 * 1024),
        "toml.md": b"+++\ntitle = \n+++\nA\n",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


BROKEN = {"latin.txt", "rong.md", "trang.md", "chi-tit.md", "nhi-phan.md", "qua-lon.md", "toml.md"}


def test_a_hostile_folder_is_imported_right_or_refused_with_a_reason(hostile, tmp_path, client):
    report = report_of(hostile, to=tmp_path / "r.json", publish=True)

    assert {Path(entry["file"]).name for entry in report if entry["status"] == "failed"} == BROKEN
    for entry in report:
        if entry["status"] == "failed":
            assert entry["error"]
            assert "\n" not in entry["error"]
            assert not entry["error"].startswith(("Traceback", "Exception"))
            continue
        assert entry["status"] == "created"
        page = client.get(f"/{entry['slug']}/")
        assert page.status_code == 200
        for debris in (b"alert(1)</script>", b"onerror", b"onclick", b"javascript:", b":gift:", b"more("):
            assert debris not in page.content
    assert Article.objects.count() == len(report) - len(BROKEN)
    assert all(unicodedata.is_normalized("NFC", article.body) for article in Article.objects.all())


def test_a_hostile_folder_comes_in_the_same_whatever_stands_beside_it(hostile, tmp_path):
    together = report_of(hostile, to=tmp_path / "r.json")
    Article.objects.all().delete()
    for name in BROKEN:
        (hostile / name).unlink()

    alone = report_of(hostile, to=tmp_path / "r.json")

    assert alone == [entry for entry in together if entry["status"] == "created"]


def test_a_hostile_folder_can_be_repeated(hostile, tmp_path):
    report_of(hostile, to=tmp_path / "r.json", publish=True)
    report = report_of(shutil.copytree(hostile, tmp_path / "e"), to=tmp_path / "r.json", publish=True)

    assert {entry["status"] for entry in report} == {"unchanged", "failed"}


def test_a_document_of_several_megabytes_is_imported_whole(tmp_path):
    paragraph = "Đoạn văn mẫu này kể một việc không có thật. " * 120
    body = "\n\n".join(f"{number}. {paragraph}" for number in range(900))
    path = document(tmp_path / "lon.md", body=body.replace(". ", ": ", 1))
    assert path.stat().st_size > 5 * 1024 * 1024

    (entry,) = report_of(path, to=tmp_path / "r.json")

    assert entry["status"] == "created"
    assert Article.objects.get().body.count("Đoạn văn mẫu này") == 900 * 120
