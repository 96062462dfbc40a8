"""The choices of each filter as readers get them: how many honours each would show, and its address."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from awards.models import Campaign, Organisation
from awards.models.base import CLASS_RANK, KIND_SLUGS, KIND_WORDS, class_words
from awards.roll import counting
from awards.roll.filters import PARAMETERS, SORT, Filters
from newsroom.vietnamese import sort_key

# A list of thousands helps nobody: those with the most honours.
MOST = 40
LABELS = {
    "form": "Hình thức",
    "class": "Hạng",
    "year": "Năm",
    "kind": "Đối tượng",
    "unit": "Đơn vị",
    "campaign": "Phong trào",
    SORT: "Thứ tự",
}
_NAMED = {"unit": Organisation, "campaign": Campaign}
# What stands for none, and is no choice.
_NOTHING = {"class": "", "year": "0", "campaign": "0"}


@dataclass(frozen=True)
class Option:
    """One choice of a filter: the number of honours it would show, and the address that shows them.

    The address of the present choice takes it away.
    """

    value: str
    label: str
    number: int
    chosen: bool
    query: str


@dataclass(frozen=True)
class Facet:
    """One filter with its choices in the order that readers expect."""

    parameter: str
    label: str
    options: list[Option]

    @property
    def is_cut(self) -> bool:
        """Whether only those with the most are offered."""
        return self.parameter in _NAMED and len(self.options) >= MOST


class _Counted(NamedTuple):
    """One number, and what it is the number of; `record` is a unit or campaign that readers may not see."""

    value: str
    label: str
    place: int
    extra: str
    number: int
    record: object = None


@dataclass(frozen=True)
class Counts:
    """What was counted. `mark_public` must have marked the `records` before the facets are asked for."""

    filters: Filters
    counted: dict[str, list[_Counted]]

    @property
    def records(self) -> list:
        """Units and campaigns that the filters would offer by name."""
        return [one.record for rows in self.counted.values() for one in rows if one.record is not None]

    @property
    def total(self) -> int:
        return sum(one.number for one in self.counted["total"])

    @property
    def by_form_and_class(self) -> list[tuple[str, str, str, int]]:
        """Honours that stand: form slug, form name, class and number, in order of precedence."""
        rows = sorted(self.counted["chart"], key=lambda one: (one.place, one.extra))
        return [(one.value, one.label, one.extra, one.number) for one in rows]

    @property
    def by_year(self) -> list[tuple[int, int]]:
        """Honours that stand: year (0: none is known) and number."""
        return sorted((int(one.value), one.number) for one in self.counted["by_year"])

    @cached_property
    def facets(self) -> list[Facet]:
        return [Facet(name, LABELS[name], self._options(name)) for name in PARAMETERS]

    def facet(self, parameter: str) -> Facet:
        return next(facet for facet in self.facets if facet.parameter == parameter)

    def _options(self, name: str) -> list[Option]:
        """The choices of one filter; what is chosen is one even where it is not among the most."""
        choice = self.filters.chosen.get(name)
        found = {one.value: one for one in self.counted[name] if one.record is None or one.record.is_public}
        if choice and choice.value not in found:
            found[choice.value] = _Counted(choice.value, choice.label, 0, "", self.total)
        return [
            Option(
                one.value,
                one.label,
                one.number,
                chosen,
                self.filters.query(**{name: "" if chosen else one.value}),
            )
            for one in sorted(found.values(), key=_place(name))
            for chosen in [bool(choice and choice.value == one.value)]
        ]


def count(filters: Filters) -> Counts:
    """Counts of what readers may see, each filter counted under all the others. One query.

    Of units and campaigns those `MOST` with the most.
    """
    counted = defaultdict(list)
    for found in counting.count(filters, MOST):
        if found.value not in (None, _NOTHING.get(found.dimension)):
            counted[found.dimension].append(_read(found))
    return Counts(filters, counted)


def _read(found: counting.Found) -> _Counted:
    name, value, number = found.dimension, found.value, int(found.number)
    if name in ("form", "chart"):
        return _Counted(found.slug, found.name, found.place, found.extra, number)
    if name in _NAMED:
        record = _NAMED[name](pk=int(value), slug=found.slug, name=found.name)
        return _Counted(found.slug, found.name, 0, "", number, record)
    if name == "kind":
        return _Counted(KIND_SLUGS[value], KIND_WORDS[value], list(KIND_SLUGS).index(value), "", number)
    if name == "class":
        return _Counted(value, class_words(value), CLASS_RANK[value], "", number)
    return _Counted(value, value, -int(value or 0), "", number)


def _place(name: str):
    """Forms by precedence, classes from the first, years from the newest, the rest by their numbers."""
    if name in _NAMED:
        return lambda one: (-one.number, sort_key(one.label))
    return lambda one: (one.place, sort_key(one.label))
