"""Mentions of forms of award: "3 Huân chương Lao động hạng Ba", "Bằng khen của Bộ trưởng Bộ Tài chính"."""

from awards.extraction.award_forms.authorities import QUOTES
from awards.extraction.award_forms.elided import Elided
from awards.extraction.award_forms.form import Form
from awards.extraction.award_forms.lexicon import AUTHORITY_CARRIERS, OPEN_HEADS
from awards.extraction.language import nouns
from awards.extraction.language.numbers import read_number
from awards.extraction.language.phrases import phrases

_CLASSIFIERS = phrases(
    "lá|tấm|chiếc|danh hiệu vinh dự nhà nước|danh hiệu vinh dự|danh hiệu cao quý|danh hiệu thi đua|các danh hiệu|danh hiệu|suất|lượt|lần"
)
# Tokens of praise that the law does not list: given like a form, and never stated.
_TOKENS_OF_PRAISE = phrases(
    "huy hiệu|thư khen|bằng lao động sáng tạo|bằng tuổi trẻ sáng tạo|bằng sáng tạo|giấy chứng nhận|bằng chứng nhận|bằng ghi nhận"
    "|thư cảm ơn|bảng vàng|cúp|bằng công nhận|bằng ghi công|bằng tổ quốc ghi công"
)
_QUOTED_PRAISE = phrases("cờ|bức trướng|danh hiệu|giải thưởng|giải|bằng|bảng|kỷ lục")
_OPENING, _CLOSING = {"“", '"', "‘", "«"}, {"”", '"', "’", "»"}
_OF_GAMES = {"vàng", "bạc", "đồng"}
_EARLIEST_YEAR = 1000
_LONGEST_OPEN = 12  # syllables behind "Huân chương"
_BEHIND_A_FIELD = {"năm", "cho", "đợt", "lần", "được", "vì", "với", "của"}
_CAUSES = {"sự", "an", "thế", "chủ", "nền", "tương"}  # "Vì sự nghiệp …", "Vì an ninh Tổ quốc"
# Heads of things that are handed over; the others are titles, which may stand before a name.
_GIVEN_THINGS = {(head,) for head in ("huân", "huy", "kỷ", "kỉ", "bằng", "giấy", "cờ", "bk", "gk", "hc")}


