"""Draws cards, stores their files and notes them on the stories."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image

from articles.models import Article, Masthead
from articles.social_cards.card import FOLDER, ON_PAPER, OVER_PICTURE, picture_name
from articles.social_cards.drawing import Words, draw


def make(stories, *, lost: bool = False) -> list[Article]:
    """Draw the cards that these stories should have and do not; returns those that got one. Safe to repeat.

    With `lost` also where the file of a card is not in storage any more.
    """
    house, made = Masthead.current().name or settings.SITE_NAME, []
    rows = stories.filter(state=Article.State.PUBLISHED).select_related("section", "lead_photo")
    for story in (
        rows.defer("body", "story_html", "head_html", "structured_data")
        .order_by("pk")
        .iterator(chunk_size=200)
    ):
        words, before = _words_of(story, house), story.social_card
        name = _wanted_name(story, words)
        if name == before and not (lost and not default_storage.exists(name)):
            continue
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(draw(words, _picture(story))))
        # Whoever published the story again meanwhile draws the card of that text.
        if Article.objects.filter(pk=story.pk, social_card=before).update(social_card=name):
            made.append(story)
            if before and before != name:
                default_storage.delete(before)
    return made


def forget(article: Article) -> None:
    """Remove the card's file once the transaction commits; for a story that is deleted."""
    if name := article.social_card:
        transaction.on_commit(lambda: default_storage.delete(name))


def _wanted_name(article: Article, words: Words) -> str:
    """Storage name of the card that the story should have: another one whenever anything on it differs."""
    photo = picture_name(article)
    content = "\n".join((_design(), words.title, words.kicker, words.house, photo))
    digest = hashlib.blake2s(content.encode(), digest_size=10).hexdigest()
    return f"{FOLDER}/{article.pk}/{OVER_PICTURE if photo else ON_PAPER}-{digest}.jpg"


def _words_of(article: Article, house: str) -> Words:
    section = article.section.name if article.section else ""
    return Words(article.title, article.kicker or section, house)


@cache
def _design() -> str:
    """Changes whenever the drawing does."""
    here = Path(__file__).parent
    return hashlib.blake2s(
        b"".join((here / name).read_bytes() for name in ("drawing.py", "type_setting.py"))
    ).hexdigest()


def _picture(story: Article) -> Image.Image | None:
    name = picture_name(story)
    if not name:
        return None
    with default_storage.open(name) as file, Image.open(file) as image:
        return image.convert("RGB")
