"""What stands behind a person's name and is no part of it: titles, units, homes, ages, asides."""

from awards.extraction.language import nouns, words
from awards.extraction.naming.name import Name, year_within
from awards.extraction.naming.surnames import PEOPLES
from awards.extraction.naming.titles import Titles

_LONGEST_ASIDE = 14
_BEHIND_AN_ASIDE = {"và", "cùng", "được", "đã", "vừa", "vinh", "đón", "nhận"}


class Appositions(Titles):
    """Reads over them; the name takes what is said there of its year, class and office."""

    def after_name(self, name: Name) -> Name:
        """Titles and units behind a name belong to it and are no part of it."""
        titled = resident = False
        while True:
            at = name.end
            if self.low(at) == "lớp" and self.body(at) > at:
                name.end = self.body(at)  # "em A lớp 7B"
            elif self.low(at) in {"thuộc", "ở", "tại", "của", "ngụ", "trú", "quê"} or (
                self.low(at),
                self.low(at + 1),
            ) in {
                ("trực", "thuộc"),
                ("công", "tác"),
                ("cư", "trú"),
            }:
                skip = at + 1
                while self.low(skip) in {"thuộc", "tác", "trú", "tại", "ở"}:
                    skip += 1
                end = self.body(skip)
                if end == skip:
                    return name
                name.end = end
            elif self.low(at) in {",", "-", "–"} and (end := self._particulars(at + 1, resident)) > at + 1:
                resident = resident or self.low(at + 1) in nouns.RESIDENT
                name.end = end
            elif self.low(at) in {"-", "–"} and (end := self._aside(at)) > at:
                name.end = end
            elif self.low(at) in {",", "-", "–"}:
                title = self.title(at + 1)
                if title == at + 1 and (
                    (titled and self._closes_a_body(at + 1)) or self._closes_before_a_clause(at + 1)
                ):
                    title = self.body(at + 1)
                if title == at + 1 and self.low(at) == "," and self.low(at - 1) != ")":
                    title = self._units_in_a_row(at + 1)
                titled = titled or title > at + 1
                if self.phrase(at + 1, nouns.AUTHORITY_HEADS) > at + 1:
                    name.office = self.words(at + 1, title)
                if title == at + 1 and self.low(at) != ",":
                    title = self.body(at + 1)
                if title == at + 1 or self._gives_next(name, title):
                    return name
                name.end = title
            elif self.low(at) == "(":
                close = self.closing(at)
                inside = self.words(at + 1, close)
                if not close or any(mark in inside for mark in ";:"):
                    return name
                if not self._class_within(name, at + 1, close):
                    born = {"sinh", "sn"} & set(self.lows[at:close])
                    name.year = name.year or (None if born else year_within(self.lows[at:close]))
                name.end = close + 1
            else:
                return name

    def _gives_next(self, name: Name, title: int) -> bool:
        """ "… cho ông A, Chủ tịch nước tặng …": who is told of behind the comma gives, and is not who was given."""
        office = self.phrase(name.end + 1, nouns.AUTHORITY_HEADS) > name.end + 1
        verb = title
        while (step := self.phrase(verb, words.ON_THE_WAY_TO_GIVE)) > verb:
            verb = step
        gives = office and self.phrase(verb, words.GIVE) > verb
        return gives and bool(
            {"cho", "về"} & set(self.lows[max(name.start - _LONGEST_ASIDE, 0) : name.start])
        )

    def _aside(self, at: int) -> int:
        """The place after "- chủ tàu cá MH 9999 -" behind a name, or `at`."""
        for close in range(at + 2, min(at + _LONGEST_ASIDE, len(self.tokens) - 1)):
            if self.low(close) in {";", ":", "(", ",", "."}:
                return at
            if self.low(close) in {"-", "–"}:
                return close + 1 if self.low(close + 1) in _BEHIND_AN_ASIDE else at
        return at

    def _particulars(self, at: int, resident: bool) -> int:
        """The place after "ở bản A", "67 tuổi", "sinh năm 1950", "dân tộc Thái" behind a person's name, or `at`."""
        if resident and self.phrase(at, nouns.PLACE_HEADS) > at:
            return self.body(at)
        aged = self.low(at).isdigit() and self.low(at + 1) == "tuổi"
        if (people := self.phrase(at, PEOPLES)) > at:
            return people
        of_a_people = self.low(at) == "người" and self.low(at + 1) in {"gốc", "con"}
        if self.low(at) == "sinh" and self.person_noun(at) > at:
            return at  # "sinh viên", not "sinh năm 1950"
        if not (aged or of_a_people or self.low(at) in nouns.PARTICULARS):
            return at
        here = at + 1
        while here < len(self.tokens) and (self.tokens[here].is_word or self.tokens[here].is_number):
            if self.low(here) in {"là", "có", "làm"}:
                return at  # a clause of its own
            if self.low(here) in nouns.BEHIND_PARTICULARS or (
                self.low(here) == "và" and self._opens_another(here + 1)
            ):
                break
            here += 1
        return here

    def _closes_a_body(self, at: int) -> bool:
        """ "…, Trưởng phòng Nghiệp vụ, Cục Hải quan A.": the body ends the apposition, no list goes on."""
        end = self.body(at)
        head = self.lows[at : self.head(at)]
        if self.low(end) in {",", "và"} and head == self.lows[end + 1 : end + 1 + len(head)]:
            return False  # "…, Trưởng khoa Nhi, Công ty A, Công ty B": a row of their own
        upper = nouns.LEVEL_OF_HEADS.match(self.lows, at)[1] or 0
        before = range(max(at - 10, 0), at - 1)
        lower = [nouns.LEVEL_OF_HEADS.match(self.lows, place)[1] or 9 for place in before] or [9]
        if end > at and upper > min(lower):
            return True  # "công chức Đội Thủ tục, Chi cục A"
        return end > at and self.low(end) not in {",", "và", "-", "–"}

    def _units_in_a_row(self, at: int) -> int:
        """ "Đại úy A, Đại đội 5, Tiểu đoàn 3 được": units each above the last, or a place alone, say whose the person is."""
        end, level, units = at, 0, 0
        here = at
        if self.phrase(at, nouns.OF_PUPILS) > at and self.low(self.body(at) + 1) != self.low(at):
            return self.body(at)  # "em A, lớp 9A được"
        while (after := self.body(here)) > here:
            upper = nouns.LEVEL_OF_HEADS.match(self.lows, here)[1] or 0
            if upper <= level:
                break
            end, level, units = after, upper, units + 1
            if self.low(after) not in {",", "-", "–"}:
                break
            here = after + 1
        lives_there = (
            units
            and self.phrase(at, nouns.PLACE_HEADS) > at
            and (
                self.low(end) in {"", ";", "."}
                or self.stops(end)
                or self._is_parted_from_words(end)
                or self._is_parted_from_somebody(end)
            )
        )
        return end if units > 1 or lives_there or (units and level < 3 and self._is_parted_off(end)) else at

    def _is_parted_from_words(self, comma: int) -> bool:
        """ "Ông A, phường B, mới 29 tuổi đã …": no list goes on behind the comma."""
        return self.low(comma) == "," and self._common_word(comma + 1) and not self._opens_another(comma + 1)

    def _is_parted_from_somebody(self, comma: int) -> bool:
        """ "ông A, xã B, ông C, xã D": where each of those named lives."""
        addressed = max(self.phrase(comma + 1, table) for table in (nouns.FORMS_OF_ADDRESS, nouns.HOUSEHOLDS))
        return self.low(comma) == "," and bool(addressed > comma + 1 or self.surname_run(comma + 1))

    def _is_parted_off(self, end: int) -> bool:
        """ "Ông A, Khoa B, được tặng …", "… cho ông A, Phòng B.": the unit alone, and then the verb or nothing."""
        after = self.low(end)
        return after in {"", "."} or (
            after == "," and self.low(end + 1) in {"được", "đã", "vừa", "vinh", "cùng"}
        )

    def _closes_before_a_clause(self, at: int) -> bool:
        """ "…, Trung tâm Y tế A, người đã …": what is told next is told of the person."""
        end = self.body(at)
        return end > at and self.low(end) == "," and self.low(end + 1) in words.RELATIVE

    def _class_within(self, name: Name, start: int, close: int) -> bool:
        """ "(hạng Nhất, năm 2019)" behind a name: its own class and year."""
        if self.low(start) != "hạng" or self.low(start + 1) not in words.CLASSES or close - start > 5:
            return False
        name.order_class = words.CLASSES[self.low(start + 1)]
        name.year = year_within(self.lows[start:close])
        return True

    def _name_only(self, start: int, end: int) -> bool:
        """ "(Mẫu Giang)", "(PC09)"."""
        said = (self.capital(place) or (place > start and self.adheres(place)) for place in range(start, end))
        return 0 < end - start <= 4 and all(said)
