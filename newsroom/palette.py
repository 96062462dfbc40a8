"""Quick search over the whole desk: commands, lists, and whatever a list's own search box would find."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.urls import reverse
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from newsroom import places
from newsroom.admin_search import FoldedSearchMixin
from newsroom.vietnamese import fold

SHOWN = 5  # of each kind
MAX_QUERY = 100
LABEL_LENGTH = 110


@dataclass(frozen=True)
class Command:
    """Something to do on the desk. With `key`, Alt and that letter do it from every page."""

    label: str
    address: str
    key: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of the answer; `detail` tells it from others of the same name."""

    label: str
    address: str
    detail: str = ""


@dataclass(frozen=True)
class Group:
    """What was found of one kind."""

    name: str
    entries: list[Entry]

    def as_json(self) -> dict:
        return asdict(self)


def commands(request) -> list[Command]:
    """What this person may do from any page, as the apps offer it."""
    return [command for offered in places.ask("desk_commands", request) for command in offered]


def search(site, request, query: str) -> list[Group]:
    """Groups with at least one entry; without words, everything to do and every list.

    Costs at most two queries for each kind of record, however many there are.
    """
    query = query[:MAX_QUERY]
    words = fold(query).split()
    to_do = [Entry(one.label, one.address, f"Alt-{one.key}" if one.key else "") for one in commands(request)]
    groups = [Group(_("Commands"), _named(to_do, words))]
    if words:
        groups += _records(site, request, query)
    groups.append(Group(_("Lists"), _named(_lists(site, request), words)))
    return [group for group in groups if group.entries]


def _named(entries: list[Entry], words: list[str]) -> list[Entry]:
    """Entries of whose name each word begins a word."""
    return [
        entry
        for entry in entries
        if all(any(part.startswith(word) for part in fold(entry.label).split()) for word in words)
    ]


def _lists(site, request) -> list[Entry]:
    return [
        Entry(capfirst(str(model["name"])), model["admin_url"], str(app["name"]))
        for app in site.get_app_list(request)
        for model in app["models"]
        if model.get("admin_url")
    ]


def _records(site, request, query: str) -> Iterator[Group]:
    """Groups in the order of the kinds, each by the rules of its list: who may see it, and which rows."""
    kinds = [
        kind
        for kind in site._registry.values()
        if isinstance(kind, FoldedSearchMixin) and kind.quick_place and kind.has_view_permission(request)
    ]
    for kind in sorted(kinds, key=lambda kind: kind.quick_place):
        yield Group(capfirst(str(kind.opts.verbose_name_plural)), _found(kind, request, query))


def _found(kind, request, query: str) -> list[Entry]:
    rows, _distinct = kind.get_search_results(request, kind.get_queryset(request), query)
    # The ids first, as far as an index has them: whole rows of stories are wide.
    ids = list(rows.values_list("pk", flat=True)[:SHOWN])
    found = {row.pk: row for row in kind.get_queryset(request).filter(pk__in=ids)} if ids else {}
    address = f"admin:{kind.opts.app_label}_{kind.opts.model_name}_change"
    return [
        Entry(
            Truncator(str(found[pk])).chars(LABEL_LENGTH),
            reverse(address, args=[pk]),
            str(kind.quick_detail(found[pk])),
        )
        for pk in ids
        if pk in found
    ]
