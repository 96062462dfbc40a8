"""A sentence as the few things that matter for honours: who, what, how many, and the verbs between."""

from collections.abc import Callable
from itertools import pairwise

from awards.extraction.award_forms.form import Form
from awards.extraction.language import nouns, words
from awards.extraction.language.nouns import COLLECTIVE, HOUSEHOLD
from awards.extraction.language.tokens import LIST_MARK
from awards.extraction.naming.name import Name
from awards.extraction.sentence.item import (
    ADDRESSED,
    COUNTED,
    DECIDED,
    FORMS,
    MANDATE,
    NAMED,
    OFFICE,
    PASSIVE,
    SUFFER,
    TO,
    WORD,
    Counted,
    Item,
)
from awards.extraction.sentence.unlisted import NO_ENTERPRISES, SHORTEST_ACRONYM, Unlisted

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


_LONGEST_OFFICE = 10


class Scanner(Unlisted):
    """Turns one sentence into items, from left to right, the longest reading first."""

    def items(self) -> list[Item]:
        found: list[Item] = []
        readers = self._readers(found)
        at = 0
        while at < len(self.tokens):
            item = next((item for read in readers if (item := read(at))), None) or self._mark_or_word(at)
            found.append(item)
            at = max(item.end, at + 1)
        return [item for item in found if item.text != ADDRESSED]

    def _readers(self, found: list[Item]) -> tuple[Callable[[int], Item | None], ...]:
        """What may stand at a place, the first that does wins; `found` grows as the sentence is read."""
        return (
            self._mandate,
            self._decided,
            self._date,
            self._year,
            self._forms(found),
            self._counted,
            self._the_same_again(found),
            self._verb_of(found),
            self._kind_of_the_form(found),
            self._named(found),
            self._one_more_of_a_list(found),
            self._listed_by_name_alone(found),
            self._enterprise_or_place,
            self._body_of_its_own_kind(found),
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

    def _forms(self, found: list[Item]):
        def read(at: int) -> Item | None:
            forms = self.forms.at(at)
            if forms and found and found[-1].code == TO and any(item.forms for item in found):
                kind = self.forms.kind_of_holders(forms[0])
                if kind and isinstance(forms[0].count, int):  # "Bằng khen cho 02 Mẹ Việt Nam anh hùng"
                    return Item(COUNTED, at, forms[0].end, counted=Counted([(kind, forms[0].count)]))
            return self._mentioned(at, forms)

        return read

    def _mentioned(self, at: int, forms: list[Form]) -> Item | None:
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
