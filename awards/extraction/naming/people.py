"""People as they are named: with ranks, titles, homes and units around the name that are no part of it."""

from dataclasses import replace

from awards.extraction.language import nouns
from awards.extraction.language.nouns import HOUSEHOLD, INDIVIDUAL
from awards.extraction.naming.appositions import Appositions
from awards.extraction.naming.descriptions import BEFORE_A_GIVEN_NAME
from awards.extraction.naming.name import Name
from awards.extraction.naming.surnames import COMMONEST

_OF_THE_LAND = {
    "hòn",
    "bản",
    "buôn",
    "làng",
    "thôn",
    "xóm",
    "ấp",
    "suối",
    "núi",
    "đảo",
    "vịnh",
    "cồn",
    "bãi",
    "cửa",
}
_MAY_BE_FOREIGN = {"gia", "sứ", "sự"}  # "chuyên gia", "đại sứ", "lãnh sự"


class People(Appositions):
    """Reads people out of one sentence."""

    def person(self, at: int) -> Name | None:
        """A person with titles before and after, or a household."""
        if (front := self._titled_before(at)) > at and (named := self.person(front)):
            return replace(named, start=at)
        several = self.low(at) in {"các", "những"} and self.says_who(at + 1)
        here, kind, office = at + several, INDIVIDUAL, ""
        schooled = self.learns(here) if self.low(here) == "lớp" else here
        addressed = bool(schooled > here and self.surname_run(schooled))
        here = schooled if addressed else here  # "Hai học sinh lớp 8 Đặng A, Phạm B"
        while True:
            household = self.phrase(here, nouns.HOUSEHOLDS)
            if household > here:
                kind, addressed, here = HOUSEHOLD, True, household
                continue
            address = self.phrase(here, nouns.FORMS_OF_ADDRESS)
            rank = self.phrase(here, nouns.RANKS)
            if address > here and address >= rank and not (self.capital(here) and here > at):
                several_follow = self.low(here) == "các" and self.low(address) == ":"
                colon = several_follow and bool(self.surname_run(address + 1))
                addressed, here = True, address + colon  # "các ông: A, B"
                continue
            title = self.office(here)
            if rank > here and rank >= title and (not self.capital(here) or here == at or addressed):
                if self.low(here) in {"liệt", "cố"}:
                    kind = INDIVIDUAL  # "gia đình liệt sĩ A" receives what was given to A
                addressed, here = True, rank
                degree = self.low(here - 1) in nouns.DEGREES and self.low(here) in {".", ","}
                if degree or (self.low(here) == "," and self.phrase(here + 1, nouns.RANKS) > here + 1):
                    here += 1  # "GS. TS A", "Thượng tá, bác sĩ B"
                continue
            if title > here:
                office, addressed, here = self.words(here, title), True, title
                rank = self.phrase(here + 1, nouns.RANKS)
                ranked = rank > here + 1 and self.any_run(rank) > rank + 1 and self.head(rank) == rank
                addressed_behind = self.phrase(here + 1, nouns.FORMS_OF_ADDRESS)
                ranked = ranked or bool(self.surname_run(addressed_behind) and addressed_behind > here + 1)
                apart = self.low(here) in {"-", "–"} and ranked  # "Hiệu trưởng nhà trường - thầy A"
                if apart or (self.low(here) == "," and (self.surname_run(here + 1) or ranked)):
                    here += 1  # "Giám đốc Công an tỉnh, Đại tá A"
                continue
            if addressed and (country := self._country(here)) > here:
                here = country
            if (named := self.behind_a_unit(here, addressed)) > here:
                addressed, here = True, named
            if addressed and self.capital(here):
                break
            described = self.described(here, known=addressed or self.says_who(here))
            if described > here:
                addressed, here = True, described
            break
        if (
            addressed
            and self.capital(here)
            and self.tokens[here].text.isupper()
            and self.surname_run(here + 1)
        ):
            here += 1  # "Đại úy QNCN Lê Văn A"
        if addressed and self.low(here - 1) not in BEFORE_A_GIVEN_NAME:
            here = self._behind_a_home(here)
        heads_a_body = self.head(here) > here and not self.surname_run(here)
        if self.capital(here) and heads_a_body:
            return self._office_alone(at, here, office, several)
        of_the_land = self.low(here) in _OF_THE_LAND and self.capital(here)  # "ngư dân Hòn Thử"
        end = self.any_run(here) if addressed and not of_the_land else self.surname_run(here)
        half = end - here == 1 and self.low(here - 1) not in BEFORE_A_GIVEN_NAME and self._common_word(end)
        if not end or end == here or half:
            return self._office_alone(at, here, office, several)
        name = Name(kind, self.words(here, end), at, end, office=office)
        return self.after_name(name)

    def _behind_a_home(self, at: int) -> int:
        """The place of the name in "cựu tù Côn Đảo Lê Văn A", or `at`."""
        end = at + 2
        home = self.capital(at) and self.capital(at + 1) and not self.surname_run(at)
        named = self.low(end) in COMMONEST and self.surname_run(end) > end + 1
        return end if home and named else at

    def _titled_before(self, at: int) -> int:
        """The place of "cô" in "giáo viên Trường A, cô B": a title with its unit, a comma and who it is; or `at`."""
        if not (self.says_who(at) or self._leader(at) > at):
            return at
        noun = max(self.phrase(at, nouns.RANKS), self.person_noun(at))
        if self._behind_a_home(noun) > noun:
            return at  # "cựu tù Côn Đảo Lê A, bà B": two people
        here = self.title(at) + 1
        said = max(self.phrase(here, table) for table in (nouns.FORMS_OF_ADDRESS, nouns.RANKS))
        of_a_unit = any(self.head(place) > place for place in range(at + 1, here - 1))
        return (
            here
            if of_a_unit and self.low(here - 1) == "," and said > here and self.any_run(said) > said
            else at
        )

    def _country(self, at: int) -> int:
        """The place after "Nhật Bản" in "chuyên gia Nhật Bản Suzuki A", or `at`."""
        end = self.phrase(at + (self.low(at) == "người"), nouns.COUNTRIES)
        foreign = self.low(at - 1) in _MAY_BE_FOREIGN
        said = self.low(at - 1) not in BEFORE_A_GIVEN_NAME and (foreign or end > at + 1)
        return end if said and self.capital(end) and self.tokens[end].is_word else at

    def _office_alone(self, at: int, end: int, office: str, several: bool) -> Name | None:
        stands = office and end > at and not several
        return Name("office", office, at, end, office=office) if stands else None
