"""Which card a story has, and whether readers may see it."""

from articles.models import Article
from articles.photos.markup import media_url, social_url

FOLDER = "the-bai"  # of the storage, with a folder for each story
OVER_PICTURE, ON_PAPER = "anh", "chu"


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
    return bool(card) and (f"/{OVER_PICTURE}-" not in card or bool(picture_name(article)))
