"""A sentence as the few things that matter for honours: who, what, how many, and the verbs between."""

from collections.abc import Callable
from itertools import pairwise

from awards.extraction.language import nouns, words
from awards.extraction.language.nouns import COLLECTIVE, HOUSEHOLD
from awards.extraction.language.tokens import LIST_MARK
from awards.extraction.naming import surnames
from awards.extraction.naming.name import Name
from awards.extraction.sentence.item import (
    DECIDED,
    FORMS,
    MANDATE,
    NAMED,
    OFFICE,
    PASSIVE,
    SUFFER,
    TO,
    WORD,
    Item,
)
from awards.extraction.sentence.lists import Lists

_SHORTEST_ACRONYM = 3
_NO_ENTERPRISES = {"HĐQT", "QNCN", "CNCH", "HTX", "SEA", "OCOP"}
_CLOSING = {"và", "được", "vinh", "đã", "vừa", "đón", "nhận", "đạt"}
_MARKS = {
    ",": ",",
    "và": "v",
    "cùng": "v",
    ";": ";",
    LIST_MARK: ";",
    ":": ":",
    "(": "(",
    ")": ")",
    "cho": TO,
    "được": PASSIVE,
    "bị": SUFFER,
}


class Scanner(Lists):
    """Turns one sentence into items, from left to right, the longest reading first."""

    def items(self) -> list[Item]:
        found: list[Item] = []
        readers = self._readers(found)
        at = 0
        while at < len(self.tokens):
            item = next((item for read in readers if (item := read(at))), None) or self._mark_or_word(at)
            found.append(item)
            at = max(item.end, at + 1)
        return found

    def _readers(self, found: list[Item]) -> tuple[Callable[[int], Item | None], ...]:
        """What may stand at a place, the first that does wins; `found` grows as the sentence is read."""
        return (
            self._mandate,
            self._decided,
            self._date,
            self._year,
            self._forms,
            self._counted,
            self._the_same_again(found),
            self._verb_of(found),
            self._kind_of_the_form(found),
            self._named(found),
            self._one_more_of_a_list(found),
            self._listed_by_name_alone(found),
            self._enterprise_or_place,
            self._head_that_gives(found),
        )

    def _mark_or_word(self, at: int) -> Item:
        code = _MARKS.get(self.names.low(at), WORD)
        return Item(code, at, at + 1, text=self.names.low(at))

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
        if self.names.low(at) != "của" or not papers or "," in before[papers[-1] :]:
            return None
        alone = self.names.head(at + 1) if self.names.capital(at + 1) else at  # "của Tỉnh ủy"
        end = max(self.names.office(at + 1), self.names.body(at + 1), alone)
        return Item(DECIDED, at, end, text=self.names.words(at + 1, end)) if end > at + 1 else None

    def _forms(self, at: int) -> Item | None:
        forms = self.forms.at(at)
        return Item(FORMS, at, max(form.end for form in forms), forms=forms) if forms else None

    def _named(self, found: list[Item]):
        def read(at: int) -> Item | None:
            item = None if self._is_of_a_number(at) else self._somebody_or_body(at)
            if item and item.name and self._is_one_more_household(item.name, found):
                item.name.kind, item.name.elided = HOUSEHOLD, True
            return item

        return read

    def _somebody_or_body(self, at: int) -> Item | None:
        short = self.forms.lexicon.abbreviations.get(self.tokens[at].text, "")
        if (
            short
            and nouns.ORGANISATION_HEADS.match(short.lower().split(), 0)[0]
            and self.names.body(at) == at
        ):
            end = max(at + 1, self.names.body(at + 1))  # "BCH Công đoàn A"
            name = Name(COLLECTIVE, self.names.words(at, end), at, end)
            return Item(NAMED, at, end, name=name, text=name.name)
        person = self.names.person(at)
        if person and person.kind == "office" and (start := self._holder_of(at, person.end)):
            name = self.names.person(start)
            return Item(NAMED, at, name.end, name=name, text=person.office)
        if person and person.kind == "office":
            return Item(OFFICE, at, person.end, text=person.office)
        if person:
            return Item(NAMED, at, person.end, name=person, text=person.office)
        if body := self.names.organisation(at):
            return Item(NAMED, at, body.end, name=body, text=body.name)
        return None

    def _holder_of(self, at: int, end: int) -> int:
        """Where the name begins in "cho Phó Chủ tịch UBND xã Trần Hội", or 0: who receives is rather a person."""
        person = self.names.surname_run(end - 2) == end and self.names.low(end - 3) in {
            "xã",
            "phường",
            "huyện",
        }
        opens = self.names.low(at - 1) in {"cho", "và", "cùng", ",", ";", ":"} or not at
        gives = self.names.phrase(self.names.phrase(end, words.ON_THE_WAY_TO_GIVE), words.GIVE) > end
        received = self.names.low(at - 1) == "cho" or self.names.low(end) in {"được", "vinh", "đón"}
        return end - 2 if person and opens and received and not gives else 0

    def _enterprise_or_place(self, at: int) -> Item | None:
        here = at + 2 * (self.names.lows[at : at + 2] == ["tập", "thể"])
        if here >= len(self.tokens) or self._is_of_a_number(at):
            return None
        end = self._acronym(here) or self._bare_place(at)
        if not end:
            return None
        name = self.names.with_superiors(Name(COLLECTIVE, self.names.words(here, end), at, end), here)
        return Item(NAMED, at, name.end, name=name, text=name.name)

    def _acronym(self, at: int) -> int:
        """The place after "VNPT Mẫu Hà": an enterprise is known by its letters, with a place behind them."""
        text = self.tokens[at].text
        if self._is_foreign(at):
            branch = self.names.body(at + 1)
            return branch if branch > at + 1 else max(self.names.any_run(at + 1, of_a_place=True), at + 1)
        if len(text) < _SHORTEST_ACRONYM or not text.isupper() or self.names.low(at + 1) in surnames.SURNAMES:
            return 0
        branch = self.names.body(at + 1)
        end = branch if branch > at + 1 else self.names.any_run(at + 1, of_a_place=True)
        return end if end > at + 2 and text not in _NO_ENTERPRISES else 0

    def _bare_place(self, at: int) -> int:
        """The place after "Mẫu Hà" in "Mẫu Hà được tặng Huân chương …": a province is called by its name alone."""
        opens = at == 0 or self.names.low(at - 1) in {",", ";", ":", "•"}
        end = self.names.any_run(at, of_a_place=True) if opens else at
        a_person = self.names.surname_run(at) or self.names.low(at) in surnames.SURNAMES
        known = " ".join(self.names.lows[at:end]) in surnames.PLACES
        told = self.names.low(end) in _CLOSING - {"và", "nhận", "đạt"} or self._is_a_place(end)
        return end if end - at in (2, 3) and told and (known or not a_person) else 0

    def _is_a_place(self, at: int) -> bool:
        """ "Mẫu Xuyên là xã đầu tiên được …"."""
        return self.names.low(at) == "là" and self.names.phrase(at + 1, nouns.LEVELS) > at + 1

    def _decides_to_give(self, at: int) -> bool:
        """ "Tỉnh ủy ban hành Quyết định số 12/QĐ-TU tặng …"."""
        for place in range(at, min(at + 12, len(self.tokens))):
            if self.names.phrase(place, words.GIVE) > place:
                said = self.names.lows[at:place]
                return ("quyết", "định") in pairwise(said) or said == ["trân", "trọng"]
            if self.names.low(place) in {",", ";", "cho", "được"}:
                return False
        return False

    def _is_foreign(self, at: int) -> bool:
        """ "Agribank Chi nhánh A": a capital word of several syllables, where a name may begin."""
        opens = at == 0 or self.names.low(at - 1) in {",", "và", "cho", ";", ":", "thể"}
        return opens and self.names.has_several_syllables(at)

    def _is_of_a_number(self, at: int) -> bool:
        """ "Quyết định số 12/QĐ-UBND": the body stands in the number of the paper."""
        joined = (
            at > 1 and self.tokens[at - 1].text == "-" and self.tokens[at - 1].end == self.tokens[at].start
        )
        return (
            joined
            and self.tokens[at - 2].text.isupper()
            and self.tokens[at - 2].end == self.tokens[at - 1].start
        )

    def _letters(self, at: int) -> int:
        """The place after "VCCI", a body known by its letters, or `at`."""
        text = self.tokens[at].text
        known = len(text) > _SHORTEST_ACRONYM and text.isupper() and text not in _NO_ENTERPRISES
        return at + 1 if known else at

    def _head_that_gives(self, found: list[Item]):
        """ "Tập đoàn tặng …", "được tỉnh tặng …": a head alone says who gave, not who received."""

        def read(at: int) -> Item | None:
            end = max(self.names.head(at), self._letters(at))
            given = bool(found) and found[-1].code == PASSIVE
            if self._is_of_a_number(at):
                return None
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
