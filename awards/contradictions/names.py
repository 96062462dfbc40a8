"""Two names that may be one unit or one person: candidates for an editor, merged by no program.

Names are compared without accents and case, aliases as well, and with abbreviations and Roman
numbers written either way. Whoever differs by what the registry knows is no candidate: units of
different bodies, of different times, or that followed one another; people of different units.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from articles.models import Abbreviation
from awards.contradictions.found import Found, Said, Scope, words_for
from awards.models import (
    Contradiction,
    Evidence,
    Honour,
    Organisation,
    OrganisationAlias,
    Person,
    PersonAlias,
    PersonTitle,
)
from newsroom.vietnamese import fold

_SPELLINGS = 256  # tried of one name, at most
_CANDIDATES = 12  # for one record, at most
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
# Short forms that mean something else in running text, but not in the name of a unit.
_IN_NAMES = (
    *((roman, str(number)) for number, roman in enumerate(_ROMAN.split(), 1)),
    ("tp", "thanh pho"),
    ("tp.", "thanh pho"),
    ("hq", "hai quan"),
    ("ubnd", "uy ban nhan dan"),
    ("&", "va"),
)


def units(scope: Scope) -> Iterator[Found]:
    """Units that bear a name of a unit of the scope."""
    yield from _pairs(scope, Organisation, OrganisationAlias, "organisation", _apart_as_units)


def people(scope: Scope) -> Iterator[Found]:
    """People that bear a name of a person of the scope."""
    yield from _pairs(scope, Person, PersonAlias, "person", _apart_as_people)


def spellings(name: str, pairs: list[tuple[str, str]]) -> set[str]:
    """The folded name with each short form of `pairs` written out and each long one shortened."""
    words = f" {' '.join(fold(name).split())} "
    known = [(short, long) for short, long in pairs if f" {short} " in words or f" {long} " in words]
    found = {words.strip()}
    for choice in list(product((0, 1), repeat=len(known)))[:_SPELLINGS]:
        spelling = words
        for (short, long), written_out in zip(known, choice, strict=True):
            old, new = (short, long) if written_out else (long, short)
            spelling = spelling.replace(f" {old} ", f" {new} ")
        found.add(spelling.strip())
    return found


def _pairs(scope: Scope, model, alias, column: str, known_apart) -> Iterator[Found]:
    changed = {row.pk: row for row in model.objects.filter(pk__in=scope[model])}
    if not changed:
        return
    own = _own_spellings(changed, alias, column)
    bearers = _bearers(model, alias, column, {name for names in own.values() for name in names})
    pairs = set()
    for pk, names in own.items():
        others = {key for name in names for key in bearers[name]} - {pk}
        pairs |= {(min(pk, other), max(pk, other)) for other in sorted(others)[:_CANDIDATES]}
    rows = model.objects.in_bulk({key for pair in pairs for key in pair})
    pairs = sorted(pairs - known_apart(rows, pairs)) if pairs else []
    pieces = defaultdict(list)
    keys = {key for pair in pairs for key in pair}
    for piece in Evidence.objects.filter(**{f"{column}__in": keys}).order_by("pk"):
        pieces[getattr(piece, f"{column}_id")].append(piece)
    for pair in pairs:
        both = [rows[key] for key in pair]
        readings = [Said(str(row), str(row), row, words_for(pieces[row.pk], str(row))) for row in both]
        yield Found(Contradiction.Kind.NAME, both, readings)


def _own_spellings(changed: dict, alias, column: str) -> dict[int, set[str]]:
    explained = Abbreviation.objects.explained().values_list("short", "long")
    short_forms = [*_IN_NAMES, *((fold(short), fold(long)) for short, long in explained)]
    own = {pk: spellings(str(row), short_forms) for pk, row in changed.items()}
    for key, name in alias.objects.filter(**{f"{column}__in": changed}).values_list(column, "name"):
        own[key] |= spellings(name, short_forms)
    return own


def _bearers(model, alias, column: str, names: set[str]) -> dict[str, set[int]]:
    """Keys of the records that bear each folded name, of their own or as an alias."""
    found = defaultdict(set)
    for key, name in model.objects.filter(name_fold__in=names).values_list("pk", "name_fold"):
        found[name].add(key)
    for key, name in alias.objects.filter(name_fold__in=names).values_list(column, "name_fold"):
        found[name].add(key)
    return found


# Known to be two ----------------------------------------------------------------------------------------


def _apart_as_units(rows: dict[int, Organisation], pairs: set) -> set:
    links = Organisation.predecessors.through.objects.filter(
        from_organisation__in=rows, to_organisation__in=rows
    )
    followed = {tuple(sorted(link)) for link in links.values_list("from_organisation", "to_organisation")}

    def are_two(one: Organisation, other: Organisation) -> bool:
        of_two_bodies = one.parent_id and other.parent_id and one.parent_id != other.parent_id
        above = other.pk == one.parent_id or one.pk == other.parent_id
        return bool(of_two_bodies or above or _ended_before(one, other) or _ended_before(other, one))

    return {pair for pair in pairs if pair in followed or are_two(rows[pair[0]], rows[pair[1]])}


def _ended_before(one: Organisation, other: Organisation) -> bool:
    return bool(one.valid_to and other.valid_from and one.valid_to < other.valid_from)


def _apart_as_people(rows: dict[int, Person], pairs: set) -> set:
    """People whom the registry knows only in different units."""
    known = defaultdict(set)
    for source, unit in ((PersonTitle, "organisation"), (Honour, "recipient_unit")):
        found = source.objects.filter(person__in=rows, **{f"{unit}__isnull": False})
        for key, place in found.values_list("person", unit):
            known[key].add(place)
    return {
        (one, other) for one, other in pairs if known[one] and known[other] and not known[one] & known[other]
    }
