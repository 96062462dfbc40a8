"""What a story suggests to the registry, beside the words; nothing is recorded without an editor."""

from itertools import chain

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles.models import Article
from articles.workflow import may_view
from awards.models import DismissedSuggestion
from awards.suggestions.counting import count
from awards.suggestions.findings import Finding, stated_in
from awards.suggestions.suggestion import Suggestion
from awards.suggestions.ways import records_held, way_to_record_finding, ways_to_record
from newsroom.vietnamese import collapse_spaces


def urls(site) -> list:
    """Addresses below /admin/."""

    def suggestions(request, story):
        return _page(site, request, _story(request, story))

    def statements(request, story):
        return HttpResponse(_panel(_story(request, story), is_part=True))

    return [
        path("goi-y/<int:story>/phan/", site.admin_view(require_GET(statements)), name="awards_statements"),
        path("goi-y/<int:story>/", site.admin_view(suggestions), name="awards_suggestions"),
        path("goi-y/<int:story>/bo-qua/", site.admin_view(require_POST(dismiss)), name="awards_dismiss"),
        path("goi-y/<int:story>/xem-lai/", site.admin_view(require_POST(recall)), name="awards_recall"),
    ]


def may_record(user) -> bool:
    return user.has_perm("awards.add_honour") and user.has_perm("awards.add_announcement")


def story_panel(user, article: Article) -> str:
    """The part of a story's panel that says what its words suggest; for those who may record it."""
    if article.pk is None or not may_record(user):
        return ""
    return _panel(article)


def _panel(article: Article, *, is_part: bool = False) -> str:
    """With every statement's exact words and block: a script marks them in the text."""
    found = list(chain(*stated_in(article)))
    context = {
        "article": article,
        "waiting": [one for one in found if one.is_open],
        "answered": [one for one in found if not one.is_open],
        "is_part": is_part,
    }
    return render_to_string("admin/awards/suggestions_panel.html", context)


def _page(site, request, article: Article):
    found, findings = stated_in(article)
    context = {
        **site.each_context(request),
        "title": _("What the story suggests to the registry"),
        "article": article,
        "rows": _rows(article, found),
        "passages": _passages(found),
        "open": sum(one.is_open for one in [*found, *findings]),
        "findings": [(one, way_to_record_finding(article, one), records_held(one)) for one in findings],
    }
    return render(request, "admin/awards/suggestions.html", context)


def dismiss(request, story):
    """Set one suggestion aside, with a reason that is kept for these words."""
    article = _story(request, story)
    chosen = _chosen(request, article)
    reason = collapse_spaces(request.POST.get("reason", ""))[:300]
    if not reason:
        messages.error(
            request, _("Say why the suggestion is set aside; the reason is kept with these words.")
        )
    else:
        DismissedSuggestion.objects.update_or_create(
            article=article, fingerprint=chosen.fingerprint, defaults={"reason": reason, "user": request.user}
        )
        count(article)
    return redirect("admin:awards_suggestions", article.pk)


def recall(request, story):
    """Take back that a suggestion was set aside."""
    article = _story(request, story)
    DismissedSuggestion.objects.filter(
        article=article, fingerprint=_chosen(request, article).fingerprint
    ).delete()
    count(article)
    return redirect("admin:awards_suggestions", article.pk)


def _story(request, pk: int) -> Article:
    article = Article.objects.visible_to(request.user).filter(pk=pk).first()
    if article is None or not may_view(article, request.user):
        raise Http404
    if not may_record(request.user):
        raise PermissionDenied
    return article


def _chosen(request, article: Article) -> Suggestion | Finding:
    for suggestion in chain(*stated_in(article)):
        if suggestion.fingerprint == request.POST.get("suggestion"):
            return suggestion
    raise Http404


def _rows(article: Article, found: list[Suggestion]) -> list[dict]:
    return [
        {
            "number": number,
            "suggestion": one,
            "records": records_held(one),
            "ways": ways_to_record(article, one),
        }
        for number, one in enumerate(found, 1)
    ]


# The words ---------------------------------------------------------------------------------------------


def _passages(found: list[Suggestion]) -> list[tuple[str, SafeString]]:
    """Each block that says something, with its statements marked."""
    blocks: dict[str, dict[tuple[int, int], str]] = {}
    for suggestion in found:
        said = suggestion.statement
        blocks.setdefault(suggestion.block, {})[said.start, said.end] = said.quote
    return [(block, _marked(found, block, spans)) for block, spans in blocks.items()]


def _marked(found: list[Suggestion], block: str, spans: dict) -> SafeString:
    text = next(one.text for one in found if one.block == block)
    parts: list[tuple[str, SafeString]] = []
    end = 0
    for start, stop in sorted(spans):
        if start >= end:
            parts.append((text[end:start], format_html("<mark>{}</mark>", text[start:stop])))
            end = stop
    return format_html("{}{}", format_html_join("", "{}{}", parts), text[end:])
