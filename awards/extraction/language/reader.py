"""One sentence's tokens, asked what stands at a place: a phrase, a head, a run of capitals."""

from awards.extraction.language import kinds, nouns
from awards.extraction.language.phrases import Phrases
from awards.extraction.language.tokens import Token


class Reader:
    """Answers with the place after what it finds, or with the place it was asked about."""

    def __init__(self, text: str, tokens: list[Token]):
        self.text, self.tokens = text, tokens
        self.lows = [token.low for token in tokens]
        self._heads: dict[int, int] = {}  # each place is asked several times

    def words(self, start: int, end: int) -> str:
        """The printed words of these tokens on one line."""
        return (
            " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())
            if end > start
            else ""
        )

    def phrase(self, at: int, table: Phrases) -> int:
        """The place after the longest phrase of the table that begins here, or `at`."""
        begins = 0 <= at < len(self.lows) and self.lows[at] in table.openings  # asked at every word
        return table.match(self.lows, at)[0] if begins else at

    def low(self, at: int) -> str:
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].is_capital

    def closing(self, at: int) -> int:
        """The place of the bracket that closes the one here, or 0."""
        depth = 0
        for place in range(at, len(self.tokens)):
            depth += {"(": 1, ")": -1}.get(self.low(place), 0)
            if not depth:
                return place
        return 0

    def head(self, at: int) -> int:
        """The place after the noun that heads a body's name here, or `at`: "Tổ" but not "Tổ chức"."""
        if at not in self._heads:
            self._heads[at] = self._head(at)
        return self._heads[at]

    def _head(self, at: int) -> int:
        end = self.phrase(at, nouns.ORGANISATION_HEADS)
        if end == at:
            return at
        if self.low(end) == "viên" and not self.capital(end):
            return at  # "công an viên bản A"
        if self.low(end - 1) == "chức" and not (self.capital(at) and self.capital(end) and at):
            return at  # "tổ chức Hội nghị"
        if self.low(at) == "hội" and self.low(at - 1) in {"đại", "xã"}:
            return at  # "Đại hội Thi đua"
        if " ".join(self.lows[max(at - 1, 0) : at + 1]) in {"vũng tàu", "nông thôn"}:
            return at
        if self.low(at) == "trường" and self.low(at - 1) in {"quảng", "hội", "thị", "công", "môi", "chiến"}:
            return at  # "Quảng trường A"
        if (self.low(at - 1), self.low(at)) in nouns.NO_HEADS_BEHIND and not self.capital(at):
            return at  # "bộ đội Trường Sơn", "hai lái tàu Nguyễn Văn A"
        if self.low(end) in {"trưởng", "phó"} and not self.capital(end):
            return at  # "Tổ trưởng Lê Văn A"
        common = end < self.phrase(at, nouns.NOT_HEADS) and not self.capital(at + 1)  # "Phòng Chống buôn lậu"
        return at if common else end

    def person_noun(self, at: int) -> int:
        """The place after a noun for a person, "tác giả" but not "chùa Giả", or `at`."""
        kind, end = kinds.kind_at(self.lows, at)
        proper = any(self.capital(place) for place in range(at + 1, end))
        return end if kind == nouns.INDIVIDUAL and not proper else at

    def counted_noun(self, at: int) -> int:
        """The place after a noun that is counted, "xã" but not "xã hội", or `at`."""
        end = self.phrase(at, kinds.KIND_NOUNS)
        return at if end < self.phrase(at, nouns.NOT_HEADS) else end

    def stops(self, at: int) -> bool:
        """Whether a name cannot go on over this word."""
        if (self.low(at - 1), self.low(at)) in {("ngân", "hàng"), ("ngoại", "giao")}:
            return False  # "ngành Ngân hàng năm 2018", not "hàng năm"
        if self.low(at) == "nhân" and self.low(at + 1).isdigit():
            return True  # "Bộ A nhân 75 năm truyền thống"
        if self.low(at) in nouns.STOPS and self._is_a_syllable(at):
            return False
        return self.low(at) in nouns.STOPS or (
            not self.capital(at) and self.phrase(at, nouns.VERBS_AFTER_A_BODY) > at
        )

    def _is_a_syllable(self, at: int) -> bool:
        """Whether the word here is only part of another: "thiết bị", "thuốc lá"."""
        within = any(self.phrase(place, nouns.COMPOUNDS) > at for place in (at - 2, at - 1, at))
        return within or (not self.capital(at - 1) and self.phrase(at, nouns.DONE_OR_NAMED) > at)

    def _common_word(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].is_word and not self.stops(at)

    def _opens_a_form(self, at: int) -> bool:
        return self.phrase(at, nouns.FORM_OPENINGS) > at