class Forms(Elided):
    """Reads forms out of one sentence."""

    def at(self, at: int) -> list[Form]:
        """The forms that begin here, several where one head serves them: classes, authorities."""
        count, here = self._count(at)
        behind_the_number = here
        while self.names.low(here) in QUOTES or self.names.phrase(here, _CLASSIFIERS) > here:
            here = max(here + (self.names.low(here) in QUOTES), self.names.phrase(here, _CLASSIFIERS))
        counted_itself = isinstance(count, int) and here == behind_the_number
        form = self._one(here)
        if form is None:
            alone = self._class_alone(at, here, count) or self._authority_alone(at)
            alone = alone or self._one_of_them(at, here, count)
            alone = alone or self._level_alone(at, here, count) or self._the_same(at)
            return alone or self._praise(at, here)
        run = self.names.surname_run(form.end)
        named = self.names.any_run(form.end) > form.end + 1 and self.names.head(form.end) == form.end
        run = run or (form.end if named else 0)  # "NSƯT Mẫu Hương"
        if form.head[:1] not in _GIVEN_THINGS and run:
            return []  # a title before a name: "Bà mẹ Việt Nam anh hùng Lê Thị …"
        form.start, form.count = at, count
        form.own_count = counted_itself and form.head[:1] not in _GIVEN_THINGS  # "64 Chiến sĩ thi đua cấp Bộ"
        behind = read_number(self.tokens, form.end + 1) if self.names.low(form.end) == "(" else None
        if count is None and behind and self.names.low(behind[1]) == ")" and behind[0] < _EARLIEST_YEAR:
            form.count, form.end = behind[0], behind[1] + 1  # "Bằng khen của Bộ Tư pháp (2)"
        if form.head in AUTHORITY_CARRIERS:
            self.last_carrier = form
            return [form, *self._further_authorities(form)]
        forms = self._classes(form)
        self.last_title = form if form.head[:1] not in _GIVEN_THINGS else None
        if forms[0].head and forms[0].head[0] in {"huân", "huy"}:
            self.last_order = forms[0]
        return forms

    def _praise(self, at: int, here: int) -> list[Form]:
        """ "Huy hiệu “Tuổi trẻ dũng cảm”", "Cờ “Đơn vị xuất sắc”", "Thư khen"."""
        end = self.names.phrase(here, _TOKENS_OF_PRAISE)
        if self.names.lows[here : here + 2] == ["giải", "thưởng"] and self.names.capital(here + 2):
            end = self.names.any_run(here + 2)  # "Giải thưởng Lương Định Của"
        bare = end > here
        end = end if bare else self.names.phrase(at, _QUOTED_PRAISE)
        if self.names.low(end) in _OPENING and end > at:
            closed = (
                place
                for place in range(end + 1, min(end + 16, len(self.tokens)))
                if self.names.low(place) in _CLOSING
            )
            end = next(closed, end) + 1
        elif not bare:
            return []
        elif self.names.lows[end + 1 : end + 4] == ["năm", "tuổi", "đảng"]:
            end += 4
        return [Form("", at, end, by_law=False)]

    def kind_of_holders(self, form: Form) -> str | None:
        """Who bears the title, where the form is one that a person or a body is called by."""
        if form.head[:1] in _GIVEN_THINGS or not form.by_law or form.head[:2] == ("giải", "thưởng"):
            return None
        first = form.text.split()[0].lower()
        return {"tập": nouns.COLLECTIVE, "đơn": nouns.COLLECTIVE, "gia": nouns.HOUSEHOLD}.get(
            first, nouns.INDIVIDUAL
        )

    def opens(self, at: int) -> bool:
        """Whether a form begins here, perhaps with a number or classifier before it."""
        _count, here = self._count(at)
        while (after := self.names.phrase(here, _CLASSIFIERS)) > here or self.names.low(here) in QUOTES:
            here = max(after, here + (self.names.low(here) in QUOTES))
        return self._one(here) is not None

    def _one(self, at: int) -> Form | None:
        if not self.lexicon.may_open(self.names.low(at), self.names.low(at + 1)):
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
        if end > at and not self._only_praises(at, end):
            praised = end + 2 * (self.names.lows[end : end + 2] == ["tiêu", "biểu"])
            end = praised if self.names.lows[at : at + 2] == ["gia", "đình"] else end
            renewal = self.names.lows[end : end + 5] == ["trong", "thời", "kỳ", "đổi", "mới"]
            end += 5 * renewal  # "Anh hùng Lao động trong thời kỳ đổi mới"
            form = self._form(at, end, head=head[:2] or tuple(self.names.lows[at : at + 2]))
            if form.head == ("giải", "thưởng") and self.names.low(end) == "về":
                form.end = self._field(end + 1)
            return form
        if expansion and (expansion.lower().split()[0] in self.lexicon.names) and self._is_form(expansion):
            return self._form(at, at + 1, head=head[:2])
        return None

    def _only_praises(self, at: int, end: int) -> bool:
        """ "5 xã tiêu biểu được tặng …": a title only in capitals, quoted or behind "danh hiệu"."""
        named = self.names.low(at - 1) in {*QUOTES, "hiệu"} or self.names.capital(at)
        return self.names.low(end - 1) == "biểu" and not named

    def _field(self, at: int) -> int:
        """The place after the field of a prize: "về khoa học và công nghệ"."""
        while at < len(self.tokens) and (
            (self.tokens[at].is_word and self.names.low(at) not in _BEHIND_A_FIELD)
            or (self.names.low(at) == "," and self.names.phrase(at + 1, nouns.FIELDS) > at + 1)
        ):
            at += 1
        return at

    def _is_form(self, expansion: str) -> bool:
        key = tuple(expansion.lower().split())
        return key in self.lexicon.names.get(key[0], ())

    def _says(self, at: int, phrase: tuple[str, ...]) -> bool:
        return tuple(self.names.lows[at : at + len(phrase)]) == phrase

    def _open_name(self, at: int) -> int:
        """The place after the proper part of an order, medal or insignia."""
        end = at
        quoted = self.names.low(at) in {"“", '"', "‘"}
        if quoted:
            for place in range(at + 1, min(at + 24, len(self.tokens))):
                if self.names.low(place) in {"”", '"', "’"}:
                    return place + 1
        while end < len(self.tokens) and end - at < _LONGEST_OPEN and self._in_open_name(end, at):
            end += 1
        of_a_cause = self.names.low(at) == "vì" and self.names.low(at + 1) in _CAUSES
        if not self.names.capital(at) and not of_a_cause and self.names.low(at) != "ngành":
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
