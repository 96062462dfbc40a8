"""Names of bodies, as they stand in running text."""

from awards.extraction.language import kinds, nouns, words
from awards.extraction.naming import surnames
from awards.extraction.naming.runs import Runs

LONGEST_BODY = 16
# "Bí thư Tỉnh ủy Phạm Văn A", "Bí thư Đảng ủy xã Phùng Thị B": the body needs no name of its own.
_COMPLETE_BEFORE_A_PERSON = {"ủy", "tỉnh", "huyện", "quận", "xã", "phường"}
_ORGANISED = {"cán", "nhân", "hành", "đảng"}  # "Ban tổ chức cán bộ", not "Bộ Tài chính tổ chức lễ"
_SHORT_FIELDS = {"PTNT", "CNTT", "KHCN"}  # "Nông nghiệp và PTNT"
_BEFORE_A_DATE = {"ngày", "sáng", "chiều", "tối", "trưa", "hôm", "từ", "đến", "dịp"}
_CLOSING = {"”", "’", '"', "'", "»"}


class Bodies(Runs):
    """Where the name of a body ends, which no mark says."""

    def body(self, at: int, *, before_a_person: bool = False) -> int:
        """The place after the name of a body that begins here, or `at`.

        `before_a_person`: the name may run into a person's, as in "Cục trưởng Cục A Nguyễn Văn B".
        """
        head = self.head(at)
        if head == at or (self.lows[at] == "bộ" and not self.capital(at)):  # "cán bộ Công an"
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
            named = before_a_person and self.surname_run(level)  # "Kho bạc Nhà nước tỉnh Hoàng Thị A"
            if level == head or named or not self.capital(level):
                return level
        inner = self.body(head, before_a_person=before_a_person) if self.head(head) > head else head
        if inner > head and not self.capital(head):
            return inner if self.capital(at) else at  # "Công an phường Mẫu"
        level = max(self.phrase(head, table) for table in (nouns.LEVELS, nouns.WITHIN_WHICH))
        inner_head = self.head(head) > level  # "Văn phòng Tỉnh ủy"
        closed = level > head and not self.capital(level) and not inner_head
        if self.capital(at) and closed and self.low(head) != "các":
            return level  # "Công an tỉnh"
        if self.phrase(at, nouns.NAMED_IN_LOWER_CASE) > at and self._common_word(head):
            while self._common_word(head) or self.capital(head) or self._adheres(head):
                head += 1  # "Đội tuyển U23 Việt Nam"
            return head
        if not (self.capital(head) or self._numbered(head) or self.low(head) in {"“", '"'}):
            proper = next(
                (place for place in range(head, head + 8) if self.capital(place) or self._numbered(place)), 0
            )
            between = range(head, proper)
            if not self.capital(at) or not proper or not all(self._goes_on(place, at) for place in between):
                return self.phrase(at, nouns.NAMED_BY_A_CAPITAL) if at > 0 and self.capital(at) else at
        end = head
        while end < len(self.tokens) and end - at < LONGEST_BODY:
            run = self.surname_run(end) if before_a_person and not self._ends_a_place(end) else 0
            long = run - end > 2  # "Giám đốc Trường THPT Thạch Thành": two syllables are rather a place
            if run and (
                (end > head and (long or self._is_proper(end - 1)))
                or (self.low(head - 1) in _COMPLETE_BEFORE_A_PERSON and long)
            ):
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
            or self.tokens[end - 1].text in _CLOSING
        ):
            end -= 1
        # "Cục", "đơn vị": a head is a name only with a proper one behind it.
        proper = any(
            self.tokens[place].is_capital or self.tokens[place].is_number for place in range(head, end)
        )
        return end if proper else at

    def _ends_a_place(self, at: int) -> bool:
        """ "Kho bạc Nhà nước Mẫu Hà Nguyễn Thị Ví": "Hà" is of the place, for another family name follows."""
        named_behind = self.low(at + 1) in surnames.SURNAMES and self.low(at + 2) in surnames.MIDDLE_NAMES
        return named_behind and self.capital(at - 1)

    def _name_run(self, at: int, before_a_person: bool) -> int:
        if before_a_person and self.surname_run(at) - at > 2:
            return at  # "Phó Chủ tịch UBND xã Giàng A Mẫu"
        start = at
        while self.capital(at) and self.tokens[at].is_word:
            if before_a_person and at > start and self.surname_run(at):
                break  # "Chủ tịch UBND tỉnh Mẫu Hà Nguyễn Văn A"
            at += 1
        return at

    def _numbered(self, at: int) -> bool:
        return at < len(self.tokens) and (self.tokens[at].is_number or self.low(at) == "số")

    def _goes_on(self, at: int, start: int) -> int:
        """How many tokens from here belong to the body's name."""
        token = self.tokens[at]
        if token.is_word:
            if self._opens_a_form(at):
                return 0
            if token.is_capital:
                return 1
            pair = (token.low, self.low(at + 1))
            if token.low == "và":
                council = self.lows[start : start + 2] == ["văn", "phòng"] and self.phrase(
                    at + 1, nouns.COUNCILS
                )
                return int(council > at + 1 or self.and_goes_on(at))
            if pair == ("tổ", "chức") and not self.capital(at - 1):
                return 2 if self.low(at + 2) in _ORGANISED or self.head(at - 1) == at else 0
            if pair == ("khu", "vực"):
                return 2
            if pair in nouns.WITHIN_NAMES or (pair == ("có", "công") and not self.capital(at + 1)):
                return 2
            if (self.low(at - 1), token.low) in nouns.WITHIN_NAMES_BEHIND:
                return 1
            if token.low == "các" and self.low(at + 1) in nouns.BODIES_IN_A_NAME:
                return 2  # "Ban Quản lý các khu công nghiệp"
            if token.low == "số" and self._numbered(at + 1):
                return 2
            return int(not self.stops(at) and not self._is_behind_a_proper_name(at, start))
        if token.text == ",":
            return int(self.comma_goes_on(at, start))
        if token.is_number:
            return int(self._is_its_number(at))
        if token.text in {"-", "–"} and at + 1 < len(self.tokens) and self.capital(at + 1):
            head = self.head(at + 1)
            strong = head > at + 1 and " ".join(self.lows[at + 1 : head]) not in nouns.WEAK_HEADS
            follows_a_head = strong or self.phrase(at + 1, nouns.AUTHORITY_HEADS) > at + 1
            return 0 if follows_a_head or self.surname_run(at + 1) else 2
        if token.text in {"-", "–"} and not self.tokens[at - 1].is_capital and self._common_word(at + 1):
            apart = self.phrase(at - 1, nouns.LEVELS) > at - 1 or self._opens_another(at + 1)
            return 0 if apart else 2  # "quản lý hàng đầu tư - gia công"
        if token.text in {"“", '"'} and self.capital(at + 1):
            return self._quoted(at)
        return int(token.text == "&")

    def _adheres(self, at: int) -> bool:
        """Whether a number here is written to the word before it: "Lớp 10A2", "U23"."""
        number = at < len(self.tokens) and self.tokens[at].is_number
        return number and self.tokens[at - 1].end == self.tokens[at].start

    def _is_its_number(self, at: int) -> bool:
        """Whether the number here is the body's own: "Ban Chỉ đạo 389 tỉnh", "Tàu 8001", "Trường Mầm non 20/10"."""
        if self._adheres(at):
            return True
        text, before = self.tokens[at].text, self.low(at - 1)
        if self.counted_noun(at + 1) > at + 1 and before not in kinds.NUMBERED:
            return False
        if "/" in text:
            return text.count("/") == 1 and before not in _BEFORE_A_DATE
        year = len(text) == 4 and text < "2100"
        years = self.low(at + 1) == "năm" and not (self._numbered(at + 2) and len(self.low(at + 2)) == 4)
        return len(text) < 5 and not year and not years and self.low(at + 1) not in {"lượt", "lần"}

    def comma_goes_on(self, at: int, start: int) -> bool:
        """Whether the comma is part of the name: "Sở Văn hóa, Thể thao và Du lịch", "phòng, chống ma túy"."""
        after = at + 1
        if (self.low(at - 1), self.low(after)) in nouns.WITHIN_NAMES_OVER_A_COMMA:
            return True
        if self.phrase(start, nouns.PLACE_HEADS) > start or self._opens_another(after):
            return False
        for place in range(after, min(after + 7, len(self.tokens))):
            if self.low(place) == "và" and place > after and not self.capital(place):
                return self.and_goes_on(place)
            if self.low(place) != "," and (self.stops(place) or not self.tokens[place].is_word):
                return False
            if self.low(place) == "," and self._opens_another(place + 1):
                return False
        return False

    def _opens_another(self, at: int) -> bool:
        """Whether another name, number of recipients or form begins here."""
        if self.head(at) > at or self.surname_run(at) or self._is_a_person_named(at):
            return True
        if any(self.phrase(at, table) > at for table in (nouns.FORM_OPENINGS, nouns.AUTHORITY_HEADS)):
            return True
        said = max(
            self.counted_noun(at),
            *(self.phrase(at, table) for table in (nouns.FORMS_OF_ADDRESS, nouns.RANKS)),
        )  # "thương binh", "Thương binh Nguyễn Văn A", not "Thương binh và Xã hội"
        named = said + (self.low(said) == ".")  # "và ThS. Lê Văn A"
        if self.low(said) == "," and self.phrase(said + 1, nouns.RANKS) > said + 1:
            named = self.phrase(said + 1, nouns.RANKS)  # "và Giáo sư, Tiến sĩ Lê Văn A"
        return said > at and (not self.capital(at) or bool(self.surname_run(named)))

    def _is_a_person_named(self, at: int) -> bool:
        """ "… và điều tra viên Lê Vụ", "… và nhà điêu khắc Đinh Y Mẫu"."""
        kind, end = kinds.kind_at(self.lows, at)
        if kind != kinds.INDIVIDUAL and self.capital(at):
            return False  # "Giám đốc Sở Giáo dục và Đào tạo Lê Văn A"
        shortest = 2 if kind == kinds.INDIVIDUAL else 3
        for place in range(max(end, at + 1), at + 5):
            if self.surname_run(place) - place >= shortest:
                return True
            if not self._common_word(place) or self.capital(place):
                return False
        return False

    def and_goes_on(self, at: int) -> bool:
        """Whether "và" is part of the name: "Công nghệ thông tin và Thống kê", "buôn lậu và gian lận thương mại"."""
        after = at + 1
        letters = [self.tokens[place].text for place in (at - 1, after) if place < len(self.tokens)]
        if all(text.isupper() and len(text) > 1 for text in letters) and self.head(after) == after:
            return True  # "Chi cục Hải quan KCX và KCN"
        if any(self.phrase(after, table) > after for table in (words.ABOUT, words.MANY)):
            return False  # "của ngành Tài chính và gần 50 đơn vị"
        enterprise = len(letters[-1]) > 2 and letters[-1].isupper() and letters[-1] not in _SHORT_FIELDS
        if self.has_several_syllables(after) and not self.has_several_syllables(at - 1):
            return False  # "Phân xưởng Cơ điện và Viettel Mẫu Hà"
        if enterprise and self.capital(after + 1) and not letters[0].isupper():
            return False  # "Tổng cục Hải quan và BIDV Chi nhánh A"
        if (self.tokens[at - 1].is_capital and not self.capital(after)) or self._opens_another(after):
            return False
        if self.capital(after):
            return not self.tokens[at - 1].is_capital or self.low(at - 1) in {"dục", "hóa"}
        return self._common_word(after)

    def _is_behind_a_proper_name(self, at: int, start: int) -> bool:
        """ "Đồn Biên phòng Mẫu Pha lan tỏa …": behind two capitals only a level or a region goes on."""
        if self.phrase(at - 1, nouns.FIELDS) > at:
            return False
        proper = at - 2 > start and all(
            self.capital(place) and not self.tokens[place].text.isupper() for place in (at - 2, at - 1)
        )
        level = self.phrase(at, nouns.LEVELS) > at or self.low(at) in {
            "khu",
            "miền",
            "phía",
            "vùng",
            "cơ",
            "chi",
            "quân",
        }
        in_a_head = any(self.head(place) > at - 2 for place in range(max(at - 5, start), at - 1))
        return proper and not level and not in_a_head

    def _is_proper(self, at: int) -> bool:
        """Whether a name of its own stands here already: "Cục Thuế Mẫu Hà | Lê A", not "Trường THPT | Thạch Thành"."""
        return self.capital(at) and self.capital(at - 1) and not self.tokens[at].text.isupper()

    def _quoted(self, at: int) -> int:
        for end in range(at + 1, min(at + 8, len(self.tokens))):
            if self.tokens[end].text in _CLOSING:
                return end + 1 - at
        return 0
