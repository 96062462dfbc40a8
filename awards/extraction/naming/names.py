"""Who or what is named: people and bodies with what stands around their names and is no part of them."""

from awards.extraction.language import nouns
from awards.extraction.language.nouns import COLLECTIVE
from awards.extraction.language.tokens import LIST_MARK
from awards.extraction.naming.name import Name, year_within
from awards.extraction.naming.people import People

_ADVERBIALS = set(
    "với nhờ sau trong năm tại nhân ghi ngày tháng theo từ cùng dịp trước vì do ngoài đặc mới cũng bên sáng chiều tối vừa riêng".split()
)
_OPENING_A_LIST = {":", "(", "gồm", "là", "và", ";", "có", "như", "biểu", LIST_MARK}
_LONGEST_STAFF = 10
_CLOSING = {"được", "vinh", "đã", "vừa", "đón", "nhận", "đạt"}


class Names(People):
    """Reads names out of one sentence."""

    def organisation(self, at: int) -> Name | None:
        """A body, without the superior unit behind a hyphen, in brackets or after "thuộc"."""
        here = at
        if self.lows[at : at + 2] == ["tập", "thể"]:
            here += 2
        members = max(self.phrase(here, nouns.MEMBERS), self._members(here))
        if here > at and self.body(members) == members:
            members = self._who_they_are(here)
        if self.body(members) > members:
            here = members
        leaders = self.phrase(here, nouns.LEADERS_OF_A_BODY)
        if self.lows[at - 2 : at] == ["đại", "diện"] and self.body(leaders) > leaders > here:
            here = leaders  # "Đại diện Ban Giám hiệu Trường A nhận …": the school was given it
        own = self.head(here)
        if self.low(at - 1) in {"các", "những"} and not self.capital(here) and self.capital(own):
            here = own if self.head(own) > own > here else here  # "các doanh nghiệp Công ty A, Công ty B"
        end = self.body(here)
        if end == here:
            return None
        name = Name(COLLECTIVE, self.words(here, end), at, end)
        if name.name.endswith((" -", " –")):
            name.name = name.name[:-2]
        return self.with_superiors(name, here)

    def with_superiors(self, name: Name, here: int) -> Name:
        """The name with what stands behind it and says whose it is; `here`: where the body's own name begins."""
        while True:
            after = name.end
            if self.low(after) in {"-", "–"} and self.body(after + 1) > after + 1:
                name.end = self.body(after + 1)
            elif self.low(after) == "," and self.low(after - 1) != ")" and self._is_superior(here, after + 1):
                here, name.end = after + 1, self.body(after + 1)
            elif self.low(after - 1) == ")" and self.lows[after : after + 2] == ["chi", "nhánh"]:
                name.end = max(self.body(after), after + 2)  # "Ngân hàng A (B) Chi nhánh C"
                name.name = self.words(here, name.end)
            elif self.low(after - 1) == ")" and self._is_above(here, after):
                name.end = self.body(after)  # "Phòng Cảnh sát ma túy (PC04) Công an tỉnh"
            elif self.low(after) in {"thuộc", "trực", "của"}:
                skip = after + (2 if self.low(after) == "trực" else 1)
                if self.body(skip) == skip:
                    return name
                name.end = self.body(skip)
            elif self.low(after) == "(":
                close = self.closing(after)
                inside = after + 1
                while self.low(inside) in {"thuộc", "trực"}:
                    inside += 1
                says_whose = self._bodies_in_a_row(inside) == close or self._name_only(inside, close)
                if close and (says_whose or self._class_within(name, inside, close)):
                    name.end = close + 1
                elif close and year_within(self.lows[after:close]) and close - after <= 4:
                    name.year, name.end = year_within(self.lows[after:close]), close + 1
                else:
                    return name
            else:
                return name

    def _behind_an_adverbial(self, comma: int) -> bool:
        """ "Với những thành tích đó, Khoa A, Bệnh viện B được": no list has begun before the comma."""
        opening = comma - 1
        while opening > 0 and self.low(opening - 1) not in {",", ";", ":", "."}:
            opening -= 1
        return self.low(opening) in _ADVERBIALS and (not opening or self.low(opening - 1) != ",")

    def _members(self, at: int) -> int:
        """The place after two and more of those who make a body up, or `at`."""
        end, said = self.phrase(at, nouns.MEMBER), 1
        while self.low(end) in {",", "và"} and end > at:
            further = self.phrase(end + 1, nouns.MEMBER)
            if further == end + 1:
                break
            end, said = further, said + 1
        return end if said > 1 else at

    def _who_they_are(self, at: int) -> int:
        """The place after "giáo viên", "cán bộ, y bác sĩ" in "tập thể giáo viên Trường A", or `at`."""
        for end in range(at, min(at + _LONGEST_STAFF, len(self.tokens))):
            if self.body(end) > end:
                return end
            if self.capital(end) or not (self._common_word(end) or self.low(end) in {",", "và"}):
                return at
        return at

    def _is_superior(self, start: int, at: int) -> bool:
        """ "Khoa A, Bệnh viện B được tặng": two alone before a verb, the second above the first."""
        lower = nouns.LEVEL_OF_HEADS.match(self.lows, start)[1]
        upper = nouns.LEVEL_OF_HEADS.match(self.lows, at)[1]
        end = self.body(at)
        if end > at and self._is_part(start, at):
            return True
        if not self._is_above(start, at):
            return False
        if self.low(end) == "," and self._is_superior(at, end + 1):
            return self.low(start - 1) not in _OPENING_A_LIST  # "Tổ A, Phòng B, Cục C"
        entry = self.low(start - 1) in {";", LIST_MARK} or (self.low(start - 1) == ":" and upper - lower > 1)
        if entry and (self.low(end) == ";" or (self.low(start - 1) == ";" and self.low(end) in _CLOSING)):
            return True  # "…: Đội A, Công an huyện B; …": semicolons part the list
        closed = self.low(end) == "," and self.low(end + 1) in _CLOSING
        if self.low(start - 1) == "và" and closed:
            return True  # "Khoa A và Khoa B, Bệnh viện C, được": behind "và" no list goes on
        in_a_list = self.low(start - 1) in _OPENING_A_LIST
        if in_a_list or (self.low(start - 1) == "," and not self._behind_an_adverbial(start - 1)):
            return False
        verb = end + (self.low(end) == ",")
        numbered = self.tokens[at - 2].is_number and self.low(end) in {"", ".", ";"}  # "Phòng B số 2, Cục C."
        return end > at and (numbered or self.low(verb) in _CLOSING)

    def _is_above(self, start: int, at: int) -> bool:
        """Whether a body begins here that stands above the one that begins at `start`."""
        lower = nouns.LEVEL_OF_HEADS.match(self.lows, start)[1]
        upper = nouns.LEVEL_OF_HEADS.match(self.lows, at)[1]
        return bool(lower and upper) and lower < upper and self.body(at) > at

    def _bodies_in_a_row(self, at: int) -> int:
        """The place after "huyện A, tỉnh B", or `at`."""
        end = self.body(at)
        while end > at and self.low(end) == "," and self.body(end + 1) > end + 1:
            end = self.body(end + 1)
        return end

    def _is_part(self, start: int, at: int) -> bool:
        """ "thôn A, xã B", "Đại đội 3, Tiểu đoàn 1": what is only known as a part of the second."""
        whole = nouns.WHOLES.match(self.lows, start)[1]
        return bool(whole) and whole.match(self.lows, at)[0] > at
