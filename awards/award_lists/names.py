"""Whom the printed names of a list mean: a record that bears the name, a new one, or a question."""

from collections import defaultdict
from dataclasses import dataclass, field

from awards.award_lists.rows import person_name
from awards.bearers import bearers, bore_its_name
from awards.models import Honour, Organisation, Person, PersonTitle
from newsroom.batches import in_batches
from newsroom.partial_dates import PartialDate
from newsroom.vietnamese import exact_key, fold

NEW = "new"  # the answer that no record is meant


@dataclass(eq=False)
class Named:
    """One name as a list prints it, of a unit or a person, however many rows print it.

    `superior` is the unit printed beside it. Neither a record nor `is_new`: the editor is asked. A new
    unit may be printed with its superior unit and without: the latter has the former for its `twin`.
    """

    model: type
    name: str
    title: str = ""
    superior: "Named | None" = None
    candidates: list = field(default_factory=list)
    record: Organisation | Person | None = None
    is_new: bool = False
    twin: "Named | None" = None
    numbers: list[int] = field(default_factory=list)  # of the rows

    @property
    def key(self) -> str:
        """Under which the editor's answer is kept."""
        return "|".join([self.model._meta.model_name, fold(self.name), fold(self.superior_name)])

    @property
    def superior_name(self) -> str:
        return self.superior.name if self.superior else ""

    @property
    def is_asked(self) -> bool:
        return self.record is None and not self.is_new


class Directory:
    """The names of one list, each once; `settle` finds out whom they mean."""

    def __init__(self, answers: dict[str, str], at: PartialDate | None):
        self.answers, self.at = answers, at
        self.units: dict[str, Named] = {}
        self.people: dict[str, Named] = {}

    def unit(self, name: str, number: int, superior: Named | None = None) -> Named:
        return self._once(self.units, Named(Organisation, name, superior=superior), number)

    def person(self, name: str, number: int, unit: Named | None = None, title: str = "") -> Named:
        named = Named(Person, person_name(name), title=title, superior=unit)
        return self._once(self.people, named, number)

    def _once(self, known: dict[str, Named], named: Named, number: int) -> Named:
        named = known.setdefault(named.key, named)
        named.numbers.append(number)
        return named

    def settle(self) -> None:
        """Find candidates and decide; a fixed number of queries for each thousand names."""
        units = bearers(Organisation, {fold(one.name) for one in self.units.values()})
        for one in sorted(self.units.values(), key=lambda one: one.superior is not None):
            self._decide(one, units.get(fold(one.name), {}), self._is_that_unit)
        self._find_twins()
        people = bearers(Person, {fold(one.name) for one in self.people.values()})
        self.posts = Posts({person.pk for found in people.values() for person in found})
        for one in self.people.values():
            self._decide(one, people.get(fold(one.name), {}), self._is_that_person)

    def _decide(self, named: Named, spellings: dict, is_that_one) -> None:
        answer = self.answers.get(named.key)
        named.candidates = list(spellings)
        chosen = [one for one in named.candidates if str(one.pk) == answer]
        if not named.candidates or answer == NEW:
            named.is_new = True
        elif chosen:
            named.record = chosen[0]
        else:
            alike = [
                one
                for one, names in spellings.items()
                if bore_its_name(one, self.at) and _is_spelt_so(named.name, names)
            ]
            fitting = [one for one in alike if is_that_one(named, one)]
            named.record = fitting[0] if len(fitting) == 1 else None

    def _find_twins(self) -> None:
        placed = defaultdict(list)
        for one in self.units.values():
            if one.is_new and one.superior:
                placed[fold(one.name)].append(one)
        for one in self.units.values():
            others = placed[fold(one.name)] if one.is_new and not one.superior else []
            one.twin = others[0] if len(others) == 1 else None

    def _is_that_unit(self, named: Named, unit: Organisation) -> bool:
        """A unit of this name that is part of the one printed beside it, or of none that is known."""
        superior = named.superior
        if superior is None or unit.parent_id is None:
            return True
        return superior.record is not None and unit.parent_id == superior.record.pk

    def _is_that_person(self, named: Named, person: Person) -> bool:
        """A name alone says nothing: the person is known by the unit or the title printed beside it."""
        unit = named.superior.record if named.superior else None
        return (unit is not None and unit.pk in self.posts.units[person.pk]) or (
            bool(named.title) and fold(named.title) in self.posts.titles[person.pk]
        )


class Posts:
    """Units and titles that the registry knows of some people."""

    def __init__(self, people: set[int]):
        self.units: dict[int, set[int]] = defaultdict(set)
        self.titles: dict[int, set[str]] = defaultdict(set)
        self.words: dict[int, list[str]] = defaultdict(list)
        for keys in in_batches(sorted(people)):
            titles = PersonTitle.objects.filter(person__in=keys).order_by("person", "position")
            self._take(titles.values_list("person", "organisation", "organisation__name", "title"))
            honours = Honour.objects.filter(person__in=keys).order_by("person", "pk")
            self._take(
                honours.values_list("person", "recipient_unit", "recipient_unit__name", "recipient_title")
            )

    def _take(self, rows) -> None:
        for person, unit, unit_name, title in rows:
            if unit:
                self.units[person].add(unit)
            if title:
                self.titles[person].add(fold(title))
            words = ", ".join(filter(None, [title, unit_name]))
            if words and words not in self.words[person]:
                self.words[person].append(words)


def _is_spelt_so(name: str, spellings: set[str]) -> bool:
    """Whether the printed name is one of the spellings, or is printed without any accents."""
    unaccented = fold(name) == name.casefold()
    return unaccented or exact_key(name) in map(exact_key, spellings)
