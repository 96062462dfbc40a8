"""Pages that list stories: of a section, an author, a tag, a month."""

from datetime import datetime, timedelta

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from articles import months, story_lists
from articles.models import Article, Author, Section, Tag
from newsroom.page_cache import generation as page_cache
from newsroom.paging import CURSOR, Page, PreparedPages
from newsroom.prepared import Prepared, filled_up

PAGE_SIZE = 20


def query_names() -> tuple[str, ...]:
    """What the addresses of lists, for readers and in the API, may carry."""
    return (CURSOR, "limit", "cursor")


def section(request, slug):
    """Stories of one section, newest first."""
    section = _first(_section(slug=slug))
    page = _page(request, _of_section, section=section.pk)
    return render(request, "articles/section.html", {"section": section, "page": page, "stories": page.rows})


def tag(request, slug):
    """Stories with one tag, newest first."""
    tag = _first(_tag(slug=slug))
    page = _page(request, _uses_of_tag, tag=tag.pk)
    stories = _stories([use.content_object_id for use in page])
    if not stories and not story_lists.tag_was_public(tag):
        raise Http404
    return render(request, "articles/tag.html", {"tag": tag, "page": page, "stories": stories})


def author(request, slug):
    """Stories signed by one author, newest first."""
    author = _first(_author(slug=slug))
    page = _page(request, _lines_of_author, author=author.pk)
    stories = _stories([line.article_id for line in page])
    if not stories and not story_lists.author_was_public(author):
        raise Http404
    return render(request, "articles/author.html", {"author": author, "page": page, "stories": stories})


def archives(request):
    """Every month that has stories: the newest year first, its months as the calendar has them."""
    found = months.with_stories(timezone.now())
    shelves = sorted(found, key=lambda month: (-month.first_day.year, month.first_day.month))
    return render(request, "articles/archives.html", {"months": shelves})


def archive(request, year, month):
    """Stories of one month in Vietnam's time, newest first, and the way to other months."""
    try:
        opens, closes = months.bounds(year, month)
    except ValueError as error:
        raise Http404 from error
    now = timezone.now()
    overview = page_cache.known(request, (months.overview, year), lambda: months.overview(year, now))
    if opens > now or not overview.reaches(year, month):
        raise Http404
    page = _page(request, _of_month, until=closes - timedelta(microseconds=1), opens=opens)
    context = {"day": opens, "page": page, "stories": page.rows, "overview": overview}
    return render(request, "articles/archive.html", context)


def _page(request, pages: PreparedPages, *, until: datetime | None = None, **values) -> Page:
    """The page of the list that the address asks for, of what was published by now, or by `until` if that is earlier."""
    now = timezone.now()
    upto = min(now, until) if until else now
    return pages(cursor=request.GET.get(CURSOR, ""), size=PAGE_SIZE, upto=upto, now=now, **values)


def _first(rows: list):
    if not rows:
        raise Http404
    return rows[0]


_section = Prepared(lambda *, slug: Section.objects.filter(slug=slug).order_by())
_tag = Prepared(lambda *, slug: Tag.objects.filter(slug=slug).order_by())
_author = Prepared(lambda *, slug: Author.objects.select_related("portrait").filter(slug=slug).order_by())


@PreparedPages
def _of_section(*, section, now):
    return story_lists.of_section(section, now).for_cards()


@PreparedPages
def _uses_of_tag(*, tag, now):
    return story_lists.uses_of_tag(tag, now).only("content_object", "published_at")


@PreparedPages
def _lines_of_author(*, author, now):
    return story_lists.lines_of_author(author, now).only("article", "published_at")


@PreparedPages
def _of_month(*, opens, now):
    return Article.objects.open_until(now).filter(published_at__gte=opens).for_cards()


def _stories(ids: list[int]) -> list[Article]:
    """Stories for a list, in the order of the ids."""
    if not ids:
        return []
    found = {story.pk: story for story in _cards(ids=filled_up(ids, (PAGE_SIZE,)))}
    return [found[pk] for pk in ids if pk in found]


@Prepared
def _cards(*, ids):
    return Article.objects.for_cards().filter(pk__in=ids).order_by()
