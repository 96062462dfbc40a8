"""People as they are named: with ranks, titles, homes and units around the name that are no part of it."""

from awards.extraction import nouns
from awards.extraction.appositions import Appositions
from awards.extraction.name import Name
from awards.extraction.nouns import HOUSEHOLD, INDIVIDUAL

# After these one syllable is a whole name: "anh Mẫu".
_BEFORE_A_GIVEN_NAME = {
    "ông",
    "bà",
    "anh",
    "chị",
    "cô",
    "chú",
    "thầy",
    "em",
    "cụ",
    "mẹ",
    "chí",
    "bé",
    "cháu",
    "bạn",
}


class People(Appositions):
    """Reads people out of one sentence."""

    def person(self, at: int) -> Name | None:
        """A person with titles before and after, or a household."""
        here, kind, office = at, INDIVIDUAL, ""
        addressed = False
        while True:
            household = self.phrase(here, nouns.HOUSEHOLDS)
            if household > here:
                kind, addressed, here = HOUSEHOLD, True, household
                continue
            address = self.phrase(here, nouns.FORMS_OF_ADDRESS)
            rank = self.phrase(here, nouns.RANKS)
            if address > here and address >= rank and not (self.capital(here) and here > at):
                addressed, here = True, address
                continue
            if rank > here and (not self.capital(here) or here == at or addressed):
                if self.low(here) in {"liệt", "cố"}:
                    kind = INDIVIDUAL  # "gia đình liệt sĩ A" receives what was given to A
                addressed, here = True, rank
                degree = self.low(here - 1) in nouns.DEGREES and self.low(here) in {".", ","}
                if degree or (self.low(here) == "," and self.phrase(here + 1, nouns.RANKS) > here + 1):
                    here += 1  # "GS. TS A", "Thượng tá, bác sĩ B"
                continue
            title = self.office(here)
            if title > here:
                office, addressed, here = self.words(here, title), True, title
                rank = self.phrase(here + 1, nouns.RANKS)
                ranked = rank > here + 1 and self.any_run(rank) > rank + 1 and self.head(rank) == rank
                if self.low(here) == "," and (self.surname_run(here + 1) or ranked):
                    here += 1  # "Giám đốc Công an tỉnh, Đại tá A"
                continue
            break
        if (
            addressed
            and self.capital(here)
            and self.tokens[here].text.isupper()
            and self.surname_run(here + 1)
        ):
            here += 1  # "Đại úy QNCN Lê Văn A"
        heads_a_body = self.head(here) > here and not self.surname_run(here)
        if self.capital(here) and heads_a_body:
            return Name("office", office, at, here, office=office) if office and here > at else None
        end = self.any_run(here) if addressed else self.surname_run(here)
        half = end - here == 1 and self.low(here - 1) not in _BEFORE_A_GIVEN_NAME and self._common_word(end)
        if not end or end == here or half:
            return Name("office", office, at, here, office=office) if office and here > at else None
        name = Name(kind, self.words(here, end), at, end, office=office)
        return self.after_name(name)
