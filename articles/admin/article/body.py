"""The body between its two homes: clean HTML on the shelf, a page-like editor on the desk."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from newsroom.body_html import clean_body, tree
from newsroom.languages import LANGUAGES
from newsroom.videos import PROVIDERS
from newsroom.vietnamese import nfc

# Names that the editor's own module or articles/static/articles/editor/story.js exports.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3]},
    "Blockquote": True,
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Figure": True,
    "Caption": True,
    "Image": True,
    "PullQuote": True,
    "Foreign": True,
    "Video": True,
    "Fullscreen": True,
    "BlockIds": True,
    "CleanPaste": True,
}


def to_editor(body: str) -> str:
    """The stored body with an address on each picture, so that the editor can show it."""
    if not body:
        return ""
    root = tree.parse(body)
    for image in root.iter("img"):
        image.set("src", reverse("admin:articles_photo_thumbnail", args=[image.get("data-file")]))
    return tree.serialise(root)


def from_editor(html: str) -> str:
    """What the editor posts, as the house stores it: allow-listed, without the editor's scaffolding.

    The editor puts a paragraph into every list item and cell, and the head of a table into its
    body. A list item takes over the id of its only paragraph, which owned the words.
    """
    body = clean_body(html)
    if not body:
        return ""
    root = tree.parse(body)
    for holder in list(root.iter("li", "td", "th")):
        _unwrap_only_paragraph(holder)
    for table in root.iter("table"):
        _raise_head(table)
    return tree.serialise(root)


def _unwrap_only_paragraph(holder) -> None:
    first, *others = list(holder) or [None]
    if first is None or first.tag != "p" or (holder.text or "").strip():
        return
    if any(other.tag not in {"ul", "ol"} for other in others):
        return
    if holder.tag == "li" and first.get("id"):
        holder.set("id", first.get("id"))
    first.drop_tag()


def _raise_head(table) -> None:
    body = table.find("tbody")
    if body is None or table.find("thead") is not None:
        return
    rows = body.findall("tr")
    heads = []
    for row in rows:
        if not len(row) or any(cell.tag != "th" for cell in row):
            break
        heads.append(row)
    if heads and len(heads) < len(rows):
        head = table.makeelement("thead")
        table.insert(0, head)
        head.extend(heads)


class BodyWidget(AdminProseEditorWidget):
    """The editor with our extensions, the address of the picture picker, languages and the sites of videos."""

    def get_config(self):
        config = super().get_config()
        config["extensions"]["Figure"] = {"pickerUrl": reverse("admin:articles_photo_picker")}
        languages = [(code, str(name)) for code, name in LANGUAGES.items()]
        config["extensions"]["Foreign"] = {"languages": languages}
        config["extensions"]["Video"] = {
            "providers": [
                {"name": provider.name, "label": provider.label, "addresses": provider.addresses}
                for provider in PROVIDERS
            ]
        }
        return config | {"js_modules": [static("articles/editor/story.js")]}

    def format_value(self, value):
        return value or ""


class BodyFormField(ProseEditorFormField):
    """Cleans what the editor posts; a body that was not touched is not changed by being shown."""

    def __init__(self, **kwargs):
        super().__init__(
            **{
                "label": _("Body"),
                "required": False,
                "widget": BodyWidget,
                "extensions": EXTENSIONS,
                "sanitize": from_editor,
                **kwargs,
            }
        )

    def has_changed(self, initial, data):
        """`initial` as the editor was given it."""
        posted, given = nfc(data or "").strip(), initial or ""
        return posted != given and from_editor(posted) != from_editor(given)
