"""What a feed is about, and its stories."""

from dataclasses import dataclass

from django.utils import timezone

from articles import publishing
from articles.models import Article

SIZE = 20
_COLUMNS = ("slug", "body", "structured_data", "first_published_at", "source_name", "source_url")


@dataclass(frozen=True)
class Channel:
    """A feed before it has a form. `path` is the page whose stories it tells of; without a name, the site's."""

    stories: list[Article]
    name: str = ""
    description: str = ""
    path: str = "/"


def stories_for_feed(stories) -> list[Article]:
    """These stories, newest first, with what a feed prints, and no picture whose rights have ended."""
    rows = stories.order_by("-published_at", "-pk").only(*_COLUMNS, "page_until")
    found, now = list(rows[:SIZE]), timezone.now()
    old = [
        story.pk
        for story in found
        if not story.structured_data or (story.page_until and story.page_until <= now)
    ]
    if old:
        publishing.renew(Article.objects.filter(pk__in=old))
        found = list(rows[:SIZE])
    return found
