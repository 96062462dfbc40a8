"""A sentence as the few things that matter for honours: who, what, how many, and the verbs between."""

from collections.abc import Callable

from awards.extraction.award_forms.form import Form
from awards.extraction.language import nouns, words
from awards.extraction.language.nouns import COLLECTIVE, HOUSEHOLD
from awards.extraction.language.tokens import LIST_MARK
from awards.extraction.naming.name import Name
from awards.extraction.sentence.deciding import Deciding
from awards.extraction.sentence.item import (
    ADDRESSED,
    COUNTED,
    FORMS,
    NAMED,
    OFFICE,
    PASSIVE,
    SUFFER,
    TO,
    WORD,
    Counted,
    Item,
)

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


class Scanner(Deciding):
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

    def _forms(self, found: list[Item]):
        def read(at: int) -> Item | None:
            forms = self.forms.at(at) or self._added(at)
            if forms and found and found[-1].code == TO and any(item.forms for item in found):
                kind = self.forms.kind_of_holders(forms[0])
                if kind and isinstance(forms[0].count, int):  # "Bằng khen cho 02 Mẹ Việt Nam anh hùng"
                    return Item(COUNTED, at, forms[0].end, counted=Counted([(kind, forms[0].count)]))
            return self._mentioned(at, forms)

        return read

    def _added(self, at: int) -> list[Form]:
        """ "có thêm 12 Nhà giáo Ưu tú được phong tặng": a number of titles behind "thêm"."""
        forms = self.forms.at(at + 1) if self.names.low(at) == "thêm" else []
        return forms if forms and isinstance(forms[0].count, int) else []

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
