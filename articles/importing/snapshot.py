"""From a parsed document to a snapshot of a story, with the records that it needs."""

from collections.abc import Callable

from django.db.models import Model
from django.utils.translation import gettext as _

from articles import furniture
from articles.documents import ParsedDocument
from articles.importing.authors import authors_of
from articles.importing.photos import body_with, photos_of
from articles.models import Section, Series, Tag
from articles.tag_names import split_tag_names
from articles.working_copy import TEXT_FIELDS
from newsroom.vietnamese import exact_key, fold


def snapshot_from(
    document: ParsedDocument,
    before: dict,
    warn: Callable[[str], None],
    *,
    may_add: Callable[[type[Model]], bool] = lambda model: True,
) -> dict:
    """The story that the document tells. Authors and photos that are missing are made.

    A section or a series that is missing is made where the importing person `may_add` one, else left
    out. `before` is the story's newest snapshot, an empty one for a new story. An address once given
    stays.
    """
    photos = photos_of(document, before["lead_photo"], warn)
    lead = next((photo.ref for photo in document.photos if photo.lead), None)
    section = _section_of(document.section, warn, may_add(Section))
    series = _series_of(document.series, warn, may_add(Series))
    return {
        **{name: getattr(document, name) for name in TEXT_FIELDS if name != "body"},
        "slug": before["slug"] or document.slug,
        "body": body_with(document.body_html, document, photos) if photos else document.body_html,
        "section": section and section.pk,
        "series": series and series.pk,
        "part": document.part if series else None,
        "lead_photo": photos[lead].ref if lead else "",
        "tags": _tag_names(document.tags),
        "bylines": _bylines(document, warn),
        "related": [{"title": item.title, "url": item.url, "kind": item.kind} for item in document.related],
    }


def _section_of(name: str, warn: Callable[[str], None], may_add: bool) -> Section | None:
    """The section of that name, accents and case aside; a new one, if allowed, when there is none."""
    if not name:
        return None
    alike = list(Section.objects.filter(name_fold=fold(name)))
    if alike:
        return next((section for section in alike if section.name == name), alike[0])
    if not may_add:
        warn(_("There is no section “%(name)s”; the story has none.") % {"name": name})
        return None
    section = Section.objects.create(name=name)
    furniture.refresh_sections()
    warn(_("The section “%(name)s” is new.") % {"name": name})
    return section


def _series_of(name: str, warn: Callable[[str], None], may_add: bool) -> Series | None:
    """The series of that name, accents and case aside; a new one, if allowed, when there is none."""
    if not name:
        return None
    if series := Series.objects.named(name):
        return series
    if not may_add:
        warn(_("There is no series “%(name)s”; the story is part of none.") % {"name": name})
        return None
    warn(_("The series “%(name)s” is new.") % {"name": name})
    return Series.objects.create(name=name)


def _tag_names(names: tuple[str, ...]) -> list[str]:
    """The names as their tags spell them."""
    names = split_tag_names(",".join(names))
    tags = Tag.objects.filter(key__in=map(exact_key, names)) if names else ()
    spelled = {tag.key: tag.name for tag in tags}
    return [spelled.get(exact_key(name), name) for name in names]


def _bylines(document: ParsedDocument, warn: Callable[[str], None]) -> list[dict]:
    """Lines in printed order; nobody signs twice in one role."""
    lines: dict[tuple[int, str], dict] = {}
    for byline, author in zip(document.bylines, authors_of(document.bylines, warn), strict=True):
        line = {
            "author": author.pk,
            "role": byline.role,
            "job_title": byline.job_title,
            "raw_line": byline.raw,
        }
        lines.setdefault((author.pk, byline.role), line)
    return list(lines.values())
