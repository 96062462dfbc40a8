"""Who decides and confers, where the words at hand name no recipient: mandates, decisions, heads that give."""

from itertools import pairwise

from awards.extraction.language import words
from awards.extraction.sentence.item import DECIDED, MANDATE, OFFICE, PASSIVE, Item
from awards.extraction.sentence.unlisted import NO_ENTERPRISES, SHORTEST_ACRONYM, Unlisted

_LONGEST_OFFICE = 10  # tokens


class Deciding(Unlisted):
    """Reads those who confer by what stands around them."""

    def _mandate(self, at: int) -> Item | None:
        """ "thừa ủy quyền của Chủ tịch nước": who confers, while somebody else presents."""
        here = self.names.phrase(at, words.MANDATES)
        if here == at:
            return None
        here += self.names.low(here) == "của"
        end = max(self.names.office(here), self.names.body(here))
        if end == here and here < len(self.tokens) and self.names.capital(here):
            short = self.tokens[here].text in self.forms.lexicon.abbreviations
            end = max(self.names.head(here), here + short)
            end = max(end, self.names.body(end) if short else end)  # "BCH Trung ương Đoàn"
        return Item(MANDATE, at, end, text=self.names.words(here, end)) if end > here else None

    def _decided(self, at: int) -> Item | None:
        """ "Quyết định số 12 ngày 5/6/2018 của Chủ tịch nước": who decided."""
        before = self.names.lows[max(at - 12, 0) : at]
        papers = [place for place, pair in enumerate(pairwise(before)) if pair == ("quyết", "định")]
        opening = at - len(before) + papers[-1] if papers else 0
        if not self.names.capital(opening) and self._is_said_of_somebody(opening):
            return None  # "Bộ trưởng quyết định tặng … cho 5 người của Trường A"
        if self.names.low(at) != "của" or not papers or "," in before[papers[-1] :]:
            return None
        alone = self.names.head(at + 1) if self.names.capital(at + 1) else at  # "của Tỉnh ủy"
        end = max(self.names.office(at + 1), self.names.body(at + 1), alone)
        return Item(DECIDED, at, end, text=self.names.words(at + 1, end)) if end > at + 1 else None

    def _is_said_of_somebody(self, verb: int) -> bool:
        """Whether "quyết định" here is what an office did, not the paper."""
        before = range(max(verb - _LONGEST_OFFICE, 0), verb)
        somebody = any(verb in {self.names.office(place), self.names.body(place)} for place in before)
        return somebody or self.names.low(verb - 1) in {"đã", "vừa", "cũng"}

    def _head_that_gives(self, found: list[Item]):
        """ "Tập đoàn tặng …", "được tỉnh tặng …": a head alone says who gave, not who received."""

        def read(at: int) -> Item | None:
            given = bool(found) and found[-1].code == PASSIVE
            end = max(self.names.head(at), self._letters(at, shortest=SHORTEST_ACRONYM + (not given)))
            if self._is_of_a_number(at) or self.names.low(at - 1) == "cấp":
                return None  # "các cấp Hội đã tặng …": none of them is named
            if end == at or not (given or self.names.capital(at)):
                return None
            verb = end
            while (step := self.names.phrase(verb, words.ON_THE_WAY_TO_GIVE)) > verb:
                verb = step
            gives = self.names.phrase(verb, words.GIVE) > verb or self._decides_to_give(end)
            if not gives or (verb > end and given):
                return None
            return Item(OFFICE, at, end, text=self.names.words(at, end))

        return read

    def _decides_to_give(self, at: int) -> bool:
        """ "Tỉnh ủy ban hành Quyết định số 12/QĐ-TU tặng …"."""
        for place in range(at, min(at + 12, len(self.tokens))):
            if self.names.phrase(place, words.GIVE) > place:
                said = self.names.lows[at:place]
                return ("quyết", "định") in pairwise(said) or said == ["trân", "trọng"]
            if self.names.low(place) in {",", ";", "cho", "được"}:
                return False
        return False

    def _letters(self, at: int, shortest: int) -> int:
        """The place after "VCCI", a body known by its letters, or `at`."""
        text = self.tokens[at].text
        known = len(text) >= shortest and text.isupper() and text not in NO_ENTERPRISES
        return at + 1 if known else at
