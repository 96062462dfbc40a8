"""Names of bodies, as they stand in running text."""

from awards.extraction.language import nouns
from awards.extraction.naming import surnames
from awards.extraction.naming.going_on import CLOSING, SCHOOLS
from awards.extraction.naming.small_bodies import SmallBodies

LONGEST_BODY = 22
_LONGEST_FIELD = 12  # words between a head and what is proper
# "Bí thư Tỉnh ủy Phạm Văn A", "Bí thư Đảng ủy xã Phùng Thị B": the body needs no name of its own.
_COMPLETE_BEFORE_A_PERSON = {"ủy", "tỉnh", "huyện", "quận", "xã", "phường"}
_NAMED_AFTER_PEOPLE = set(
    "trường học thpt thcs non công doanh htx hợp quỹ hát tàng viện phường xã tnhh cp khách hàng liên đội đường dntn".split()
)


class Bodies(SmallBodies):
    """Where the name of a body ends, which no mark says."""

    def body(self, at: int, *, before_a_person: bool = False) -> int:
        """The place after the name of a body that begins here, or `at`.

        `before_a_person`: the name may run into a person's, as in "Cục trưởng Cục A Nguyễn Văn B".
        """
        head = self.head(at)
        if head == at or (self.lows[at] == "bộ" and not self._is_a_ministry(at)):  # "cán bộ Công an"
            return at
        council = self.phrase(at, nouns.COUNCILS)
        if council > at:
            level = self.phrase(council, nouns.LEVELS)
            after = self.body(council, before_a_person=before_a_person) if level > council else council
            after = max(after, self.phrase(level, nouns.HYPHENATED_PLACES))
            return (
                max(after, level)
                if not self.capital(level)
                else max(after, self._name_run(level, before_a_person))
            )
        complete = self.words(at, head) in nouns.BODIES and not self.capital(head)
        if complete and self.lows[head : head + 2] != ["khu", "vực"]:
            level = self.phrase(head, nouns.LEVELS)  # "Kho bạc Nhà nước tỉnh"
            if level > head and self.capital(level) and not before_a_person:
                return self._name_run(level, before_a_person)  # "Kho bạc Nhà nước huyện A"
            run = self.surname_run(level) if before_a_person else 0
            sure = run - level > 2 or self.low(level) in surnames.COMMONEST
            named = bool(run) and sure  # "Kho bạc Nhà nước tỉnh Hoàng Thị A"
            if level == head or named or not self.capital(level):
                return level
        if not self.capital(at) and (closes := self._of_a_place(at, head)):
            return closes
        inner = self.body(head, before_a_person=before_a_person) if self.head(head) > head else head
        if inner > head and not self.capital(head):
            return inner  # "Công an phường Mẫu"
        level = max(self.phrase(head, table) for table in (nouns.LEVELS, nouns.WITHIN_WHICH))
        inner_head = self.head(head) > level  # "Văn phòng Tỉnh ủy"
        numbered = self._numbered(level) and self._is_its_number(level)  # "Tòa án nhân dân khu vực 3"
        closed = level > head and not self.capital(level) and not inner_head and not numbered
        if self.capital(at) and closed and self.low(head) != "các":
            return level  # "Công an tỉnh"
        if self.phrase(at, nouns.NAMED_IN_LOWER_CASE) > at and self._common_word(head):
            while self._common_word(head) or self.capital(head) or self.adheres(head):
                head += 1  # "Đội tuyển U23 Việt Nam"
            return head
        if not (self.capital(head) or self._numbered(head) or self.low(head) in {"“", '"'}):
            proper = next(
                (
                    place
                    for place in range(head, head + _LONGEST_FIELD)
                    if self.capital(place) or self._numbered(place)
                ),
                0,
            )
            between = range(head, proper)
            if not self.capital(at) and (field := self._behind_fields(head)) and proper == field:
                return self._name_run(field, before_a_person)  # "công ty du lịch Mẫu Xuân"
            if not self.capital(at) or not proper or not all(self._goes_on(place, at) for place in between):
                named = self.phrase(at, nouns.NAMED_BY_A_CAPITAL) if at > 0 and self.capital(at) else at
                numbered = named + (named > at and self._numbered(named) and self._is_its_number(named))
                return (
                    self.phrase(numbered, nouns.OF_WHAT_SORT)
                    if named > at
                    else self._closed_by_a_level(at, head)
                )
        end = head
        while end < len(self.tokens) and end - at < LONGEST_BODY:
            if before_a_person and self._meets_a_person(at, head, end):
                if self.phrase(end - 1, nouns.LEVELS) == end:
                    return end  # "Bí thư Đoàn xã Vừ A Mẫu"
                break
            step = self._goes_on(end, at)
            if not step:
                break
            end += step
        while end > head and not (
            self.tokens[end - 1].is_word
            or self.tokens[end - 1].is_number
            or self.tokens[end - 1].text in CLOSING
        ):
            end -= 1
        # "Cục", "đơn vị": a head is a name only with a proper one behind it.
        proper = any(
            self.tokens[place].is_capital or self.tokens[place].is_number for place in range(head, end)
        )
        return end if proper else at

    def _is_a_ministry(self, at: int) -> bool:
        """ "Bộ Y tế", "bộ GD&ĐT", unlike "cán bộ Công an"."""
        letters = self.capital(at + 1) and self.tokens[at + 1].text.isupper()
        return self.capital(at) or (letters and self.low(at - 1) != "cán")

    def _meets_a_person(self, at: int, head: int, end: int) -> bool:
        """Whether the name of the body, which is complete here, runs into a person's: "Cục trưởng Cục A | Lê Văn B"."""
        run = 0 if self._ends_a_place(end) else self.surname_run(end)
        if not run or self.is_a_nameless_school(at, end) or self.is_rather_a_place(end):
            return False  # "Hiệu trưởng Trường THPT Nguyễn Văn Mẫu": the school has no other name
        long = run - end > 2  # "Giám đốc Trường THPT Thạch Thành": two syllables are rather a place
        sure = self.low(end) in surnames.COMMONEST
        if end == head:
            without_a_name = self.low(head - 1) in _COMPLETE_BEFORE_A_PERSON
            without_a_name = (
                without_a_name or self.words(at, head) in nouns.BODIES
            )  # "Chủ tịch Quốc hội Lê A"
            long = long or (sure and self.words(at, head) in nouns.BODIES)
            return (without_a_name and long) or (self.low(head - 1) == "ủy" and sure)
        return long or self._is_proper(end - 1) or (sure and not self._is_named_after(at, end))

    def is_rather_a_place(self, at: int) -> bool:
        """ "Cục trưởng Cục Thuế tỉnh Trà Giang Giả": behind a level, by a word that places begin with."""
        named = " ".join(self.lows[at : at + 3]) in surnames.PLACES
        level = any(self.phrase(place, nouns.LEVELS) == at for place in (at - 1, at - 2))
        middle = self.low(at + 1) in surnames.COMMON_MIDDLE_NAMES
        return named or (level and self.low(at) in surnames.OF_PLACES_TOO and not middle)

    def is_a_nameless_school(self, start: int, end: int) -> bool:
        """ "Trường THPT", which needs the name behind it."""
        return end > start and set(self.lows[start:end]) <= SCHOOLS

    def _of_a_place(self, at: int, head: int) -> int:
        """The place after "tổ hòa giải thôn A", a small body by its field and its place, or 0."""
        if all(self.phrase(at, table) == at for table in (nouns.SMALL_BODIES, nouns.NAMED_IN_LOWER_CASE)):
            return 0
        here = head
        if (numbered := self._of_a_number(head)) and self._common_word(head):
            return numbered
        while here < head + _LONGEST_FIELD and self._common_word(here) and not self.capital(here):
            named_by_its_place = here > head or self.phrase(at, nouns.NAMED_IN_LOWER_CASE) > at
            if named_by_its_place and self.phrase(here, nouns.PLACE_HEADS) > here:
                end = self.body(here)
                return end if end > here else 0
            here += 1
        return 0

    def _ends_a_place(self, at: int) -> bool:
        """ "Kho bạc Nhà nước Mẫu Hà Nguyễn Thị Ví": "Hà" is of the place, for another family name follows."""
        given = self.low(at + 2) in surnames.MIDDLE_NAMES and self.low(at + 1) in surnames.SURNAMES
        sure = self.low(at + 1) in surnames.COMMONEST and self.low(at) not in surnames.COMMONEST
        sure = sure or (self.low(at + 1) in surnames.SURNAMES and self.surname_run(at + 1) - at > 3)
        return self.capital(at - 1) and self.capital(at + 2) and (given or sure)

    def _is_named_after(self, start: int, end: int) -> bool:
        """ "Trường Tiểu học Lê Mẫu", "Công ty Cổ phần Nguyễn Mẫu": such bodies bear the names of people."""
        last = self.tokens[end - 1]
        if last.is_capital and not last.text.isupper() and last.low not in SCHOOLS:
            return False  # "Đoàn phường Mẫu | Lê Thử"
        return any(
            self.low(place) in _NAMED_AFTER_PEOPLE and self.low(place - 1) != "môi"
            for place in range(start, end)
        )

    def _is_proper(self, at: int) -> bool:
        """Whether a name of its own stands here already: "Cục Thuế Mẫu Hà | Lê A", not "Trường THPT | Thạch Thành"."""
        return self.capital(at) and self.capital(at - 1) and not self.tokens[at].text.isupper()
