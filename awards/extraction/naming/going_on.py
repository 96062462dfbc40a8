"""Over which words, marks and numbers the name of a body goes on."""

from awards.extraction.language import kinds, nouns
from awards.extraction.naming.joints import Joints

_ORGANISED = {"cán", "nhân", "hành", "đảng"}  # "Ban tổ chức cán bộ", not "Bộ Tài chính tổ chức lễ"
_BEFORE_A_DATE = {"ngày", "sáng", "chiều", "tối", "trưa", "hôm", "từ", "đến", "dịp"}
SCHOOLS = set(
    "trường đại tiểu trung học phổ thông cơ sở mầm non cao đẳng thpt thcs chuyên năng khiếu dân lập tư thục".split()
)
CLOSING = {"”", "’", '"', "'", "»"}


class GoingOn(Joints):
    """Asks how far the name of a body that has begun goes on."""

    def _numbered(self, at: int) -> bool:
        return at < len(self.tokens) and (self.tokens[at].is_number or self.low(at) == "số")

    def _goes_on(self, at: int, start: int) -> int:
        """How many tokens from here belong to the body's name."""
        token = self.tokens[at]
        if token.is_word:
            if self._opens_a_form(at):
                return 0
            if token.is_capital or self._ends_its_number(at):
                return 1
            pair = (token.low, self.low(at + 1))
            if token.low == "và":
                council = self.lows[start : start + 2] == ["văn", "phòng"] and self.phrase(
                    at + 1, nouns.COUNCILS
                )
                return int(council > at + 1 or self.and_goes_on(at))
            if pair == ("tổ", "chức") and not self.capital(at - 1):
                organised = self.low(at + 2) in _ORGANISED or self.low(at - 1) == "các"
                return 2 if organised or self.head(at - 1) == at else 0
            if pair == ("khu", "vực"):
                return 2
            if pair in nouns.WITHIN_NAMES or (pair == ("có", "công") and not self.capital(at + 1)):
                return 2
            if (self.low(at - 1), token.low) in nouns.WITHIN_NAMES_BEHIND:
                return 1
            branch = self.phrase(start, nouns.BRANCHES) > start or self.low(at - 1) in {"việt", "nam"}
            somewhere = self.capital(at + 1) or self.phrase(at + 1, nouns.LEVELS) > at + 1
            if token.low == "tại" and branch and somewhere:
                return 2  # "Hội người Việt Nam tại Lào", "Phân hiệu Trường A tại B"
            if token.low == "các" and self.low(at + 1) in nouns.BODIES_IN_A_NAME:
                return 2  # "Ban Quản lý các khu công nghiệp"
            if token.low == "số" and self._numbered(at + 1):
                return 2
            proper = self._is_behind_a_proper_name(at, start) and not self._stands_between_capitals(at)
            part = self.low(at) in nouns.STOPS or not proper
            return int(not self.stops(at) and part)
        if token.text == ",":
            return int(self.comma_goes_on(at, start))
        if token.is_number:
            return int(self._is_its_number(at))
        if token.text == "-" and self._joins_syllables(at):
            return 2
        if token.text == "-" and self.tokens[at - 1].is_number and self._adheres_to_both(at):
            return 0 if self.head(at + 1) > at + 1 else 2  # "Tàu 015-Trần Hưng Mẫu"
        if (
            token.text == "-"
            and self._numbered(at + 1)
            and self.capital(at - 1)
            and self._adheres_to_both(at)
        ):
            return 2  # "Tàu HQ-936"
        if token.text in {"-", "–"} and at + 1 < len(self.tokens) and self.capital(at + 1):
            head = self.head(at + 1)
            level_of_school = self.low(at - 1) in SCHOOLS and self.low(at + 1) in SCHOOLS
            if {self.low(at - 1), self.low(at + 1)} == {"hđnd", "ubnd"}:
                return 2  # "Văn phòng HĐND – UBND huyện"
            if level_of_school and self.low(start) == "trường":
                return 2  # "Trường Tiểu học - THCS - THPT A"
            strong = head > at + 1 and " ".join(self.lows[at + 1 : head]) not in nouns.WEAK_HEADS
            follows_a_head = strong or self.phrase(at + 1, nouns.AUTHORITY_HEADS) > at + 1
            said = max(self.phrase(at + 1, table) for table in (nouns.RANKS, nouns.FORMS_OF_ADDRESS))
            follows_somebody = bool(self.surname_run(said))  # "chùa A - Đại đức Thạch B"
            return 0 if follows_a_head or follows_somebody else 2
        if token.text in {"-", "–"} and not self.tokens[at - 1].is_capital and self._common_word(at + 1):
            apart = self.phrase(at - 1, nouns.LEVELS) > at - 1 or self._opens_another(at + 1)
            return 0 if apart else 2  # "quản lý hàng đầu tư - gia công"
        if token.text in {"“", '"'} and self.capital(at + 1):
            return self._quoted(at)
        return 2 if token.text == "/" and self._common_word(at + 1) else int(token.text == "&")

    def _adheres_to_both(self, at: int) -> bool:
        """Whether the mark here is written to what stands on both of its sides."""
        if not 0 < at < len(self.tokens) - 1:
            return False
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        return before.end == self.tokens[at].start and self.tokens[at].end == after.start

    def _joins_syllables(self, at: int) -> bool:
        """ "Trạm Ra-đa 22": a foreign word, its syllables joined without room."""
        syllables = self.capital(at - 1) and self._common_word(at + 1) and not self.capital(at + 1)
        return syllables and self._adheres_to_both(at)

    def adheres(self, at: int) -> bool:
        """Whether a number here is written to the word before it: "Lớp 10A2", "U23"."""
        number = at < len(self.tokens) and self.tokens[at].is_number
        return number and self.tokens[at - 1].end == self.tokens[at].start

    def _ends_its_number(self, at: int) -> bool:
        """Whether letters here are written to the number before them: "Lữ đoàn 9xx", "Tiểu đoàn 4b"."""
        before = self.tokens[at - 1]
        return before.is_number and before.end == self.tokens[at].start

    def _is_its_number(self, at: int) -> bool:
        """Whether the number here is the body's own: "Ban Chỉ đạo 389 tỉnh", "Tàu 8001", "Trường Mầm non 20/10"."""
        if self.adheres(at):
            return True
        text, before = self.tokens[at].text, self.low(at - 1)
        if self.counted_noun(at + 1) > at + 1 and before not in kinds.NUMBERED and not self.capital(at + 1):
            return False
        vessel = self.tokens[at - 1].text.isupper() and "tàu" in self.lows[max(at - 4, 0) : at - 1]
        if vessel and text.isdigit():
            return True  # "Tàu cá MG 90123"
        if "/" in text:
            return text.count("/") == 1 and before not in _BEFORE_A_DATE
        unit = any(self.phrase(place, nouns.NUMBERED_UNITS) == at for place in (at - 1, at - 2))
        year = len(text) == 4 and "1900" < text < "2100" and not unit  # "Trung đoàn 1999"
        years = self.low(at + 1) == "năm" and not (self._numbered(at + 2) and len(self.low(at + 2)) == 4)
        return len(text) < 5 and not year and not years and self.low(at + 1) not in {"lượt", "lần"}

    def _is_behind_a_proper_name(self, at: int, start: int) -> bool:
        """ "Đồn Biên phòng Mẫu Pha lan tỏa …": behind two capitals only a level or a region goes on."""
        if self.phrase(at - 1, nouns.FIELDS) > at or self.head(at - 1) > at:
            return False  # "Ban Xây dựng Đảng Huyện ủy"
        of_a_field = self.phrase(at, nouns.FIELDS) > at  # "Ban Chỉ đạo 389 quốc gia"
        numbered = at > start and self.tokens[at - 1].is_number and not of_a_field  # "Phân xưởng 2 lại được"
        proper = numbered or (
            at - 2 > start
            and all(
                self.capital(place) and not self.tokens[place].text.isupper() for place in (at - 2, at - 1)
            )
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

    def _stands_between_capitals(self, at: int) -> bool:
        """ "Công ty Nhựa Thiếu niên Mẫu Phong được": a syllable of a word, with which the name is not yet at its end."""
        end = at + 1
        while self.capital(end) and not self._opens_another(end):
            end += 1
        closed = end == len(self.tokens) or not self.tokens[end].is_word or self.stops(end)
        return end > at + 1 and closed and not self._opens_another(at)

    def _quoted(self, at: int) -> int:
        for end in range(at + 1, min(at + 8, len(self.tokens))):
            if self.tokens[end].text in CLOSING:
                return end + 1 - at
        return 0
