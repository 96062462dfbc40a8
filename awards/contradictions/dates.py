"""The same event with different dates: in the words of its stories, or under a name recorded twice."""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q

from awards.contradictions.found import Found, Said, Scope
from awards.contradictions.stated_dates import StatedDay, stated_days
from awards.models import Contradiction, Event, Evidence
from newsroom.partial_dates import PartialDate
from newsroom.vietnamese import fold

# A name that tells one meeting from the next of its row: “lần thứ VI”, “năm 2020”.
_NUMBERED = re.compile(r"\b(lan thu|khoa|nhiem ky|nam [0-9]{4})\b|[0-9]{4}")


def events(scope: Scope) -> Iterator[Found]:
    """Events of the scope whose stories, or whose namesakes, state another date."""
    changed = list(Event.objects.filter(pk__in=scope[Event]))
    pieces = _pieces(scope[Event])
    for event in changed:
        readings = _readings(event, pieces[event.pk])
        if len(readings) > 1:
            yield Found(Contradiction.Kind.DATE, [event], readings)
    yield from _namesakes(changed)


def _pieces(keys) -> dict[int, list[Evidence]]:
    found = defaultdict(list)
    for piece in Evidence.objects.filter(event__in=keys).order_by("pk"):
        found[piece.event_id].append(piece)
    return found


def _readings(event: Event, pieces: list[Evidence]) -> list[Said]:
    """The record's date and each other one that a sentence states as its only day."""
    days = [(piece, stated_days(piece.quote)) for piece in pieces]
    readings = []
    year = (
        event.date.year
        if event.date
        else next((day.year for _, found in days for day in found if day.year), None)
    )
    if event.date:
        says = next((piece for piece, found in days if any(day.agrees(event.date) for day in found)), None)
        readings.append(Said(event.date.display(), event.date.iso(), event, says))
    for piece, found in days:
        if len(found) == 1 and year and not any(_agree(found[0], said) for said in readings):
            readings.append(Said(found[0].words, found[0].iso(year), event, piece))
    return readings


def _agree(day: StatedDay, said: Said) -> bool:
    return day.agrees(PartialDate.parse(said.stored))


def _namesakes(changed: list[Event]) -> Iterator[Found]:
    names = {fold(name) for event in changed for name in (event.name, *event.other_names)}
    if not names:
        return
    like = Q()
    for name in names:
        like |= Q(name_fold__contains=name)
    by_name = defaultdict(dict)
    for event in Event.objects.filter(like, date__gt="").order_by("pk"):
        for name in {fold(one) for one in (event.name, *event.other_names)} & names:
            by_name[name][event.pk] = event
    pairs = {}
    for name, bearers in by_name.items():
        rows = list(bearers.values())
        pairs |= {
            (one.pk, other.pk): (one, other)
            for place, one in enumerate(rows)
            for other in rows[place + 1 :]
            if _are_one(name, one, other)
        }
    keys = {event.pk for event in changed}
    pairs = {key: pair for key, pair in pairs.items() if keys & set(key)}
    pieces = _pieces({key for pair in pairs for key in pair})
    for pair in pairs.values():
        readings = [
            Said(one.date.display(), one.date.iso(), one, _dated(one, pieces[one.pk])) for one in pair
        ]
        yield Found(Contradiction.Kind.DATE, list(pair), readings)


def _are_one(name: str, one: Event, other: Event) -> bool:
    """Whether two events of one name should have one date: the next year's meeting has a day of its own."""
    same_row = one.date.year == other.date.year or bool(_NUMBERED.search(name))
    short, long = sorted((one.date.iso(), other.date.iso()), key=len)
    return same_row and not long.startswith(short)


def _dated(event: Event, pieces: list[Evidence]) -> Evidence | None:
    """The words that state the date, else the first words about the event."""
    says = (piece for piece in pieces if any(day.agrees(event.date) for day in stated_days(piece.quote)))
    return next(says, pieces[0] if pieces else None)
