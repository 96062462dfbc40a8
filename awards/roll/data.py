"""The roll for programs: the rows as JSON, and what stands on a page as objects of schema.org."""

import json
from collections.abc import Iterator

from articles.structured_data import as_json, breadcrumbs, graph_html
from awards.models import Honour
from awards.models.base import RecipientKind
from awards.roll.filters import Filters
from awards.roll.rows import honours
from newsroom.site import absolute

_TYPES = {RecipientKind.COLLECTIVE: "Organization", RecipientKind.INDIVIDUAL: "Person"}


def json_lines(filters: Filters) -> Iterator[str]:
    """One JSON object, piece by piece: the filters, and the honours as the API tells them and a little more."""
    chosen = {name: choice.value for name, choice in filters.chosen.items()}
    yield f'{{"filters": {json.dumps(chosen)}, "items": [\n'
    before = ""
    for honour in honours(filters):
        yield before + json.dumps(_item(honour), ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def _item(honour: Honour) -> dict:
    # Here, so that pages of the roll do not load the API with its libraries.
    from awards.api.honours import described
    from awards.api.shared import named

    return described(honour) | {
        "url": absolute(honour.get_absolute_url()),
        "recipient_title": honour.recipient_title or None,
        "recipient_unit": named(honour.recipient_unit),
        "event": named(honour.event),
        "status": honour.status,
        "posthumous": honour.posthumous,
    }


def page_data(name: str, address: str, rows: list[Honour]) -> str:
    """The data block of one page of the roll: a list of those who were honoured, each with the award.

    It is for search engines, so that people hidden by a decision are left out.
    """
    items = [_recipient(honour) for honour in rows if _is_told(honour)]
    page = {
        "@type": "CollectionPage",
        "name": name,
        "url": absolute(address),
        "inLanguage": "vi",
        "mainEntity": {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items},
    }
    return graph_html([as_json(page), as_json(breadcrumbs((name, address)))])


def _is_told(honour: Honour) -> bool:
    hidden = honour.person is not None and honour.person.hidden_at is not None
    return not hidden and honour.status != Honour.Status.REVOKED


def _recipient(honour: Honour) -> dict:
    record = honour.organisation or honour.person
    return {
        "@type": _TYPES.get(honour.kind, "Thing"),
        "name": str(honour.recipient),
        "url": absolute(record.get_absolute_url()) if record is not None and record.is_public else None,
        "award": f"{honour.award_name}, {honour.year}" if honour.year else honour.award_name,
    }
