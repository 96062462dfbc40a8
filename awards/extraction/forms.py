"""Mentions of forms of award: "3 Huân chương Lao động hạng Ba", "Bằng khen của Bộ trưởng Bộ Tài chính"."""

from dataclasses import dataclass, replace

from awards.extraction import nouns, words
from awards.extraction.lexicon import AUTHORITY_CARRIERS, OPEN_HEADS, Lexicon
from awards.extraction.names import Names
from awards.extraction.numbers import read_number
from awards.extraction.phrases import phrases

_QUOTES = {"“", "”", '"', "‘", "’", "'", "«", "»"}
_CLASSIFIERS = phrases(
    "lá|tấm|chiếc|danh hiệu vinh dự nhà nước|danh hiệu vinh dự|danh hiệu cao quý|danh hiệu thi đua|các danh hiệu|danh hiệu|suất|lượt|lần"
)
_LEVELS = phrases(
    "toàn quốc|cơ sở|cấp cơ sở|tiêu biểu|toàn quân|toàn ngành|toàn lực lượng công an nhân dân|toàn lực lượng|toàn tỉnh"
)
_LEVELS_OF_AUTHORITY = phrases("tỉnh|thành phố|huyện|quận|xã|phường|thị xã|ngành|trung ương|tổng cục|công ty")
_OF_GAMES = {"vàng", "bạc", "đồng"}
_LONGEST_OPEN = 12
_BEHIND_A_FIELD = {"năm", "cho", "đợt", "lần", "được", "vì", "với", "của"}
_GIVEN_THINGS = {
    ("huân",),
    ("huy",),
    ("kỷ",),
    ("kỉ",),
    ("bằng",),
    ("giấy",),
    ("cờ",),
    ("bk",),
    ("gk",),
    ("hc",),
}


@dataclass
class Form:
    """One form with one class; `count` is the number printed before it."""

    text: str
    start: int
    end: int
    head: tuple[str, ...] = ()
    order_class: str | None = None
    count: int | str | None = None
    has_authority: bool = True
    year: int | None = None
    own_count: bool = False  # "29 hạng Nhì": the number is this class's alone


