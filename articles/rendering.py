"""The reader's HTML of a story, made once when the story is published and stored on its row."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from articles import working_copy
from articles.body_parts import dress_body
from articles.models import Article, ArticlePhoto, Byline, Correction, Photo
from articles.models.tag import TaggedArticle
from articles.photos.markup import picture_html
from articles.reading import onward
from articles.reading.page import page_body
from articles.structured_data import as_json, last_change, news_article
from newsroom import places
from newsroom.body_html import count_words, tree
from newsroom.site import absolute

LEAD_SIZES = "(min-width: 64rem) 66rem, 100vw"
# How a story stands beside another one.
CARD_BESIDE = {
    "level": 3,
    "sizes": "(min-width: 64rem) 18rem, (min-width: 40rem) 45vw, 34vw",
    "brief": True,
}
# What a page prints or leads on by besides the row; whoever renders many pages fetches it for all of them at once.
RELATIONS = (
    Prefetch("photo_uses", ArticlePhoto.objects.select_related("photo")),
    Prefetch("bylines", Byline.objects.select_related("author")),
    Prefetch("tag_uses", TaggedArticle.objects.select_related("tag")),
    "related_items",
    "subjects",
    Prefetch("corrections", Correction.objects.order_by("-at", "-pk")),
)
_ROOT = Path(__file__).resolve().parent.parent
# Whatever puts words or markup into a stored page, the box of the registry included, counts its words, or
# makes the entry of the search index that is written beside it.
_SOURCES = (
    "articles/templates/articles",
    "articles/templatetags",
    "articles/rendering.py",
    "articles/body_parts.py",
    "articles/photos/markup.py",
    "articles/reading",
    "articles/search/texts.py",
    "articles/search/words.py",
    "articles/social_cards/card.py",
    "articles/structured_data",
    "awards/templates",
    "awards/templatetags",
    "awards/beside.py",
    "newsroom/body_html/blocks.py",
    "newsroom/stated.py",
    "newsroom/videos.py",
)


@dataclass(frozen=True)
class Rendered:
    """A story in the forms in which it is stored for readers and for programs."""

    html: SafeString
    head: SafeString
    card: SafeString
    structured_data: str
    changed_at: datetime | None


def render_story(article: Article) -> Rendered:
    """What a published story decides of its page and of others', and its data."""
    with translation.override(settings.LANGUAGE_CODE):
        shown = story_context(article)
        html = render_to_string("articles/story.html", shown)
        head = render_to_string("articles/includes/story_head.html", shown)
        card = render_to_string("articles/includes/card.html", CARD_BESIDE | {"story": article})
        data = as_json(news_article(article, shown))
    return Rendered(html, head, card, data, last_change(article, shown["corrections"]))


def story_context(article: Article) -> dict:
    """What the story template prints, from the row and its relations."""
    prefetch_related_objects([article], *RELATIONS)
    photos = {use.photo.ref: use.photo for use in article.photo_uses.all()}
    return {
        "article": article,
        "bylines": list(article.bylines.all()),
        "photos": photos,
        "lead": article.lead_photo,
        "lead_sizes": LEAD_SIZES,
        "body": page_body(article, photos),
        "address": absolute(article.get_absolute_url()),
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "tags": [use.tag for use in article.tag_uses.all()],
        "corrections": [note for note in article.corrections.all() if note.is_published],
        "asides": [aside for aside in places.ask("story_aside", article) if aside],
    }


def body_for_readers(body: str, photos: dict[str, Photo]) -> SafeString:
    """The stored body with pictures, captions, credits and doors to its videos, as other programs get it.

    A story's own page adds what helps a reader there: see `articles.reading`.
    """
    if not body:
        return mark_safe("")
    root = tree.parse(body)
    dress_body(root, body, photos, picture_html)
    return mark_safe(tree.serialise(root))  # noqa: S308  allow-listed when stored, dressed by code only


def previewed(article: Article, snapshot: dict) -> Article:
    """The story as readers would get it from this working copy, with its page; nothing is kept.

    The snapshot is applied inside a transaction that is rolled back, so that a preview is by
    construction the reader's page.
    """
    with transaction.atomic():
        row = Article.objects.get(pk=article.pk)
        working_copy.apply(row, snapshot)
        row.word_count = count_words(row.body)
        row.onward = onward.work_out(row)
        row.story_html = render_story(row).html
        transaction.set_rollback(True)
    return row


@cache
def fingerprint() -> str:
    """Changes whenever the code, templates or settings that make stored pages change."""
    digest = hashlib.blake2s(f"{settings.SITE_URL} {settings.SITE_NAME}".encode(), digest_size=16)
    for source in _SOURCES:
        path = _ROOT / source
        for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            if file.suffix in (".html", ".py"):
                digest.update(file.read_bytes())
    return digest.hexdigest()
