"""When: years and days."""

from awards.extraction.award_forms.forms import Forms
from awards.extraction.award_forms.lexicon import Lexicon
from awards.extraction.language.tokens import Token
from awards.extraction.naming.names import Names
from awards.extraction.sentence.item import DATE, WORD, YEAR, Item

_JOINTS = {"-", "–", "và", ","}


class Dating:
    """Reads years and days out of one sentence."""

    def __init__(self, text: str, tokens: list[Token], lexicon: Lexicon):
        self.names = Names(text, tokens)
        self.forms = Forms(self.names, lexicon)
        self.tokens = tokens

    def _date(self, at: int) -> Item | None:
        """ "29/11/2018", "29 tháng 11 năm 2018": a day, which is the award's only where it was decided."""
        day = self.names.low(at).split("/")
        if len(day) == 3 and all(day) and 1930 <= int(day[2]) <= 2100:
            return Item(DATE, at, at + 1, year=int(day[2]))
        spelt = [self.names.low(at + 1), self.names.low(at + 3)] == ["tháng", "năm"]
        if spelt and day[0].isdigit() and self._is_year(at + 4):
            return Item(DATE, at, at + 5, year=int(self.tokens[at + 4].text))
        return None

    def _year(self, at: int) -> Item | None:
        if self.names.low(at - 1) == "(" and self._is_year(at):
            end = at
            while self._is_year(end) and self.names.low(end + 1) in {",", "và"} and self._is_year(end + 2):
                end += 2
            if end > at:
                return Item(WORD, at, end + 1)  # "(1999, 2004)"
        if self._is_year(at) and self.names.low(at - 1) == "(" and self.names.low(at + 1) in {")", ","}:
            return Item(YEAR, at, at + 1, year=int(self.tokens[at].text))
        month = self.names.low(at + 1).split("/")
        if self.names.low(at) == "tháng" and len(month) == 2 and 1930 <= int(month[1] or 0) <= 2100:
            return Item(YEAR, at, at + 2, year=int(month[1]), text="tháng")
        if self.names.low(at) == "tháng" and self.names.low(at + 2) == "năm" and self._is_year(at + 3):
            return Item(YEAR, at, at + 4, year=int(self.tokens[at + 3].text), text="tháng")
        if self.names.low(at) != "năm" or not self._is_year(at + 1):
            return None
        if self.names.low(at + 2) in _JOINTS and self._is_year(at + 3):
            end = at + 4
            while self.names.low(end) in _JOINTS and self._is_year(end + 1):
                end += 2
            return Item(WORD, at, end, text="năm")  # a period, or several years
        if self.names.low(at + 2) == "và" and self.names.low(at + 3) == "năm" and self._is_year(at + 4):
            return Item(WORD, at, at + 5, text="năm")
        return Item(YEAR, at, at + 2, year=int(self.tokens[at + 1].text))

    def _is_year(self, at: int) -> bool:
        digits = self.names.low(at)
        return len(digits) == 4 and digits.isdigit() and 1930 <= int(digits) <= 2100
