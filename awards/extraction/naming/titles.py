"""Titles behind a person's name: ranks, offices, what somebody does and owns, with the unit and the place."""

from awards.extraction.language import nouns
from awards.extraction.naming.descriptions import Descriptions

_NOT_OWNED = {"động", "yếu", "trì", "trương", "quan"}  # "chủ động", unlike "chủ cơ sở"


class Titles(Descriptions):
    """Where such a title ends."""

    def title(self, at: int) -> int:
        """The place after a title such as "Phó Cục trưởng Cục A" or "công chức Chi cục B", or `at`."""
        if self.described(at, known=self.says_who(at)) > at or self.behind_a_unit(at) > at:
            return at  # another person
        here = at
        while (step := self._one_title(opening := self._behind_a_degree(here))) > opening:
            here = step + (self.low(step) == "kiêm")
        if here > at:
            here = max(here, self.body(here, before_a_person=True), self._field_and_unit(here))
            if self.low(here) == "một" and self.counted_noun(here + 1) > here + 1:
                here = self.counted_noun(here + 1)  # "nguyên giám đốc một doanh nghiệp khai khoáng"
            if self.low(here) == "bậc":
                here += 2  # "công nhân bậc 5/7 Phân xưởng A"
            while self._common_word(here) and not self.capital(here) and not self._opens_another(here):
                here += 1  # "nhân viên y tế thôn"
            here = max(here, self.body(here), self._of_a_place_known_by_name(here), self._from_abroad(here))
            here = max(here, self._of_a_field(here))
            behind_a_stop = here + (self.low(here) == ".")  # "…, TS. Lê Văn A"
            if self.surname_run(behind_a_stop) or (self.capital(here) and not self.body(here) > here):
                return at  # the title stands before the next person
        return here

    def _of_a_field(self, at: int) -> int:
        """The place after "Tác huấn" behind "Trợ lý", "Chuyền 6" behind "công nhân", or `at`."""
        here = at + 1 + self._numbered(at + 1)
        while self._common_word(here) and not self.capital(here) and not self._opens_another(here):
            here += 1
        return here if self.capital(at) and here > at + 1 and self.head(at) == at else at

    def _behind_a_degree(self, at: int) -> int:
        """The place after the stop in "GS.VS Lê Văn A", or `at`."""
        return at + (self.low(at) == "." and self.low(at - 1) in nouns.DEGREES)

    def _from_abroad(self, at: int) -> int:
        """The place after "JICA", "Pháp", "tại Lào" behind a title, or `at`."""
        letters = self.capital(at) and self.tokens[at].text.isupper() and len(self.tokens[at].text) > 2
        end = self.phrase(at + (self.low(at) in {"tại", "ở"}), nouns.COUNTRIES)
        return at + 1 if letters and not self.capital(at + 1) else max(at, end * self.capital(end - 1))

    def _one_title(self, at: int) -> int:
        """The place after one rank, office or noun for a person, or `at`."""
        respected = self.lows[at + 1 : at + 4] == ["có", "uy", "tín"]
        somebody = self.capital(at) or (self.low(at) == "người" and not respected)
        noun = at if somebody else self.person_noun(at)  # "tình nguyện viên"
        owns = self.low(at) == "chủ" and self.low(at + 1) not in _NOT_OWNED
        return max(noun, at + owns, self.phrase(at, nouns.RANKS), self.office(at), self._leader(at))

    def _field_and_unit(self, at: int) -> int:
        """The place after "Cơ yếu Lữ đoàn 242" behind "nhân viên", or `at`."""
        for unit in range(at + 1, at + 4):
            if not self._common_word(unit - 1) or self.surname_run(unit - 1):
                return at
            if (end := self.body(unit, before_a_person=True)) > unit:
                return end
        return at

    def _of_a_place_known_by_name(self, at: int) -> int:
        """The place after "làng dệt Mẫu", "chợ Thử Trung" at the end of who somebody is, or `at`."""
        here = at
        while here < at + 5 and self._common_word(here) and not self.capital(here):
            here += 1
        end = self.any_run(here, of_a_place=True)
        closed = self.low(end) in {",", ".", ";", ")", "", "-", "–"} or self.stops(end)
        return end if end > here > at and closed and end - here < 4 and not self.surname_run(here) else at
