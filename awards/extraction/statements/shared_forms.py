"""Forms of one group that share a number, an authority, a class or the names."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from awards.extraction.award_forms.form import Form
from awards.extraction.award_forms.lexicon import AUTHORITY_CARRIERS
from awards.extraction.framing.frame import Group
from awards.extraction.statements.told import Told


class SharedForms(Told):
    """Parts or joins the forms of a group before they are stated."""

    def _share(self, forms: list[Form]) -> None:
        """ "nhiều Bằng khen, Giấy khen của A": the number before the first, the authority behind the last."""
        rows = [(one, other) for one, other in pairwise(forms) if other.start - one.end == 1]
        rows = [row for row in rows if self.tokens[row[0].end].low in {",", "và"} and row[1].count is None]
        for one, other in rows:
            other.count = "many" if one.count == "many" else None
        for one, other in reversed(rows):
            carriers = one.head in AUTHORITY_CARRIERS and other.head in AUTHORITY_CARRIERS
            if carriers and other.has_authority and not one.has_authority:
                one.text += other.text[len(" ".join(other.head)) :]
                one.has_authority = True

    def _by_class(self, forms: list[Form], group: Group) -> Iterator[tuple[Form, Group]]:
        """ "… gồm: A (hạng Nhất, năm 2019); B (hạng Ba, năm 2021)": each class with its own names."""
        names = [*group.named, *group.listed]
        if not names or not all(name.order_class for name in names):
            yield from ((form, those) for form in forms for those in self._by_year(group))
            return
        for form in forms:
            for order_class in dict.fromkeys(name.order_class for name in names):
                of_class = [name for name in names if name.order_class == order_class]
                years = {name.year for name in of_class}
                year = years.pop() if len(years) == 1 else None
                yield (
                    replace(form, order_class=order_class, year=form.year or year),
                    replace(group, counted=[], named=of_class, listed=[]),
                )

    def _by_year(self, group: Group) -> list[Group]:
        """ "A (năm 2013) và B (năm 2016) được tặng …": each year with its own names, where no number holds them together."""
        if dated := self._some_with_years(group):
            return dated
        years = {name.year for name in group.named}
        if group.counted or group.listed or None in years or len(years) < 2:
            return [group]
        of_year = ((year, [name for name in group.named if name.year == year]) for year in sorted(years))
        return [replace(group, named=names, year=year) for year, names in of_year]

    def _some_with_years(self, group: Group) -> list[Group]:
        """ "Nhiều hội viên được tặng …; tiêu biểu là chị A (năm 2019)": the year is hers, not that of the others."""
        counts = [count for item in group.counted for _kind, count in item.counted.groups]
        more = len(counts) == 1 and (counts[0] == "many" or (counts[0] or 0) > len(group.listed))
        if not more or not group.listed or not all(name.year for name in group.listed):
            return []
        years = {name.year for name in group.listed}
        rest = replace(group, listed=[], year=None if group.year in years else group.year)
        alone = replace(group, counted=[], named=group.listed, listed=[], year=None)
        return [rest, *self._by_year(replace(alone, year=years.pop()) if len(years) == 1 else alone)]

    def _one_for_various(self, group: Group) -> list[Form]:
        """ "Hai tập thể được tặng … hạng Nhì, hạng Ba": who got which is not said."""
        self._share(group.forms)
        numbers = [
            count for item in group.counted for _kind, count in item.counted.groups if isinstance(count, int)
        ]
        kept: list[Form] = []
        with_class = {form.text for form in group.forms if form.order_class}
        for form in group.forms:
            if form.order_class is None and form.count is None and form.text in with_class:
                continue  # "Huân chương Chiến công: hạng Ba năm 2009 và hạng Nhì năm 2014"
            same = next(
                (one for one in kept if one.text == form.text and one.order_class and not form.own_count),
                None,
            )
            apart = same and same.year and form.year and same.year != form.year
            if same and numbers and not same.own_count and not apart:
                same.order_class = "various"
            else:
                kept.append(form)
        return kept
