"""What is told in turn: "lần lượt", the first form to the first name, in the first year."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from awards.extraction.framing.frame import Frame, Group
from awards.extraction.language.numbers import row_of_numbers
from awards.extraction.sentence.item import Counted
from awards.extraction.statements.told import Told

_IN_TURN = {("lần", "lượt"), ("tương", "ứng"), ("thứ", "tự")}
_YEARS = range(1930, 2101)


class Respectively(Told):
    """Parts a group whose forms, names, numbers or years answer to one another one by one."""

    def _in_turn(self, frame: Frame, group: Group) -> Iterator[Group]:
        """As many groups as there are forms, or years of one form; the group itself where nothing is told in turn."""
        start = self.before.head if self.before else 0
        tokens = self.tokens[self.items[start].start : self.items[frame.end - 1].end]
        if not _IN_TURN & set(pairwise(token.low for token in tokens)):
            yield group
            return
        forms, names = group.forms, [*group.named, *group.listed]
        numbers = [entry for item in group.counted for entry in item.counted.groups]
        years = self._years_in_turn(self.items[start].start, self.items[frame.end - 1].end)
        if len(forms) > 1 and len(years) == len(forms):
            for form, year in zip(forms, years, strict=True):
                form.year = form.year or year
        if len(forms) > 1 and len(names) == len(forms) and not numbers:
            for form, name in zip(forms, names, strict=True):
                yield replace(group, forms=[form], named=[name], listed=[], year=name.year or group.year)
        elif len(numbers) > 1 and not names and len(numbers) == len(forms):
            for form, number in zip(forms, numbers, strict=True):
                yield self._with_number(replace(group, forms=[form]), number)
        elif len(forms) == 1 and len(numbers) == len(years) > 1:
            for number, year in zip(numbers, years, strict=True):
                form = replace(forms[0], year=year)
                yield self._with_number(replace(group, forms=[form]), number)
        else:
            yield group

    def _with_number(self, group: Group, number: tuple[str | None, int | str | None]) -> Group:
        return replace(group, counted=[replace(group.counted[0], counted=Counted([number]))])

    def _years_in_turn(self, start: int, end: int) -> list[int]:
        """ "các năm 2010, 2015 và 2020", "năm 2010, năm 2015"."""
        for place in range(start, end):
            if self.tokens[place].low != "năm":
                continue
            numbers, _end = row_of_numbers(self.tokens, place + 1)
            if len(numbers) > 1 and all(number in _YEARS for number in numbers):
                return numbers
        return []
