"""Every kind of page, and the text that feeds carry, before the Nu HTML checker."""

import json
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.environment import ROOT

pytestmark = pytest.mark.audit

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
BROKEN = (
    '<!DOCTYPE html><html lang="vi"><title>Trang hỏng</title><p><div id="a"></div></p><img src="x"><p id="a">'
)
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


@pytest.fixture
def complaints(tool, tmp_path):
    """complaints({name: HTML}): the errors that the checker finds in these documents."""

    def check(documents: dict[str, str]) -> list[str]:
        names = {}
        for number, (name, text) in enumerate(documents.items()):
            path = tmp_path / f"{number}.html"
            path.write_text(text)
            names[path.name] = name
        done = subprocess.run(
            [
                tool("java"),
                "-jar",
                CHECKER,
                "--format",
                "json",
                "--stdout",
                *map(str, tmp_path.glob("*.html")),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        said = [one for one in json.loads(done.stdout)["messages"] if one["type"] == "error"]
        return sorted(
            f"{names[Path(one['url']).name]}:{one.get('lastLine')} {one['message']} {one.get('extract', '')!r}"
            for one in said
        )

    return check


def test_the_checker_sees_a_page_broken_on_purpose(complaints):
    said = " ".join(complaints({"hỏng": BROKEN}))

    assert all(word in said for word in ("alt", "Duplicate ID", "No “p” element in scope"))


def test_every_kind_of_page_is_valid(site, complaints):
    assert complaints({path: site.read(path) for path in site.pages()}) == []


def test_the_text_of_every_feed_entry_is_valid(site, complaints):
    rss = ElementTree.fromstring(site.read("/rss.xml"))
    texts = [item.findtext(CONTENT) for item in rss.iter("item")]
    texts += [item["content_html"] for item in json.loads(site.read("/feed.json"))["items"]]
    page = '<!DOCTYPE html><html lang="vi"><title>Bài trong bản tin</title><body>{}'

    assert len(texts) == 10
    assert all(re.search(r"<p[ >]", text) for text in texts)
    assert complaints({f"bài {number}": page.format(text) for number, text in enumerate(texts)}) == []
