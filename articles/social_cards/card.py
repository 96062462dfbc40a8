"""Which card a story has, and whether readers may see it."""

import hashlib
from functools import cache
from pathlib import Path

from articles.models import Article
from articles.photos.markup import media_url, social_url
from articles.social_cards.drawing import Words

FOLDER = "the-bai"  # of the storage, with a folder for each story
_OVER_PICTURE, _ON_PAPER = "anh", "chu"


def wanted_name(article: Article, words: Words) -> str:
    """Storage name of the card that the story should have: another one whenever anything on it differs."""
    photo = picture_name(article)
    content = "\n".join((_design(), words.title, words.kicker, words.house, photo))
    digest = hashlib.blake2s(content.encode(), digest_size=10).hexdigest()
    return f"{FOLDER}/{article.pk}/{_OVER_PICTURE if photo else _ON_PAPER}-{digest}.jpg"


def words_of(article: Article, house: str) -> Words:
    section = article.section.name if article.section else ""
    return Words(article.title, article.kicker or section, house)


def picture_name(article: Article) -> str:
    """The lead's crop that readers may see, empty where there is none."""
    photo = article.lead_photo
    return photo.renditions["social"]["name"] if photo and social_url(photo) else ""


def is_shown(article: Article) -> bool:
    """Whether readers may see the story's card: while the story is out and the rights of its picture last."""
    return article.is_public and _is_good(article)


def card_of(article: Article) -> str:
    """Path of the picture for links to the story once it is out: its card, else the lead's crop, else an empty text."""
    if _is_good(article):
        return media_url(article.social_card)
    return social_url(article.lead_photo) if article.lead_photo else ""


def _is_good(article: Article) -> bool:
    card = article.social_card
    return bool(card) and (f"/{_OVER_PICTURE}-" not in card or bool(picture_name(article)))


@cache
def _design() -> str:
    """Changes whenever the drawing does."""
    here = Path(__file__).parent
    return hashlib.blake2s(
        b"".join((here / name).read_bytes() for name in ("drawing.py", "type_setting.py"))
    ).hexdigest()
