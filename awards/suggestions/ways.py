"""Ways from a suggestion to its record: forms of the desk, filled with what the words say."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article
from awards.models import Organisation
from awards.models.base import RecipientKind
from awards.suggestions.findings import Finding
from awards.suggestions.suggestion import State, Suggestion


def ways_to_record(article: Article, suggestion: Suggestion) -> list[tuple[str, str]]:
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


def way_to_record_finding(article: Article, finding: Finding) -> str:
    """The filled form that records a campaign, a task or a model."""
    if not finding.is_open:
        return ""
    filled = {key: value for key, value in finding.filled.items() if value}
    return _add(finding.model._meta.model_name, filled | _evidence(article, finding.quote))


def records_held(found: Finding | Suggestion) -> list[tuple]:
    """(record, its address) of what the registry holds of it, or against it."""
    return [(record, _change(record)) for record in found.records]


def _evidence(article: Article, quote: str) -> dict:
    return {"evidence_article": article.pk, "evidence_quote": quote}
