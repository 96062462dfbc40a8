"""The same award with another year or class: in the words of its stories, or in two records.

The same form may be given several times. Two records are taken for one award only where that is
unusual: two classes of one order in one year, or one order, medal, state title or prize of one class
in two years, and no story that names both.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from awards.contradictions.found import Found, Said, Scope, words_for
from awards.extraction import Lexicon, extract
from awards.models import AwardForm, Contradiction, Evidence, Honour, OrganisationAlias, PersonAlias
from awards.models.base import CLASS_PRINTED, class_words
from newsroom.vietnamese import fold

_CLASS_OF = {printed: stored for stored, printed in CLASS_PRINTED.items()}
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_NOT_COMPARED = (Honour.Status.PROPOSED, Honour.Status.REVOKED)


def honours(scope: Scope) -> Iterator[Found]:
    """Honours of the scope that their own stories, or other records of the recipient, contradict."""
    changed = list(_compared().filter(pk__in=scope[Honour]))
    if not changed:
        return
    held = _held_by(changed)
    pieces = defaultdict(list)
    keys = {honour.pk for honour in changed} | {one.pk for group in held.values() for one in group}
    for piece in Evidence.objects.filter(honour__in=keys).order_by("pk"):
        pieces[piece.honour_id].append(piece)
    yield from _in_their_words(changed, pieces)
    yield from _between_records(changed, held, pieces)


def year_words(year: int) -> str:
    return f"năm {year}"


def _compared():
    return Honour.objects.exclude(status__in=_NOT_COMPARED).select_related("form", "organisation", "person")


def _award(honour: Honour) -> tuple:
    return honour.form_id, honour.organisation_id, honour.person_id, fold(honour.household)


# In the words of stories ------------------------------------------------------------------------------


def _in_their_words(changed: list[Honour], pieces: dict) -> Iterator[Found]:
    statements = _reader()
    names = _names_of(changed)
    for honour in changed:
        years, classes = {}, {}
        if honour.year:
            years[honour.year] = None
        if honour.order_class:
            classes[honour.order_class] = None
        for piece in pieces[honour.pk]:
            for said in statements(piece.quote):
                if not _is_about(said, honour, names[honour.pk]):
                    continue
                if said.year and (len(said.names) == 1 or len(set(_YEAR.findall(piece.quote))) == 1):
                    years[said.year] = years.get(said.year) or piece
                if said.order_class in _CLASS_OF:
                    stored = _CLASS_OF[said.order_class]
                    classes[stored] = classes.get(stored) or piece
        if len(years) > 1:
            readings = [Said(year_words(year), str(year), honour, piece) for year, piece in years.items()]
            yield Found(Contradiction.Kind.YEAR, [honour], readings)
        if len(classes) > 1:
            readings = [Said(class_words(one), one, honour, piece) for one, piece in classes.items()]
            yield Found(Contradiction.Kind.CLASS, [honour], readings)


def _reader():
    """Reads each quote once; many honours share one."""
    forms = AwardForm.objects.values_list("name", "aliases", "has_classes")
    lexicon = Lexicon.of(forms)
    read = {}

    def statements(quote: str):
        if quote not in read:
            read[quote] = extract(quote, lexicon)
        return read[quote]

    return statements


def _is_about(said, honour: Honour, names: set[str]) -> bool:
    forms = {fold(name) for name in (honour.form.name, *honour.form.aliases)}
    return fold(said.form) in forms and any(fold(name) in names for name in said.names)


def _names_of(honours: list[Honour]) -> dict[int, set[str]]:
    aliases = defaultdict(set)
    units = {honour.organisation_id for honour in honours if honour.organisation_id}
    people = {honour.person_id for honour in honours if honour.person_id}
    for key, name in OrganisationAlias.objects.filter(organisation__in=units).values_list(
        "organisation", "name_fold"
    ):
        aliases["organisation", key].add(name)
    for key, name in PersonAlias.objects.filter(person__in=people).values_list("person", "name_fold"):
        aliases["person", key].add(name)
    return {
        honour.pk: {fold(str(honour.recipient))}
        | aliases["organisation", honour.organisation_id]
        | aliases["person", honour.person_id]
        for honour in honours
    }


# Between records --------------------------------------------------------------------------------------


def _held_by(changed: list[Honour]) -> dict[tuple, list[Honour]]:
    """Honours of the same form and recipient as one that changed."""
    awards = {_award(honour) for honour in changed}
    rows = _compared().filter(form__in={honour.form_id for honour in changed})
    units = {honour.organisation_id for honour in changed if honour.organisation_id}
    people = {honour.person_id for honour in changed if honour.person_id}
    households = {honour.recipient_fold for honour in changed if honour.household}
    found = defaultdict(list)
    for honour in (
        *rows.filter(organisation__in=units),
        *rows.filter(person__in=people),
        *rows.filter(recipient_fold__in=households).exclude(household=""),
    ):
        if _award(honour) in awards:
            found[_award(honour)].append(honour)
    return found


def _between_records(changed: list[Honour], held: dict, pieces: dict) -> Iterator[Found]:
    keys = {honour.pk for honour in changed}
    for group in held.values():
        for one in group:
            for other in group:
                # Each pair once, and only with one that changed.
                if one.pk < other.pk and keys & {one.pk, other.pk}:
                    yield from _disputed([one, other], pieces)


def _disputed(pair: list[Honour], pieces: dict) -> Iterator[Found]:
    one, other = pair
    if not one.year or not other.year:
        return
    if (
        one.year == other.year
        and one.order_class
        and other.order_class
        and one.order_class != other.order_class
    ):
        said = {honour: (class_words(honour.order_class), honour.order_class) for honour in pair}
        kind = Contradiction.Kind.CLASS
    elif (
        one.year != other.year
        and one.order_class == other.order_class
        and one.form.is_given_once
        and not _one_story_names_both(pieces[one.pk], pieces[other.pk])
    ):
        said = {honour: (year_words(honour.year), str(honour.year)) for honour in pair}
        kind = Contradiction.Kind.YEAR
    else:
        return
    readings = [
        Said(words, stored, honour, words_for(pieces[honour.pk], words.removeprefix("năm ")))
        for honour, (words, stored) in said.items()
    ]
    yield Found(kind, pair, readings)


def _one_story_names_both(one: list[Evidence], other: list[Evidence]) -> bool:
    return bool({piece.article_id for piece in one} & {piece.article_id for piece in other})
