"""Commas and "và": those within the name of a body, and those between two."""

from awards.extraction.language import nouns, words
from awards.extraction.naming.others import Others

_SHORT_FIELDS = {"PTNT", "CNTT", "KHCN", "PCCC", "CNCH"}  # "Nông nghiệp và PTNT"


class Joints(Others):
    """Asks whether the name goes on behind one."""

    def comma_goes_on(self, at: int, start: int) -> bool:
        """Whether the comma is part of the name: "Sở Văn hóa, Thể thao và Du lịch", "phòng, chống ma túy"."""
        after = at + 1
        if (self.low(at - 1), self.low(after)) in nouns.WITHIN_NAMES_OVER_A_COMMA:
            return True
        if self.phrase(start, nouns.PLACE_HEADS) > start or self._opens_another(after):
            return False
        letters = self.tokens[after].text if after < len(self.tokens) else ""
        if len(letters) > 2 and letters.isupper() and letters not in _SHORT_FIELDS:
            return False  # "Báo A, TTXVN và VTV8"
        for place in range(after, min(after + 7, len(self.tokens))):
            if self.low(place) == "và" and place > after and not self.capital(place):
                return self.and_goes_on(place)
            if self.low(place) != "," and (self.stops(place) or not self.tokens[place].is_word):
                return False
            if self.low(place) == "," and self._opens_another(place + 1):
                return False
        return False

    def and_goes_on(self, at: int) -> bool:
        """Whether "và" is part of the name: "Công nghệ thông tin và Thống kê", "buôn lậu và gian lận thương mại"."""
        after = at + 1
        if self.lows[at - 2 : at] == ["cơ", "quan"] and self.lows[after : after + 2] == ["doanh", "nghiệp"]:
            return True  # "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh"
        if self.lows[after : after + 2] == ["cộng", "sự"]:
            return True  # "Công ty Luật A và Cộng sự"
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
