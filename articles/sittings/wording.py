"""Parts of a story in words for a person, and which words differ."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.comparing import markup, snapshots
from articles.comparing.words import compare_texts
from articles.models import Author, Byline, Photo
from newsroom.body_html import tree
from newsroom.body_html.blocks import words_of


class Names:
    """Photos and authors that the snapshots name; two queries for any number."""

    def __init__(self, *texts: dict):
        keys = [line["author"] for one in texts for line in one["bylines"]]
        refs = [one["lead_photo"] for one in texts if one["lead_photo"]]
        self.authors = dict(Author.objects.filter(pk__in=keys).values_list("pk", "name"))
        self.photos = dict(Photo.objects.filter(ref__in=refs).values_list("ref", "caption"))

    def of(self, name: str, *values) -> list[str]:
        """Values of a field as a person reads them."""
        if name == "lead_photo":
            return [self.photos.get(value) or value or "" for value in values]
        if name == "bylines":
            return ["\n".join(map(self._byline, value or [])) for value in values]
        if name == "related":
            return ["\n".join(f"{item['title']} ({item['url']})" for item in value or []) for value in values]
        if name == "tags":
            return [", ".join(value or []) for value in values]
        return snapshots.in_words(name, *values)

    def _byline(self, line: dict) -> str:
        role = dict(Byline.Role.choices).get(line["role"], line["role"])
        author = self.authors.get(line["author"], _("an author who is gone"))
        return " · ".join(filter(None, (author, str(role), line["job_title"])))


def label_of(name: str) -> str:
    """How the form calls a field of the snapshot."""
    own = {"bylines": _("Bylines"), "related": _("Related"), "tags": _("Tags")}
    return own.get(name) or snapshots.label_of(name)


def block_words(html: str | None) -> str:
    """The words of a block; a picture is named by its reference."""
    if not html:
        return ""
    root = tree.parse(html)
    pictures = [f"[{image.get('data-file')}]" for image in root.iter("img")]
    return " ".join([*pictures, words_of(root)])


def marked(theirs: str, mine: str) -> tuple[SafeString, SafeString]:
    """Both texts with the words marked that the other does not have at that place."""
    runs = compare_texts(theirs, mine)
    return markup.before(runs), markup.after(runs)
