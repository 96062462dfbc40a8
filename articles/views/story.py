from django.http import Http404
from django.shortcuts import render

from articles import publishing
from articles.around import around
from articles.body_parts import allow_players
from articles.models import Article
from articles.schedule.words import moment_text
from newsroom.prepared import Prepared


def article(request, slug):
    """One published story from its stored page; 410 when it was public and is no longer, else 404."""
    story = next(iter(_stories(slug=slug)), None)
    if story is None:
        raise Http404
    if not story.is_public:
        if not story.was_public:
            raise Http404
        return render(request, "410.html", {"notice": _notice(story)}, status=410)
    story_html = publishing.current_page(story)
    context = {"article": story, "around": around(story), "current_section": _section_address(story)}
    return allow_players(render(request, "articles/article.html", context), story_html)


@Prepared
def _stories(*, slug):
    stories = Article.objects.select_related("section", "lead_photo", "series")
    return stories.defer("body", "search_fold").filter(slug=slug)


def _notice(story: Article) -> str:
    if story.state == Article.State.WITHDRAWN:
        return story.withdrawal_notice
    return f"Bài này đăng có thời hạn và đã được gỡ lúc {moment_text(story.expires_at)}."


def _section_address(story: Article) -> str:
    return story.section.get_absolute_url() if story.section else ""
