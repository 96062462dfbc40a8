"""A story as schema.org's NewsArticle, from the same rows as its page."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from articles.models import Article, Author, Byline, Correction, Photo
from articles.photos.markup import file_url, media_url, social_url
from articles.photos.sizes import SOCIAL_SIZE
from articles.structured_data.site import principles, publisher_id
from articles.templatetags.reading_tags import WORDS, words
from newsroom.site import absolute

# Roles that schema.org has a property for; the others contribute under the name of their role.
_PROPERTIES = {
    Byline.Role.AUTHOR: "author",
    Byline.Role.EDITOR: "editor",
    Byline.Role.TRANSLATOR: "translator",
}


def news_article(article: Article, shown: dict) -> dict:
    """What programs are told; `shown` is what the story's page prints (`rendering.story_context`)."""
    address = absolute(article.get_absolute_url())
    corrections = shown["corrections"]
    return {
        "@type": "NewsArticle",
        "@id": f"{address}#bai",
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "headline": article.title,
        "alternativeHeadline": article.kicker,
        "description": article.standfirst,
        "inLanguage": settings.LANGUAGE_CODE,
        "datePublished": _moment(article.published_at),
        "dateModified": _moment(last_change(article, corrections)),
        "dateline": _dateline(article),
        "temporalCoverage": article.event_date.iso() if article.event_date else None,
        **_signatures(shown["bylines"]),
        "publisher": {"@id": publisher_id()},
        "publishingPrinciples": principles(),
        "isAccessibleForFree": True,
        "articleSection": article.section.name if article.section else None,
        "genre": WORDS.get(article.genre),
        "keywords": [tag.name for tag in shown["tags"]],
        "wordCount": article.word_count,
        "image": _images(article, shown["photos"]),
        "isPartOf": {"@type": "CreativeWorkSeries", "name": article.series.name} if article.series else None,
        "position": article.part,
        "isBasedOn": article.source_url,
        "correction": [_correction(note) for note in corrections],
    }


def _moment(at) -> str | None:
    return timezone.localtime(at).isoformat(timespec="seconds") if at else None


def last_change(article: Article, corrections: list[Correction]) -> datetime | None:
    """When readers last got something new: the publication, an update or a correction."""
    moments = [article.published_at, article.updated_at, *(note.at for note in corrections)]
    return max((moment for moment in moments if moment), default=None)


def _dateline(article: Article) -> str:
    """Where the story was filed and when: the house, since no place is recorded, and the day."""
    house = article.source_name or settings.SITE_NAME
    if article.source_name and article.source_published_on:
        return f"{house}, {article.source_published_on.display()}"
    if article.source_name or article.published_at is None:
        return house
    day = timezone.localtime(article.published_at)
    return f"{house}, {day.day}/{day.month}/{day.year}"


def _signatures(bylines: list[Byline]) -> dict:
    """Every signature under the property of its role, in printed order; the house where nobody signs."""
    found = {}
    for line in bylines:
        name = _PROPERTIES.get(line.role, "contributor")
        person = signer(line.author, job_title=line.job_title)
        if name == "contributor":
            person = {"@type": "Role", "roleName": words(line.role), "contributor": person}
        found.setdefault(name, []).append(person)
    return {"author": [{"@id": publisher_id()}]} | found


def signer(author: Author, *, job_title: str = "") -> dict:
    """Who signs, as person or house."""
    is_house = author.kind == Author.Kind.AGENCY
    address = absolute(author.get_absolute_url())
    return {
        "@type": "Organization" if is_house else "Person",
        "@id": f"{address}#nguoi-viet",
        "name": author.name,
        "url": address,
        "jobTitle": None if is_house else job_title or author.job_title,
    }


def _images(article: Article, photos: dict[str, Photo]) -> list[dict]:
    """The lead's crop, then every picture of the story; none whose rights have ended. Else the story's card."""
    crop = social_url(article.lead_photo) if article.lead_photo else ""
    shown = [_image(photo) for photo in photos.values() if file_url(photo)]
    if not crop and not shown and article.social_card:
        crop = media_url(article.social_card)
    if not crop:
        return shown
    width, height = SOCIAL_SIZE
    return [{"@type": "ImageObject", "url": absolute(crop), "width": width, "height": height}, *shown]


def _image(photo: Photo) -> dict:
    """A picture; `identifier` is the reference by which the body points at it."""
    file = photo.renditions["jpeg"]
    return {
        "@type": "ImageObject",
        "identifier": photo.ref,
        "url": absolute(file_url(photo)),
        "width": file["width"],
        "height": file["height"],
        "contentSize": str(file.get("bytes", "")),
        "encodingFormat": "image/jpeg",
        "name": "" if photo.decorative else photo.alt,
        "caption": photo.caption,
        "creditText": photo.credit,
    }


def _correction(note: Correction) -> dict:
    return {
        "@type": "CorrectionComment",
        "name": words(note.kind),
        "text": note.text,
        "datePublished": _moment(note.at),
    }
