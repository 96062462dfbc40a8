"""Parts of a story in words for a person, and which words differ."""

from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.models import Article, Author, Byline, Photo, Section
from newsroom.body_html import tree
from newsroom.body_html.blocks import words_of
from newsroom.stated import Basis

# Beyond this many words a block is shown without marks, so that the page stays quick.
MOST_WORDS = 3000


class Names:
    """Sections, photos and authors that the snapshots name; three queries for any number."""

    def __init__(self, *snapshots: dict):
        keys = [line["author"] for one in snapshots for line in one["bylines"]]
        sections = [one["section"] for one in snapshots if one["section"]]
        refs = [one["lead_photo"] for one in snapshots if one["lead_photo"]]
        self.authors = dict(Author.objects.filter(pk__in=keys).values_list("pk", "name"))
        self.sections = dict(Section.objects.filter(pk__in=sections).values_list("pk", "name"))
        self.photos = dict(Photo.objects.filter(ref__in=refs).values_list("ref", "caption"))

    def of(self, name: str, value) -> str:
        """A field's value as a person reads it."""
        if name == "section":
            return self.sections.get(value, "")
        if name == "lead_photo":
            return self.photos.get(value) or value or ""
        if name == "bylines":
            return "; ".join(map(self._byline, value))
        if name == "related":
            return "; ".join(f"{item['title']} ({item['url']})" for item in value)
        if name.endswith("_basis"):
            return str(dict(Basis.choices).get(value, value))
        return ", ".join(value) if isinstance(value, list) else str(value or "")

    def _byline(self, line: dict) -> str:
        role = dict(Byline.Role.choices).get(line["role"], line["role"])
        extra = f", {line['job_title']}" if line["job_title"] else ""
        return f"{self.authors.get(line['author'], '?')} ({role}{extra})"


def label_of(name: str) -> str:
    """How the form calls a field of the snapshot."""
    own = {"bylines": _("Bylines"), "related": _("Related"), "tags": _("Tags")}
    return own.get(name) or capfirst(Article._meta.get_field(name).verbose_name)


def block_words(html: str | None) -> str:
    """The words of a block; a picture is named by its reference."""
    if not html:
        return ""
    root = tree.parse(html)
    pictures = [f"[{image.get('data-file')}]" for image in root.iter("img")]
    return " ".join([*pictures, words_of(root)])


def marked(one: str, other: str) -> tuple[SafeString, SafeString]:
    """Both texts with the words marked that the other does not have at that place."""
    words = one.split(), other.split()
    if len(words[0]) + len(words[1]) > MOST_WORDS:
        return format_html("{}", one), format_html("{}", other)
    pieces: tuple[list, list] = ([], [])
    matcher = SequenceMatcher(None, *words, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        for side, text in enumerate((words[0][start:end], words[1][other_start:other_end])):
            if text:
                pattern = "{}" if tag == "equal" else "<mark>{}</mark>"
                pieces[side].append(format_html(pattern, " ".join(text)))
    left, right = (format_html_join(" ", "{}", ((piece,) for piece in side)) for side in pieces)
    return left, right
