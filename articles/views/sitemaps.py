"""Sitemaps: the index, its files, and the news of two days."""

from datetime import timedelta
from itertools import chain

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles import months
from articles.models import Article
from articles.sitemaps import Address, parts
from articles.sitemaps.writing import index_xml, news_xml, urlset_xml
from newsroom import places
from newsroom.page_cache import generation as page_cache
from newsroom.site import navigation

NEWS_DAYS, NEWS_SIZE = 2, 1000  # what search engines take from a news sitemap


def index(request):
    """Every file of the sitemap, looked up once in each edition."""
    return _xml(index_xml(page_cache.known(request, index, _files)))


def _files() -> list[Address]:
    now = timezone.now()
    files = [Address(reverse("articles:sitemap_pages"))]
    for part in parts().values():
        files += (
            Address(reverse("articles:sitemap_file", args=[part.name, number]), changed)
            for number, changed in part.files(now)
        )
    return files


def pages(request):
    """The pages that stand alone, and the months of the archive."""
    paths = ["/", *(reverse(f"articles:{name}") for name in ("archives", "corrections", "masthead"))]
    paths += [path for _label, path in navigation()]
    paths += [path for pages in places.ask("sitemap_pages") for path in pages]
    paths += [month.get_absolute_url() for month in months.with_stories(timezone.now())]
    return _xml(urlset_xml(Address(path) for path in paths))


def file(request, part, number):
    """One file of a part; 404 where it holds nothing."""
    if part not in parts():
        raise Http404
    addresses = parts()[part].addresses(number, timezone.now())
    first = next(addresses, None)
    if first is None:
        raise Http404
    return _xml(urlset_xml(chain([first], addresses)))


def news(request):
    """Stories of the last two days, newest first."""
    now = timezone.now()
    recent = Article.objects.published(now).filter(published_at__gt=now - timedelta(days=NEWS_DAYS))
    stories = recent.order_by("-published_at", "-pk").only("slug", "title", "published_at")[:NEWS_SIZE]
    house = request.masthead.name or settings.SITE_NAME
    return _xml(news_xml(stories, house, settings.LANGUAGE_CODE))


def _xml(text: bytes) -> HttpResponse:
    return HttpResponse(text, content_type="application/xml; charset=utf-8")