class Forms:
    """Reads forms out of one sentence."""

    def __init__(self, names: Names, lexicon: Lexicon):
        self.names, self.lexicon = names, lexicon
        self.tokens = names.tokens
        self.last_order: Form | None = None
        self.last_carrier: Form | None = None

    def at(self, at: int) -> list[Form]:
        """The forms that begin here, several where one head serves them: classes, authorities."""
        count, here = self._count(at)
        while self.names.low(here) in _QUOTES or self.names.phrase(here, _CLASSIFIERS) > here:
            here = max(here + (self.names.low(here) in _QUOTES), self.names.phrase(here, _CLASSIFIERS))
        form = self._one(here)
        if form is None:
            return self._class_alone(at, here, count) or self._authority_alone(at)
        run = self.names.surname_run(form.end)
        if self.tokens[form.end - 1].text.isupper() and self.names.any_run(form.end) > form.end + 1:
            run = form.end  # "NSƯT Mẫu Hương"
        if form.head[:1] not in _GIVEN_THINGS and run:
            return []  # a title before a name: "Bà mẹ Việt Nam anh hùng Lê Thị …"
        form.start, form.count = at, count
        if form.head in AUTHORITY_CARRIERS:
            self.last_carrier = form
            return [form, *self._further_authorities(form)]
        forms = self._classes(form)
        if forms[0].head and forms[0].head[0] in {"huân", "huy"}:
            self.last_order = forms[0]
        return forms

    def _count(self, at: int) -> tuple[int | str | None, int]:
        many = self.names.phrase(at, words.MANY)
        if many > at:
            return "many", many
        number = read_number(self.tokens, at)
        return number if number else (None, at)

    # One name -------------------------------------------------------------------------------------

    def _one(self, at: int) -> Form | None:
        if at >= len(self.tokens):
            return None
        expansion = self.lexicon.abbreviations.get(self.tokens[at].text)
        head = tuple(expansion.lower().split()) if expansion else ()
        for carrier in AUTHORITY_CARRIERS:
            if carrier == head or self._says(at, carrier):
                return self._with_authority(at, at + (1 if expansion else len(carrier)), head or carrier)
        if (
            self._says(at, ("chiến", "sĩ", "thi", "đua"))
            or self._says(at, ("chiến", "sỹ", "thi", "đua"))
            or head[-2:] == ("thi", "đua")
        ):
            return self._fighter(at, at + (1 if expansion else 4))
        end = self.lexicon.longest_name(self.tokens, at)
        for opening in OPEN_HEADS:
            if opening == head or self._says(at, opening):
                if self.names.low(at + len(opening)) in _OF_GAMES:
                    return None
                after = self._open_name(at + (1 if expansion else len(opening)))
                historical = self.names.low(after) == "hạng"  # "Huân chương Chiến công giải phóng hạng Ba"
                end = max(end, after) if historical or opening[0] in {"kỷ", "kỉ"} else end or after
                end = end if end > at else after
                named = (
                    end > at + len(opening) or expansion or end == self.lexicon.longest_name(self.tokens, at)
                )
                return self._form(at, end, head=opening) if named and end > at else None
        if end > at:
            form = self._form(at, end, head=tuple(self.names.lows[at : at + 2]))
            if form.head == ("giải", "thưởng") and self.names.low(end) == "về":
                form.end = self._field(end + 1)
            return form
        if expansion and (expansion.lower().split()[0] in self.lexicon.names) and self._is_form(expansion):
            return self._form(at, at + 1, head=head[:2])
        return None

    def _field(self, at: int) -> int:
        """The place after the field of a prize: "về khoa học và công nghệ"."""
        while at < len(self.tokens) and self.tokens[at].is_word and self.names.low(at) not in _BEHIND_A_FIELD:
            at += 1
        return at

    def _is_form(self, expansion: str) -> bool:
        key = tuple(expansion.lower().split())
        return key in self.lexicon.names.get(key[0], ())

    def _says(self, at: int, phrase: tuple[str, ...]) -> bool:
        return tuple(self.names.lows[at : at + len(phrase)]) == phrase

    def _form(self, start: int, end: int, *, head: tuple[str, ...], has_authority: bool = True) -> Form:
        text = self.lexicon.expand(self.names.words(start, end))
        text = " ".join("".join(mark for mark in text if mark not in _QUOTES).split())
        while self.names.low(end) in _QUOTES - {"“", "‘", "«"}:
            end += 1
        return Form(text, start, end, head=head, has_authority=has_authority)

    def _open_name(self, at: int) -> int:
        """The place after the proper part of an order, medal or insignia."""
        end = at
        quoted = self.names.low(at) in {"“", '"', "‘"}
        if quoted:
            for place in range(at + 1, min(at + 14, len(self.tokens))):
                if self.names.low(place) in {"”", '"', "’"}:
                    return place + 1
        while end < len(self.tokens) and end - at < _LONGEST_OPEN and self._in_open_name(end, at):
            end += 1
        if not self.names.capital(at) and self.names.low(at) not in {"vì", "ngành"}:
            return at
        return end

    def _in_open_name(self, at: int, start: int) -> bool:
        token = self.tokens[at]
        said = token.is_word and (token.is_capital or not self.names.stops(at))
        return said or (at == start and token.low == "vì") or (at > start and self._name_goes_on(at, start))

    def _name_goes_on(self, at: int, start: int) -> bool:
        """ "chống Mỹ, cứu nước", "Vì sự nghiệp văn hóa, thể thao và du lịch"."""
        if self.names.lows[at : at + 3] == [",", "cứu", "nước"]:
            return True
        if self.names.low(start) != "vì":
            return False
        if self.names.low(at) == "và":
            return self.names.and_goes_on(at)
        return self.names.low(at) == "," and self.names.comma_goes_on(at, start)

    def _fighter(self, start: int, at: int) -> Form:
        """ "Chiến sĩ thi đua" with its level as printed."""
        if self.names.low(at) in _QUOTES - {"“", "‘", "«"} and self.names.low(at + 1) in {
            "cấp",
            "toàn",
            "cơ",
            "ngành",
        }:
            at += 1  # "“Chiến sĩ thi đua” cấp Bộ"
        end = self.names.phrase(at, _LEVELS)
        if end == at and self.names.low(at) == "cấp":
            end = at + 2
            while self.names.low(end) == "," and self.names.low(end + 1) in {
                "ban",
                "ngành",
                "tỉnh",
                "bộ",
                "đoàn",
                "thành",
            }:
                end += 2
            body = self.names.body(at + 1)
            end = max(end, body)
            if self.names.low(end - 1) == "thành":
                end += self.names.low(end) == "phố"
        elif end == at:
            body = self.names.body(at)
            end = max(end, body)
            if end == at and self.names.low(at) in {"ngành", "bộ", "tỉnh"}:
                end = at + 1
        longest = self.lexicon.longest_name(self.tokens, start)
        return self._form(start, max(end, longest, at), head=("chiến", "sĩ"))

    # Authorities ----------------------------------------------------------------------------------

    def _with_authority(self, start: int, at: int, head: tuple[str, ...]) -> Form:
        if head[0] == "cờ" and (self.names.low(at), self.names.low(at + 1)) == ("xuất", "sắc"):
            at += 2
        here = at
        while self.names.low(here) in _QUOTES - {"“", "‘", "«"}:
            here += 1
        if self.names.low(here) == "do":
            giver = self._one_authority(here + 1)
            verb = self.names.phrase(giver, words.ON_THE_WAY_TO_GIVE)
            verb = self.names.phrase(verb, words.GIVE)
            if verb > giver > here + 1:  # "Bằng khen do Trung ương Hội trao tặng"
                form = self._form(start, at, head=head)
                form.text = self.lexicon.expand(f"{form.text} của {self.names.words(here + 1, giver)}")
                form.end = verb
                return form
        end = self.authority(here)
        if end == here:
            return self._form(start, at, head=head, has_authority=False)
        return self._form(start, end, head=head)

    def authority(self, at: int) -> int:
        """The place after "của Thủ tướng Chính phủ", "Bộ Tài chính" or "cấp Bộ", or `at`."""
        here = at
        if self.names.low(here) == "cấp" and here + 1 < len(self.tokens):
            body = self.names.body(here + 1)
            return body if body > here + 1 else here + 2
        if self.names.low(here) == "của":
            here += 1
        if self.names.low(here) in {"ngành", "khối"} and self.names.body(here) > here:
            return self.names.body(here)
        end = self._one_authority(here)
        return end if end > here else at

    def _one_authority(self, here: int) -> int:
        text = self.tokens[here].text if here < len(self.tokens) else ""
        end = self.names.office(here)
        stated = self.names.low(here - 1) in {"của", "do"} or self.names.low(here) in nouns.CONFERRING
        if end == here and stated:
            end = self.names.body(here)
        if end == here and text in self.lexicon.abbreviations:
            end = here + 1
        level = self.names.phrase(here, _LEVELS_OF_AUTHORITY)
        if (
            end == here
            and self.names.low(here - 1) == "của"
            and level > here
            and not self.names.capital(here)
        ):
            return (
                level if self.names.stops(level) or not self._is_word(level) else here
            )  # "Giấy khen của huyện"
        if end == here and stated and self.names.capital(here):
            end = self.names.head(here)
        if (
            end > here
            and self.names.low(here - 1) != "của"
            and not (self.names.capital(here) or self.names.low(here) in {"ubnd"})
        ):
            return here
        return end

    def _office_in_a_row(self, at: int) -> int:
        """ "của Bộ trưởng Bộ A, Tổng cục trưởng Tổng cục B": "của" is said once, and the second does not give."""
        end = self.names.office(at)
        verb = end
        while (step := self.names.phrase(verb, words.ON_THE_WAY_TO_GIVE)) > verb:
            verb = step
        goes_on = verb > end or self.names.phrase(end, words.GIVE) > end or self._is_word(end)
        return at if goes_on and self.names.low(end) not in {"cho", "năm", "và"} else end

    def _is_word(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].is_word

    def _further_authorities(self, form: Form) -> list[Form]:
        """ "…, của Bộ trưởng Bộ Tài chính và của Tổng cục trưởng": the head is said once."""
        further: list[Form] = []
        head = " ".join(self.names.words(form.start, form.end).split()[: len(form.head)])
        head = form.text[: len(" ".join(form.head))] or head
        at = form.end
        while self.names.low(at) in {",", "và"} and form.has_authority:
            here = at + 1
            count, here = self._count(here)
            end = self.authority(here) if self.names.low(here) == "của" else self._office_in_a_row(here)
            if end == here:
                break
            of = "" if self.names.low(here) == "của" else "của "
            text = self.lexicon.expand(f"{head} {of}{self.names.words(here, end)}")
            further.append(replace(form, text=text, start=at + 1, end=end, count=count))
            at = end
        return further

    # Classes --------------------------------------------------------------------------------------

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
            while self.names.low(after) in _QUOTES - {"“", "‘", "«"}:
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

    def _class_alone(self, at: int, here: int, count) -> list[Form]:
        """ "5 hạng Ba" later in a sentence that has named the order."""
        if (
            self.last_order is None
            or self.names.low(here) != "hạng"
            or self.names.low(here + 1) not in words.CLASSES
        ):
            return []
        order = replace(self.last_order, start=at, count=count, own_count=count is not None)
        return self._listed_classes(order, here + 1, first=here + 1)

    def _authority_alone(self, at: int) -> list[Form]:
        """ "Bằng khen của A cho 9 cá nhân, của B cho 4 tập thể": the head was said before."""
        end = self.authority(at) if self.names.low(at) == "của" else at
        if self.last_carrier is None or end == at or self.names.low(end) != "cho":
            return []
        head = self.last_carrier.text[: len(" ".join(self.last_carrier.head))]
        text = self.lexicon.expand(f"{head} {self.names.words(at, end)}")
        return [replace(self.last_carrier, text=text, start=at, end=end, count=None, has_authority=True)]
