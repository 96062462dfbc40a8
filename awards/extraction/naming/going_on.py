"""Over which words, marks and numbers the name of a body goes on."""

from awards.extraction.language import kinds, nouns, words
from awards.extraction.naming.runs import Runs

_ORGANISED = {"cán", "nhân", "hành", "đảng"}  # "Ban tổ chức cán bộ", not "Bộ Tài chính tổ chức lễ"
_SHORT_FIELDS = {"PTNT", "CNTT", "KHCN"}  # "Nông nghiệp và PTNT"
_BEFORE_A_DATE = {"ngày", "sáng", "chiều", "tối", "trưa", "hôm", "từ", "đến", "dịp"}
CLOSING = {"”", "’", '"', "'", "»"}


class GoingOn(Runs):
    """What belongs to a name that has begun, and what begins another."""

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

    def _adheres(self, at: int) -> bool:
        """Whether a number here is written to the word before it: "Lớp 10A2", "U23"."""
        number = at < len(self.tokens) and self.tokens[at].is_number
        return number and self.tokens[at - 1].end == self.tokens[at].start

    def _is_its_number(self, at: int) -> bool:
        """Whether the number here is the body's own: "Ban Chỉ đạo 389 tỉnh", "Tàu 8001", "Trường Mầm non 20/10"."""
        if self._adheres(at):
            return True
        text, before = self.tokens[at].text, self.low(at - 1)
        if self.counted_noun(at + 1) > at + 1 and before not in kinds.NUMBERED and not self.capital(at + 1):
            return False
        vessel = self.tokens[at - 1].text.isupper() and "tàu" in self.lows[max(at - 4, 0) : at - 1]
        if vessel and text.isdigit():
            return True  # "Tàu cá MG 90123"
        if "/" in text:
            return text.count("/") == 1 and before not in _BEFORE_A_DATE
        year = len(text) == 4 and "1900" < text < "2100"
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
        if self.lows[at - 2 : at] == ["cơ", "quan"] and self.lows[after : after + 2] == ["doanh", "nghiệp"]:
            return True  # "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh"
        letters = [self.tokens[place].text for place in (at - 1, after) if place < len(self.tokens)]
        if all(text.isupper() and len(text) > 1 for text in letters) and self.head(after) == after:
            return True  # "Chi cục Hải quan KCX và KCN"
        members = self.phrase(after, nouns.MEMBER)
        if members > after and self.head(members) > members:
            return False  # "Tiểu đoàn 2 và nhân dân xã A"
        if self.low(after) in {"thcs", "thpt"} and self.low(at - 1) in {"học", "thcs", "sở", "non"}:
            return True  # "Trường Tiểu học và THCS A"
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
            joins = not self.tokens[at - 1].is_capital or self.low(at - 1) in {"dục", "hóa"}
            return joins or self._is_a_word_like_the_one_before(at)
        return self._common_word(after)

    def _is_a_word_like_the_one_before(self, at: int) -> bool:
        """ "Bệnh viện Lao và Bệnh phổi": behind the head one word, behind "và" a compound, neither of them proper."""
        heads = any(
            self.head(place) == at - 1 and self.phrase(place, nouns.PLACE_HEADS) == place
            for place in (at - 2, at - 3)
        )
        return heads and self._common_word(at + 2) and not self.capital(at + 2)

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
