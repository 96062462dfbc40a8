"""Runs of capitals that are names of people or of places."""

from awards.extraction import surnames
from awards.extraction.reader import Reader


class Runs(Reader):
    """Where such a name ends, which no mark says."""

    def surname_run(self, at: int) -> int:
        """The place after a person's name that begins here with a family name, or 0."""
        end = at
        while (
            end < len(self.tokens) and end - at < 5 and self.tokens[end].is_word and self._name_syllable(end)
        ):
            end += 1
        if (
            end - at < 2
            or self.low(at) not in surnames.SURNAMES
            or " ".join(self.lows[at : at + 2]) in surnames.PLACES
            or self._is_rather_a_body(at, end)
        ):
            return 0
        return end

    def _is_rather_a_body(self, at: int, end: int) -> bool:
        """ "Đoàn Đặc nhiệm": a family name that is also a head, with a common word behind it."""
        heads_a_body = self.head(at) > at
        return heads_a_body and self._common_word(end)

    def _name_syllable(self, at: int) -> bool:
        text = self.tokens[at].text
        return text[0].isupper() and (len(text) == 1 or not text.isupper()) and not self._opens_a_form(at)

    def any_run(self, at: int, *, of_a_place: bool = False) -> int:
        """The place after up to five capitalised syllables that begin here; places only where they are asked for."""
        end = at
        while (
            end < len(self.tokens) and end - at < 5 and self.tokens[end].is_word and self._name_syllable(end)
        ):
            if end > at and self.head(end) > end and self.low(end) not in surnames.SURNAMES:
                break
            end += 1
        return at if not of_a_place and " ".join(self.lows[at:end]) in surnames.PLACES else end
