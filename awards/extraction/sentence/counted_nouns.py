"""What stands behind a number: the noun that is counted, and what kind of recipient it is."""

from awards.extraction.language import kinds, nouns, words
from awards.extraction.language.nouns import INDIVIDUAL
from awards.extraction.language.numbers import read_number
from awards.extraction.sentence.dating import Dating


class CountedNouns(Dating):
    """Reads numbers, and the nouns behind them."""

    def _number(self, at: int) -> tuple[int | str | None, int]:
        many = self.names.phrase(at, words.MANY)
        if many > at:
            return "many", many
        number = read_number(self.tokens, at)
        if number and self.names.low(number[1]) == "(":
            again = read_number(self.tokens, number[1] + 1)
            if again and again[0] == number[0] and self.names.low(again[1]) == ")":
                return again[0], again[1] + 1  # "03 (ba)"
        return number if number else (None, at)

    def _kind(self, at: int) -> tuple[str | None, int]:
        shortened = kinds.SHORTENED.get(self.tokens[at].text) if at < len(self.tokens) else None
        if shortened and not self.names.capital(at + 1):
            return shortened, at + 1  # "6 CĐCS"
        if self.names.capital(at):
            return kinds.KIND_NOUNS.match(self.names.lows, at)[::-1]
        return kinds.kind_at(self.names.lows, at)

    def _holders_of_an_office(self, at: int) -> tuple[str | None, int]:
        """ "3 nguyên Phó Chủ tịch Quốc hội", "2 đại tá"."""
        here = at
        while self.names.low(here) in {"nguyên", "cựu", "nữ", "vị"}:
            here += 1
        end = max(self.names.office(here), self.names.phrase(here, nouns.RANKS))
        return (INDIVIDUAL, end) if end > here else (None, at)

    def _bodies_of_a_level(self, at: int) -> int:
        """The place after "Công an huyện", "Hội Phụ nữ cấp xã", a head and its level without a name of its own, or `at`."""
        end = self.names.body(at) if self.names.capital(at) else at
        levels = (place for place in range(at + 1, end) if self.names.phrase(place, nouns.LEVELS) == end)
        return end if next(levels, 0) and not self.names.capital(end - 1) else at

    def _staff(self, end: int) -> int:
        while self.names.low(end) in {",", "và"}:
            step = end + 1 + (self.names.low(end + 1) == "và")
            _kind, stop = self._kind(step)
            titled = self.names.phrase(step, nouns.FORM_OPENINGS) > step  # "5 cá nhân, Chiến sĩ thi đua …"
            if titled or " ".join(self.names.lows[step:stop]) not in kinds.STAFF:
                return end
            end = stop
        return end

    def _gets_something(self, at: int) -> bool:
        """ "15 điển hình tiêu biểu được …": whatever it is that is counted, the verb is said of it."""
        measured = self.names.low(at) in kinds.MEASURES or self.names.lows[at : at + 2] == ["hồ", "sơ"]
        if measured or self.names.capital(at):
            return False
        end = at
        while (
            end < at + 5 and end < len(self.tokens) and self.tokens[end].is_word and not self.names.stops(end)
        ):
            end += 1
        return end > at and self.names.low(end) in {"được", "vinh"}
