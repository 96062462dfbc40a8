"""Pages that list stories: of a section, an author, a tag, a month."""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from articles import months, story_lists
from articles.models import Article, Author, Section, Tag
from newsroom.page_cache import generation as page_cache
from newsroom.paging import CURSOR, Page, page_by_moment
from newsroom.prepared import Prepared, filled_up

PAGE_SIZE = 20


def query_names() -> tuple[str, ...]:
    """What the addresses of lists, for readers and in the API, may carry."""
    return (CURSOR, "limit", "cursor")


def section(request, slug):
    """Stories of one section, newest first."""
    section = get_object_or_404(Section, slug=slug)
    now = timezone.now()
    page = _page(request, story_lists.of_section(section, now).for_cards(), now)
    return render(request, "articles/section.html", {"section": section, "page": page, "stories": page.rows})


def tag(request, slug):
    """Stories with one tag, newest first."""
    tag = get_object_or_404(Tag, slug=slug)
    now = timezone.now()
    page = _page(request, story_lists.uses_of_tag(tag, now), now)
    stories = _stories([use.content_object_id for use in page])
    if not stories and not story_lists.tag_was_public(tag):
        raise Http404
    return render(request, "articles/tag.html", {"tag": tag, "page": page, "stories": stories})


def author(request, slug):
    """Stories signed by one author, newest first."""
    author = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    now = timezone.now()
    page = _page(request, story_lists.lines_of_author(author, now), now)
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
    rows = Article.objects.open_until(now).filter(published_at__gte=opens).for_cards()
    page = _page(request, rows, min(now, closes - timedelta(microseconds=1)))
    context = {"day": opens, "page": page, "stories": page.rows, "overview": overview}
    return render(request, "articles/archive.html", context)


def _page(request, rows, upto) -> Page:
    return page_by_moment(rows, cursor=request.GET.get(CURSOR, ""), size=PAGE_SIZE, upto=upto)


def _stories(ids: list[int]) -> list[Article]:
    """Stories for a list, in the order of the ids."""
    if not ids:
        return []
    found = {story.pk: story for story in _cards(ids=filled_up(ids, (PAGE_SIZE,)))}
    return [found[pk] for pk in ids if pk in found]


@Prepared
def _cards(*, ids):
    return Article.objects.for_cards().filter(pk__in=ids).order_by()
