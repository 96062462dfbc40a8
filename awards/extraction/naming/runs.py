"""Runs of capitals that are names of people or of places."""

import re

from awards.extraction.language.reader import Reader
from awards.extraction.naming import surnames
from newsroom.vietnamese import fold

_LONGEST_NAME = 5  # syllables
_GRADED = {"giải", "hạng", "loại", "khối", "nhóm", "lớp", "khu", "bảng", "hệ", "tổ", "khoa"}
_MARKED = {"’", "'"}


class Runs(Reader):
    """Where such a name ends, which no mark says."""

    def surname_run(self, at: int) -> int:
        """The place after a person's name that begins here with a family name, or 0."""
        if self.low(at) in surnames.SAINTS and self.capital(at):
            return self.surname_run(at + 1)  # "Giuse Nguyễn Văn A"
        given = self.phrase(at, surnames.LONG_SURNAMES)
        if given > at and self.capital(at) and self.any_run(given) > given:
            return self.any_run(given)  # "Công Tằng Tôn Nữ Mẫu Linh"
        end, said = at, 0
        while said < _LONGEST_NAME and (step := self._name_syllable(end)):
            end, said = end + step, said + 1
        if end > at and self._is_of_the_highlands(at, end):
            return end
        if end - at > 2 and self.low(at + 1) in surnames.MIDDLE_NAMES and self.head(at) == at:
            return end  # whatever the family name
        if (
            end - at < 2
            or self.low(at) not in surnames.SURNAMES
            or " ".join(self.lows[at : at + 2]) in surnames.PLACES
            or self._is_a_people(at, end)
            or self._is_rather_a_body(at, end)
        ):
            return 0
        return end

    def _is_of_the_highlands(self, at: int, end: int) -> bool:
        """ "K’Brêm", "H’Blim Ayun", "Y Bhă Niê"."""
        text = self.tokens[at].text
        graded = self.low(at + 1) == "tế" or self.low(at - 1) in _GRADED  # "Y tế", "giải A"
        single = text in {"Y", "A"} and end - at > 1 and not graded
        return single or self._is_marked(at) or (bool(_MARKED & set(text)) and len(text) > 2)

    def _is_marked(self, at: int) -> bool:
        """ "K’ Brêm", with room behind the mark."""
        return self.low(at) in {"k", "h"} and self.low(at + 1) in _MARKED and self.capital(at + 2)

    def _is_rather_a_body(self, at: int, end: int) -> bool:
        """ "Đoàn Đặc nhiệm": a family name that is also a head, with a common word behind it."""
        head = self.head(at)
        goes_on = self._common_word(end) or self.low(end) == "các" or head > at + 1  # "Đoàn Xiếc Mẫu"
        return head > at and goes_on

    def has_several_syllables(self, at: int) -> bool:
        """Whether the capital word here is foreign: no Vietnamese one has more than one syllable."""
        return self.capital(at) and len(re.findall("[aeiouy]+", fold(self.tokens[at].text))) > 1

    def _name_syllable(self, at: int) -> int:
        """How many tokens the syllable of a name here has: three in "Hang-seo" and "K’ Brêm"."""
        if not self.capital(at) or self._opens_a_form(at):
            return 0
        text = self.tokens[at].text
        if len(text) > 1 and text.isupper():
            return 0
        step = 3 if self._is_marked(at) else 1
        while self._hyphened(at + step):
            step += 2  # "Ma-ri-a"
        return step

    def _hyphened(self, at: int) -> bool:
        """Whether a hyphen here joins two halves of a foreign name, without room around it."""
        if self.low(at) != "-" or at + 1 >= len(self.tokens) or not self.tokens[at + 1].is_word:
            return False
        joined = (
            self.tokens[at - 1].end == self.tokens[at].start
            and self.tokens[at].end == self.tokens[at + 1].start
        )
        return (
            joined
            and self.head(at + 1) == at + 1
            and self.head(at - 1) == at - 1
            and self.tokens[at + 1].low not in surnames.SURNAMES
        )

    def _is_a_people(self, at: int, end: int) -> bool:
        return surnames.PEOPLES.match(["dân", "tộc", *self.lows[at:end]], 0)[0] == end - at + 2

    def any_run(self, at: int, *, of_a_place: bool = False) -> int:
        """The place after up to five capitalised syllables that begin here; places only where they are asked for."""
        end, said = at, 0
        while said < _LONGEST_NAME and (step := self._name_syllable(end)):
            heads_a_body = self.head(end) > end and self.low(end) not in surnames.SURNAMES
            if end > at and heads_a_body and (self.capital(end + 1) or self._common_word(end + 1)):
                break
            end, said = end + step, said + 1
        if end > at and self._is_a_people(at, end):
            return at  # "người phụ nữ Xơ Đăng"
        return at if not of_a_place and " ".join(self.lows[at:end]) in surnames.PLACES else end
