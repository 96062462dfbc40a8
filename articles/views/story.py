from django.http import Http404
from django.shortcuts import get_object_or_404, render

from articles import publishing
from articles.around import around
from articles.body_parts import allow_players
from articles.models import Article
from articles.schedule.words import moment_text


def article(request, slug):
    """One published story from its stored page; 410 when it was public and is no longer, else 404."""
    stories = Article.objects.select_related("section", "lead_photo", "series").defer("body", "search_fold")
    story = get_object_or_404(stories, slug=slug)
    if not story.is_public:
        if not story.was_public:
            raise Http404
        return render(request, "410.html", {"notice": _notice(story)}, status=410)
    story_html = publishing.current_page(story)
    context = {"article": story, "around": around(story), "current_section": _section_address(story)}
    return allow_players(render(request, "articles/article.html", context), story_html)


def _notice(story: Article) -> str:
    if story.state == Article.State.WITHDRAWN:
        return story.withdrawal_notice
    return f"Bài này đăng có thời hạn và đã được gỡ lúc {moment_text(story.expires_at)}."


def _section_address(story: Article) -> str:
    return story.section.get_absolute_url() if story.section else ""
