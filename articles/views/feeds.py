"""Feeds of the site, of a section, of an author, of a tag: their newest stories."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from articles import story_lists
from articles.feeds import SIZE, Channel, answer, stories_for_feed
from articles.models import Article, Author, Section, Tag


def site(request, form):
    return answer(request, Channel(stories_for_feed(Article.objects.published())), form)


def section(request, slug, form):
    section = get_object_or_404(Section, slug=slug)
    now = timezone.now()
    stories = story_lists.of_section(section, now).filter(published_at__lte=now)
    channel = Channel(
        stories_for_feed(stories), section.name, section.description, section.get_absolute_url()
    )
    return answer(request, channel, form)


def author(request, slug, form):
    """404 for one whose page is no page either."""
    author = get_object_or_404(Author, slug=slug)
    stories = _stories(story_lists.lines_of_author(author, timezone.now()), "article")
    if not stories and not story_lists.author_was_public(author):
        raise Http404
    channel = Channel(stories, author.name, author.biography, author.get_absolute_url())
    return answer(request, channel, form)


def tag(request, slug, form):
    """404 for one whose page is no page either."""
    tag = get_object_or_404(Tag, slug=slug)
    stories = _stories(story_lists.uses_of_tag(tag, timezone.now()), "content_object")
    if not stories and not story_lists.tag_was_public(tag):
        raise Http404
    return answer(request, Channel(stories, tag.name, path=tag.get_absolute_url()), form)


def _stories(rows, column: str) -> list[Article]:
    """The stories of the newest rows, each of which carries its story's date."""
    newest = rows.filter(published_at__lte=timezone.now()).order_by("-published_at", f"-{column}")
    keys = list(newest.values_list(column, flat=True)[:SIZE])
    return stories_for_feed(Article.objects.published().filter(pk__in=keys))
