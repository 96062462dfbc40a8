"""Classes of an order, with their own numbers: "hạng Nhất, Nhì và 16 hạng Ba"."""

from dataclasses import replace

from awards.extraction.award_forms.authorities import QUOTES, Authorities
from awards.extraction.award_forms.form import Form
from awards.extraction.language import words
from awards.extraction.language.numbers import read_number


class Classes(Authorities):
    """Reads the classes that stand behind an order."""

    def _classes(self, form: Form) -> list[Form]:
        at = form.end
        number = read_number(self.tokens, at + 1) if self.names.low(at) == "(" else None
        first = number[1] if number else at + 1
        if self.names.low(at) == "(" and self.names.low(first) == "hạng":
            counted = replace(form, count=number[0], own_count=True) if number else form
            listed = self._listed_classes(counted, first + 1, first=first + 1)
            if not listed or self.names.low(listed[-1].end) != ")":
                return [form]
            return [*listed[:-1], replace(listed[-1], end=listed[-1].end + 1)]
        if (self.names.low(at), self.names.low(at + 1)) in {("các", "hạng"), ("các", "loại")}:
            listed = self._listed_classes(form, at + 2, first=at + 2)
            return listed or [replace(form, order_class="various", end=at + 2)]
        if self.names.low(at) == "hạng":
            return self._listed_classes(form, at + 1, first=at + 1) or [form]
        return [form]

    def _listed_classes(self, form: Form, at: int, *, first: int) -> list[Form]:
        """ "Nhất, Nhì và 16 hạng Ba": each with its own number where one stands."""
        found: list[Form] = []
        here, count = first, form.count
        while (order_class := words.CLASSES.get(self.names.low(here))) and not self._is_count(
            here, bool(found)
        ):
            own = form.own_count or (bool(found) and count is not form.count)
            found.append(replace(form, order_class=order_class, end=here + 1, count=count, own_count=own))
            after = here + 1
            while self.names.low(after) in QUOTES - {"“", "‘", "«"}:
                after += 1
            found[-1].end = after
            if self.names.low(after) not in {",", "và", ";"}:
                break
            step = after + 1
            if self.names.low(step) == "và":
                step += 1
            number = read_number(self.tokens, step) if not self._bare_class(step) else None
            if number and self.names.low(number[1]) == "hạng":
                count, here = number[0], number[1] + 1
            elif self.names.low(step) == "hạng":
                here = step + 1
            elif self._bare_class(step):
                here = step
            else:
                break
        shared = (
            len(found) > 1
            and isinstance(form.count, int)
            and not form.own_count
            and all(one.count == form.count for one in found)
        )
        if shared:
            return [replace(found[0], order_class="various", end=found[-1].end)]
        return found

    def _bare_class(self, at: int) -> bool:
        return self.names.capital(at) and self.names.low(at) in {"nhất", "nhì", "ba"}

    def _is_count(self, at: int, later: bool) -> bool:
        """ "ba" in lower case before a noun is a number, not a class."""
        return (
            later
            and not self.names.capital(at)
            and self.names.low(at) == "ba"
            and self.names.low(at - 1) != "hạng"
        )
