"""Who bears a printed name: units and people by their names and aliases, accents or not, as of a time."""

from collections import defaultdict

from awards.models import Organisation, OrganisationAlias, Person, PersonAlias
from newsroom.batches import in_batches
from newsroom.partial_dates import PartialDate

_ALIASES = {Organisation: (OrganisationAlias, "organisation"), Person: (PersonAlias, "person")}
_NAMES = {Organisation: "name", Person: "full_name"}
_WITH = {Organisation: ("parent",), Person: ()}


def bearers(model, folded: set[str]) -> dict[str, dict]:
    """For each folded name that is borne: its bearers (units or people), each with their spellings of it.

    Units come with the one that they are part of. Two queries for each thousand names.
    """
    found: dict[str, dict[object, set[str]]] = defaultdict(lambda: defaultdict(set))
    alias, column = _ALIASES[model]
    with_bearer = [column, *(f"{column}__{name}" for name in _WITH[model])]
    for names in in_batches(sorted(folded)):
        named = model.objects.filter(name_fold__in=names).select_related(*_WITH[model])
        for record in named.order_by("pk"):
            found[record.name_fold][record].add(getattr(record, _NAMES[model]))
        for row in alias.objects.filter(name_fold__in=names).select_related(*with_bearer):
            found[row.name_fold][getattr(row, column)].add(row.name)
    return found


def bore_its_name(record, at: PartialDate | None) -> bool:
    """Whether a unit bore its name then, as far as both are known; people always do."""
    if at is None or not isinstance(record, Organisation):
        return True
    return not _before(at, record.valid_from) and not _before(record.valid_to, at)


def _before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether one is surely before the other, as precisely as both are stated."""
    if one is None or other is None:
        return False
    shared = min(len(one.iso()), len(other.iso()))
    return one.iso()[:shared] < other.iso()[:shared]
