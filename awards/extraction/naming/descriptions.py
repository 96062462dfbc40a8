"""Words before a person's name that say who it is: "cô giáo mầm non", "Kế toán trưởng", "thiếu niên dân tộc Ê Đê"."""

from awards.extraction.language import nouns, words
from awards.extraction.language.tokens import LIST_MARK
from awards.extraction.naming.offices import Offices
from awards.extraction.naming.surnames import COMMONEST, MIDDLE_NAMES, PEOPLES

_BEFORE_SOMEBODY = {
    "cho",
    "tặng",
    "và",
    "cùng",
    ",",
    ";",
    ":",
    "là",
    "gồm",
    "như",
    "có",
    "tới",
    "đến",
    LIST_MARK,
}
_KNOWN_BY_A_STAGE_NAME = {
    "nghệ sĩ",
    "nghệ sỹ",
    "nghệ nhân",
    "diễn viên",
    "ca sĩ",
    "nhạc sĩ",
    "họa sĩ",
    "đạo diễn",
}
_SCHOOLED = {"non", "học", "thcs", "thpt"}  # "cô giáo mầm non A": no school is named
_LONGEST_DESCRIPTION = 7
_ADDRESSES = (nouns.FORMS_OF_ADDRESS, nouns.HOUSEHOLDS)
_VERBS = (
    words.GIVE,
    words.RECEIVE,
    words.REVOKE,
    words.PROPOSE,
    words.MANDATES,
    words.AIMS,
    words.HOPES,
    words.NOT,
    words.LISTS,
    words.MANY,
)

# After these one syllable is a whole name: "anh Mẫu".
BEFORE_A_GIVEN_NAME = {
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
    "bác",
    "cháu",
    "bạn",
}


class Descriptions(Offices):
    """Where the name begins behind such words."""

    def says_who(self, at: int) -> bool:
        """Whether a noun for a person, a rank or an office begins here."""
        return self.person_noun(at) > at or any(
            self.phrase(at, table) > at for table in (nouns.RANKS, nouns.AUTHORITY_HEADS)
        )

    def described(self, at: int, *, known: bool) -> int:
        """The place of the name behind "cô giáo mầm non", "Kế toán trưởng", "thiếu niên dân tộc Ê Đê", or `at`.

        `known`: a noun for a person begins the words; else they are one only where somebody may be named.
        """
        if not known and (self.surname_run(at) or (at and self.low(at - 1) not in _BEFORE_SOMEBODY)):
            return at  # a name itself: "cho Nguyễn Hoàng Mẫu"
        if not known and self.capital(at) and self.head(at) > at and self._leader(at) == at:
            return at  # "cho Công ty cổ phần Trà Mẫu Sương"
        here = at
        while here < min(at + _LONGEST_DESCRIPTION, len(self.tokens)):
            if here > at and self._is_named_at(here, known):
                return here
            stage = any(" ".join(self.lows[of : of + 2]) in _KNOWN_BY_A_STAGE_NAME for of in (at - 2, at))
            if stage and here > at and self.any_run(here) > here + 1 and self.head(here) == here:
                return here  # "nghệ sĩ cải lương Mẫu Phượng"
            here = self.learns(here)
            if self._is_named_at(here, known) and here > at:
                return here
            foreign = known and self.has_several_syllables(here) and self.any_run(here) > here + 1
            if foreign and here > at and self.head(here) == here:
                return here  # "tình nguyện viên Maria Martin"
            if here > at and known and self._is_a_stranger(at, here):
                return here
            people = self.phrase(here, PEOPLES)
            if people > here and self.any_run(people) > people + 1:
                return people
            addressed = not known and any(self.phrase(here, table) > here for table in _ADDRESSES)
            if addressed and here > at:
                return at  # "Việc gia đình ông A được …"
            verb = any(self.phrase(here, table) > here for table in _VERBS)
            if verb or not self._common_word(here) or (self.capital(here) and here > at):
                return at
            here += 1
        return at

    def _leader(self, at: int) -> int:
        """The place after "thôn đội trưởng", "ca trưởng", "bếp phó", or `at`."""
        for end in (at + 2, at + 3):
            if self.low(end - 1) in {"trưởng", "phó"} and all(
                self._common_word(place) for place in range(at, end)
            ):
                return end
        return at

    def _is_a_stranger(self, start: int, at: int) -> bool:
        """ "chuyên gia y tế Giôn Mẫu được": a name without a family name, where no body and no place is told of."""
        end = self.any_run(at)
        told = self.low(end) in {"", ",", ".", ";", "("} or self.stops(end)
        heads = any(self.head(place) > place for place in range(start, at + 1))
        heads = heads or any(self.capital(place) for place in range(max(start, 1), at))
        return 1 < end - at < 5 and told and not heads and self.phrase(at, nouns.COUNTRIES) == at

    def learns(self, at: int) -> int:
        """The place after "lớp 9A", "dạy Văn", "hạng 2/4" in what says who somebody is, or `at`."""
        if self.low(at).isdigit() and self.low(at + 1) == "tuổi":
            return at + 2  # "kỳ thủ 14 tuổi Lê A"
        if self.lows[at : at + 2] == ["năm", "thứ"]:
            return at + 3  # "sinh viên năm thứ ba"
        if (
            self.low(at) in {"lớp", "khối", "hạng"}
            and self.tokens[at + 1 : at + 2]
            and self.tokens[at + 1].is_number
        ):
            end = at + 2
            while (
                end < len(self.tokens)
                and self.tokens[end].start == self.tokens[end - 1].end
                and self.low(end).isalnum()
            ):
                end += 1
            return end
        teaches = self.low(at) in {"dạy", "môn", "chuyên"} and self.capital(at + 1)
        return at + 2 if teaches and self.surname_run(at + 2) else at

    def behind_a_unit(self, at: int, addressed: bool = False) -> int:
        """The place of the name in "giáo viên Trường A Trần Thị B" (`at` may be behind the noun), or `at`."""
        unit = self.person_noun(at)
        if unit == at and (not addressed or self.low(at - 1) in BEFORE_A_GIVEN_NAME):
            return at
        end = self.body(unit, before_a_person=True)
        return end if end > unit and self.surname_run(end) else at

    def _is_named_at(self, at: int, known: bool) -> bool:
        """Whether a person's name begins here, not a school's: "giáo viên trường Lê Mẫu"."""
        run = self.surname_run(at) if self.office(at) == at else 0  # "nguyên Phó Chủ tịch UBND tỉnh"
        sure = self.low(at + 1) in MIDDLE_NAMES and run - at > 2
        of_a_body = (
            any(self.head(place) == at for place in (at - 1, at - 2)) and self.low(at - 1) not in _SCHOOLED
        )
        marked = run > at and bool({"’", "'"} & set(self.tokens[at].text))
        of_a_school = self.low(at - 1) == "trường"
        sure = sure or (known and self.low(at) in COMMONEST and not of_a_school)
        in_a_place = known and self.phrase(at - 1, nouns.LEVELS) == at and run - at > 2
        return bool(run) and (in_a_place or sure or (not of_a_body and (known or marked or run - at > 2)))
