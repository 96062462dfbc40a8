"""What a snapshot holds, read from a story's row and brought into the form in which it is kept."""

from articles.models import Article, Photo
from articles.tag_names import split_tag_names
from newsroom.body_field import settled
from newsroom.body_html import read_blocks
from newsroom.partial_dates import PartialDate
from newsroom.vietnamese import collapse_spaces

TEXT_FIELDS = (
    "title",
    "kicker",
    "slug",
    "standfirst",
    "body",
    "source_name",
    "source_url",
    "source_published_on",
    "source_published_basis",
    "source_published_note",
    "event_date",
    "event_date_basis",
    "event_date_note",
    "genre",
)
BYLINE_KEYS = ("role", "job_title", "raw_line")
RELATED_KEYS = ("title", "url", "kind")


def empty_snapshot() -> dict:
    """The snapshot of a story that has nothing yet."""
    return dict.fromkeys(TEXT_FIELDS, "") | {
        "section": None,
        "series": None,
        "part": None,
        "lead_photo": "",
        "tags": [],
        "bylines": [],
        "related": [],
    }


def snapshot_of(article: Article) -> dict:
    """The content of the story's row and its relations."""
    snapshot = _columns_of(article)
    if article.pk is None:
        return snapshot | {"tags": [], "bylines": [], "related": []}
    snapshot["tags"] = [use.tag.name for use in article.tag_uses.select_related("tag")]
    snapshot["bylines"] = [
        {"author": line.author_id} | {key: getattr(line, key) for key in BYLINE_KEYS}
        for line in article.bylines.all()
    ]
    snapshot["related"] = [
        {key: getattr(item, key) for key in RELATED_KEYS} for item in article.related_items.all()
    ]
    return snapshot


def is_row(snapshot: dict, article: Article) -> bool:
    """Whether the snapshot says what the story's row and its relations say; these are read where the row agrees."""
    return snapshot == snapshot | _columns_of(article) and snapshot == snapshot_of(article)


def _columns_of(article: Article) -> dict:
    snapshot = {name: _plain(getattr(article, name)) for name in TEXT_FIELDS}
    snapshot |= {"section": article.section_id, "series": article.series_id, "part": article.part}
    return snapshot | {"lead_photo": article.lead_photo.ref if article.lead_photo else ""}


def normalised(snapshot: dict, previous_body: str = "") -> dict:
    """The snapshot with every text as the model's fields would store it, and ids on every block."""
    result = empty_snapshot() | snapshot
    for name in TEXT_FIELDS:
        field = Article._meta.get_field(name)
        result[name] = _plain(field.to_python(result[name] or ""))
    result["body"] = settled(result["body"], previous_body)
    result["part"] = result["part"] if result["series"] else None
    result["tags"] = split_tag_names(",".join(result["tags"]))
    result["bylines"] = _rows(result["bylines"], ("author", *BYLINE_KEYS))
    result["related"] = _rows(result["related"], RELATED_KEYS)
    return result


def captions_of(snapshot: dict) -> dict[str, str]:
    """Refs of the pictures in order, the lead first, with the caption that each has in the body."""
    captions = {snapshot["lead_photo"]: ""}
    for block in read_blocks(snapshot["body"]):
        if block.photo:
            captions.setdefault(block.photo, block.text)
    return captions


def photos_of(snapshot: dict) -> dict[str, Photo]:
    """Photos that the snapshot uses, by ref: the lead and those of the body."""
    refs = [snapshot["lead_photo"], *refs_in(snapshot["body"])]
    return {photo.ref: photo for photo in Photo.objects.filter(ref__in=[ref for ref in refs if ref])}


def refs_in(body: str) -> list[str]:
    """Refs of the pictures in the body, in order."""
    return [block.photo for block in read_blocks(body) if block.photo]


def _plain(value) -> str:
    if isinstance(value, PartialDate):
        return value.iso()
    return value if isinstance(value, str) else "" if value is None else str(value)


def _rows(rows: list[dict], keys: tuple[str, ...]) -> list[dict]:
    def clean(value):
        return collapse_spaces(value) if isinstance(value, str) else value

    return [{key: clean(row.get(key, "")) for key in keys} for row in rows]
