from django.http import Http404
from django.shortcuts import render

from articles import publishing, story_page
from articles.around import around
from articles.body_parts import allow_players, has_player
from articles.models import Article
from articles.schedule.words import moment_text
from newsroom.page_cache import generation as page_cache
from newsroom.page_cache.frames import render_in_frame
from newsroom.prepared import Prepared

_PRINTED = "title slug head_html story_html structured_data section__name section__slug series__name".split()
_ASKED = "state published_at expires_at first_published_at withdrawal_notice page_until onward".split()


def article(request, slug):
    """One published story from what is stored of it; 410 when it was public and is no longer, else 404."""
    story = next(iter(_stories(slug=slug)), None)
    if story is None:
        raise Http404
    if not story.is_public:
        if not story.was_public:
            raise Http404
        return render(request, "410.html", {"is_story": True, "notice": _notice(story)}, status=410)
    publishing.bring_up_to_date([story], "head_html", "story_html", "structured_data")
    frame = {
        "current_section": story_page.section_address(story),
        "has_player": has_player(story.story_html),
    }
    parts = {
        "head": story.head_html,
        "data": story_page.data_of(story),
        "story": story.story_html,
        "onward": story_page.onward_html(story, around(story, page_cache.known(request, around, dict))),
    }
    return allow_players(render_in_frame(request, "articles/article.html", frame, parts), story.story_html)


@Prepared
def _stories(*, slug):
    stories = Article.objects.select_related("section", "series")
    return stories.only(*_PRINTED, *_ASKED).filter(slug=slug)


def _notice(story: Article) -> str:
    if story.state == Article.State.WITHDRAWN:
        return story.withdrawal_notice
    return f"Bài này đăng có thời hạn và đã được gỡ lúc {moment_text(story.expires_at)}."
