"""What a story suggests to the registry, beside the words; nothing is recorded without an editor."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles.models import Article
from articles.workflow import may_view
from awards.models import DismissedSuggestion, Organisation
from awards.models.base import RecipientKind
from awards.suggestions.counting import count
from awards.suggestions.findings import Finding, findings_of
from awards.suggestions.matching import suggestions_of
from awards.suggestions.suggestion import State, Suggestion
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
    found = [*suggestions_of(article), *findings_of(article)]
    context = {
        "article": article,
        "waiting": [one for one in found if one.is_open],
        "answered": [one for one in found if not one.is_open],
        "is_part": is_part,
    }
    return render_to_string("admin/awards/suggestions_panel.html", context)


def _page(site, request, article: Article):
    found, findings = suggestions_of(article), findings_of(article)
    context = {
        **site.each_context(request),
        "title": _("What the story suggests to the registry"),
        "article": article,
        "rows": _rows(article, found),
        "passages": _passages(found),
        "open": sum(one.is_open for one in [*found, *findings]),
        "findings": [(one, _way_to_find(article, one), _addresses(one)) for one in findings],
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
    for suggestion in [*suggestions_of(article), *findings_of(article)]:
        if suggestion.fingerprint == request.POST.get("suggestion"):
            return suggestion
    raise Http404


def _rows(article: Article, found: list[Suggestion]) -> list[dict]:
    return [
        {
            "number": number,
            "suggestion": one,
            "records": _addresses(one),
            "ways": _ways(article, one),
        }
        for number, one in enumerate(found, 1)
    ]


# Ways to record ---------------------------------------------------------------------------------------


def _ways(article: Article, suggestion: Suggestion) -> list[tuple[str, str]]:
    """(label, address) of filled forms that record the suggestion, or of what must be there first."""
    words = _evidence(article, suggestion.quote)
    if not suggestion.is_open or suggestion.form is None:
        return []
    if suggestion.is_total:
        anew = [(_("Record the total"), _add("announcement", _total(suggestion) | words))]
    else:
        anew = _ways_to_honour(suggestion, words)
    if suggestion.state != State.ELSEWHERE:
        return anew
    same = [(_("Add these words as evidence"), _change(record, words)) for record in suggestion.records]
    return [*same, *((_("No, another one: record it"), address) for _label, address in anew)]


def _ways_to_honour(suggestion: Suggestion, words: dict) -> list[tuple[str, str]]:
    kind = suggestion.statement.recipient_kind
    filled = _honour(suggestion) | words
    if kind == RecipientKind.HOUSEHOLD:
        return [(_("Record the honour"), _add("honour", filled | {"household": suggestion.name}))]
    ways = []
    for one in suggestion.candidates:
        column = "organisation" if isinstance(one, Organisation) else "person"
        label = _("Record the honour")
        if len(suggestion.candidates) > 1:
            label = _("Record it for “%(name)s” (%(address)s)") % {"name": one, "address": one.slug}
        ways.append((label, _add("honour", filled | {column: one.pk})))
    if not ways and kind == RecipientKind.COLLECTIVE:
        ways.append((_("First add the unit"), _add("organisation", {"name": suggestion.name} | words)))
    elif not ways:
        ways.append((_("First add the person"), _add("person", {"full_name": suggestion.name} | words)))
    return ways


def _total(suggestion: Suggestion) -> dict:
    said = suggestion.statement
    number = {"many": "on"} if said.count == "many" else {"count": said.count}
    return _shared(suggestion) | number | {"recipient_kind": said.recipient_kind}


def _honour(suggestion: Suggestion) -> dict:
    said = suggestion.statement
    return (
        _shared(suggestion)
        | {"authority": said.authority}
        | ({"posthumous": "on"} if said.posthumous else {})
    )


def _shared(suggestion: Suggestion) -> dict:
    said = suggestion.statement
    return {"form": suggestion.form.pk, "order_class": suggestion.order_class, "year": said.year or ""}


def _add(model: str, initial: dict) -> str:
    return f"{reverse(f'admin:awards_{model}_add')}?{urlencode(initial)}"


def _change(record, initial: dict | None = None) -> str:
    address = reverse(f"admin:awards_{record._meta.model_name}_change", args=[record.pk])
    return f"{address}?{urlencode(initial)}" if initial else address


def _way_to_find(article: Article, finding: Finding) -> str:
    """The filled form that records a campaign, a task or a model."""
    if not finding.is_open:
        return ""
    filled = {key: value for key, value in finding.filled.items() if value}
    return _add(finding.model._meta.model_name, filled | _evidence(article, finding.quote))


def _addresses(found: Finding | Suggestion) -> list[tuple]:
    return [(record, _change(record)) for record in found.records]


def _evidence(article: Article, quote: str) -> dict:
    return {"evidence_article": article.pk, "evidence_quote": quote}


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
