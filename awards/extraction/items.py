"""A sentence as the few things that matter for honours: who, what, how many, and the verbs between."""

from dataclasses import dataclass, field
from itertools import pairwise

from awards.extraction import nouns, words
from awards.extraction.forms import Form, Forms
from awards.extraction.lexicon import Lexicon
from awards.extraction.names import Name, Names
from awards.extraction.nouns import COLLECTIVE, INDIVIDUAL
from awards.extraction.numbers import read_number
from awards.extraction.tokens import LIST_MARK, Token

FORMS, COUNTED, NAMED, OFFICE, MANDATE, DECIDED = "F", "C", "N", "O", "T", "E"
GIVE, RECEIVE, PASSIVE, SUFFER, TO, OF = "G", "R", "D", "B", "L", "o"
PROPOSE, REVOKE, AIM, HOPE, NOT, LIST, YEAR, DATE, WORD = "P", "X", "A", "H", "Z", "Q", "Y", "d", "w"


@dataclass
class Counted:
    """A number of recipients: (kind, count) for each; the kind is None where one number covers several."""

    groups: list[tuple[str | None, int | str | None]]
    plural: bool = False  # "các", "những": no number at all once names follow


@dataclass
class Item:
    """Something recognised in tokens[start:end]."""

    code: str
    start: int
    end: int
    forms: list[Form] = field(default_factory=list)
    counted: Counted | None = None
    name: Name | None = None
    text: str = ""
    year: int | None = None


_VERBS = (
    (REVOKE, words.REVOKE),
    (GIVE, words.GIVE),
    (RECEIVE, words.RECEIVE),
    (PROPOSE, words.PROPOSE),
    (HOPE, words.HOPES),
    (AIM, words.AIMS),
    (NOT, words.NOT),
    (LIST, words.LISTS),
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


class Scanner:
    """Turns one sentence into items, from left to right, the longest reading first."""

    def __init__(self, text: str, tokens: list[Token], lexicon: Lexicon):
        self.names = Names(text, tokens)
        self.forms = Forms(self.names, lexicon)
        self.tokens = tokens

    def items(self) -> list[Item]:
        found: list[Item] = []
        at = 0
        while at < len(self.tokens):
            item = self._item(at, found)
            found.append(item)
            at = max(item.end, at + 1)
        return found

    def _item(self, at: int, found: list[Item]) -> Item:
        for read in (
            self._mandate,
            self._decided,
            self._date,
            self._year,
            self._forms,
            self._counted,
            self._verb_of(found),
            self._named,
            self._one_more_of_a_list(found),
            self._head_that_gives(found),
        ):
            item = read(at)
            if item:
                return item
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
            end = max(
                self.names.head(here), here + (self.tokens[here].text in self.forms.lexicon.abbreviations)
            )
        return Item(MANDATE, at, end, text=self.names.words(here, end)) if end > here else None

    def _decided(self, at: int) -> Item | None:
        """ "Quyết định số 12 ngày 5/6/2018 của Chủ tịch nước": who decided."""
        before = self.names.lows[max(at - 12, 0) : at]
        if self.names.low(at) != "của" or ("quyết", "định") not in pairwise(before) or "," in before:
            return None
        end = max(self.names.office(at + 1), self.names.body(at + 1))
        return Item(DECIDED, at, end, text=self.names.words(at + 1, end)) if end > at + 1 else None

    def _date(self, at: int) -> Item | None:
        """ "29/11/2018", "29 tháng 11 năm 2018": a day, which is the award's only where it was decided."""
        day = self.names.low(at).split("/")
        if len(day) == 3 and all(day) and 1930 <= int(day[2]) <= 2100:
            return Item(DATE, at, at + 1, year=int(day[2]))
        spelt = [self.names.low(at + 1), self.names.low(at + 3)] == ["tháng", "năm"]
        if spelt and day[0].isdigit() and self._is_year(at + 4):
            return Item(DATE, at, at + 5, year=int(self.tokens[at + 4].text))
        return None

    def _year(self, at: int) -> Item | None:
        if self.names.low(at - 1) == "(" and self._is_year(at):
            end = at
            while self._is_year(end) and self.names.low(end + 1) in {",", "và"} and self._is_year(end + 2):
                end += 2
            if end > at:
                return Item(WORD, at, end + 1)  # "(1999, 2004)"
        if self._is_year(at) and self.names.low(at - 1) == "(" and self.names.low(at + 1) in {")", ","}:
            return Item(YEAR, at, at + 1, year=int(self.tokens[at].text))
        month = self.names.low(at + 1).split("/")
        if self.names.low(at) == "tháng" and len(month) == 2 and 1930 <= int(month[1] or 0) <= 2100:
            return Item(YEAR, at, at + 2, year=int(month[1]))
        if self.names.low(at) == "tháng" and self.names.low(at + 2) == "năm" and self._is_year(at + 3):
            return Item(YEAR, at, at + 4, year=int(self.tokens[at + 3].text))
        if self.names.low(at) != "năm" or not self._is_year(at + 1):
            return None
        if self.names.low(at + 2) in {"-", "–", "và", ","} and self._is_year(at + 3):
            return Item(WORD, at, at + 4, text="năm")  # a period, or two years
        if self.names.low(at + 2) == "và" and self.names.low(at + 3) == "năm" and self._is_year(at + 4):
            return Item(WORD, at, at + 5, text="năm")
        return Item(YEAR, at, at + 2, year=int(self.tokens[at + 1].text))

    def _is_year(self, at: int) -> bool:
        digits = self.names.low(at)
        return len(digits) == 4 and digits.isdigit() and 1930 <= int(digits) <= 2100

    def _forms(self, at: int) -> Item | None:
        forms = self.forms.at(at)
        return Item(FORMS, at, max(form.end for form in forms), forms=forms) if forms else None

    # Recipients -----------------------------------------------------------------------------------

    def _counted(self, at: int) -> Item | None:
        here = self.names.phrase(at, words.ABOUT)
        if here >= len(self.tokens):
            return None
        count, after = self._number(here)
        if here and self.tokens[here - 1].end == self.tokens[here].start and self.tokens[here - 1].is_word:
            return None  # "lớp 10A2 Trường A"
        if count is None or (self.names.low(here - 1) in nouns.NUMBERED and self.tokens[here].is_number):
            return None  # "học sinh lớp 8 Trường A"
        if self.names.low(after) == "lượt":
            after += 1
        kind, end = self._kind(after)
        if kind is None and isinstance(count, int):
            kind, end = self._holders_of_an_office(after)
        if kind is None and self.tokens[here].is_number and self._gets_something(after):
            return Item(COUNTED, at, after + 1, counted=Counted([(None, count)]))
        if kind is None or (
            self.names.capital(after) and self.tokens[after - 1].text.lower() in {"các", "những"}
        ):
            return None
        groups: list[tuple[str | None, int | str | None]] = [(kind, count)]
        end = self._staff(end) if kind == INDIVIDUAL else end
        while self.names.low(end) in {",", "và", "/"}:
            step = end + 1
            if self.names.low(step) == "và":
                step += 1
            further, stop = self._kind(step)
            proper = self.names.capital(stop) and self.names.low(stop) not in {"hải"}
            if (
                further is None
                or proper
                or self.names.capital(step)
                or further in [one for one, _ in groups[:-1]]
            ):
                break
            if further != groups[-1][0]:  # "7 đơn vị, doanh nghiệp" are of one kind
                groups.append((further, count))
            end = self._staff(stop) if further == INDIVIDUAL else stop
        one_number = isinstance(count, int) or self.names.low(here) == "hàng"
        if one_number and len(groups) > 1:
            groups = [(None, count)]
        plural = self.names.low(here) in {"các", "những"}
        if plural and (self.names.any_run(end) > end + 1 or self.names.body(end) > end):
            return None  # "các tập thể Phòng A, Phòng B"
        if self.names.low(at - 1) == "trong" and self.names.low(at - 2) in {"một", "1", "01"}:
            return Item(WORD, at, end)  # "một trong ba cá nhân"
        return Item(COUNTED, at, end, counted=Counted(groups, plural=plural))

    def _gets_something(self, at: int) -> bool:
        """ "15 điển hình tiêu biểu được …": whatever it is that is counted, the verb is said of it."""
        if self.names.low(at) in nouns.MEASURES or self.names.capital(at):
            return False
        end = at
        while (
            end < at + 5 and end < len(self.tokens) and self.tokens[end].is_word and not self.names.stops(end)
        ):
            end += 1
        return end > at and self.names.low(end) in {"được", "vinh"}

    def _number(self, at: int) -> tuple[int | str | None, int]:
        many = self.names.phrase(at, words.MANY)
        if many > at:
            return "many", many
        number = read_number(self.tokens, at)
        return number if number else (None, at)

    def _kind(self, at: int) -> tuple[str | None, int]:
        end, kind = nouns.KIND_NOUNS.match(self.names.lows, at)
        ends = self.names.low(at + 1) in nouns.PEOPLE_END_IN and self.tokens[at].is_word
        if kind is None and ends and not self.names.capital(at):
            return INDIVIDUAL, at + 2
        return kind, end

    def _holders_of_an_office(self, at: int) -> tuple[str | None, int]:
        """ "3 nguyên Phó Chủ tịch Quốc hội", "2 đại tá"."""
        here = at
        while self.names.low(here) in {"nguyên", "cựu", "nữ", "vị"}:
            here += 1
        end = max(self.names.office(here), self.names.phrase(here, nouns.RANKS))
        return (INDIVIDUAL, end) if end > here else (None, at)

    def _staff(self, end: int) -> int:
        while self.names.low(end) in {",", "và"}:
            step = end + 1 + (self.names.low(end + 1) == "và")
            _kind, stop = self._kind(step)
            if " ".join(self.names.lows[step:stop]) not in nouns.STAFF:
                return end
            end = stop
        return end

    def _named(self, at: int) -> Item | None:
        short = self.forms.lexicon.abbreviations.get(self.tokens[at].text, "")
        if (
            short
            and nouns.ORGANISATION_HEADS.match(short.lower().split(), 0)[0]
            and self.names.body(at) == at
        ):
            name = Name(COLLECTIVE, self.tokens[at].text, at, at + 1)
            return Item(NAMED, at, at + 1, name=name, text=name.name)
        person = self.names.person(at)
        if person and person.kind == "office":
            return Item(OFFICE, at, person.end, text=person.office)
        if person:
            return Item(NAMED, at, person.end, name=person, text=person.office)
        if body := self.names.organisation(at):
            return Item(NAMED, at, body.end, name=body, text=body.name)
        return None

    def _one_more_of_a_list(self, found: list[Item]):
        """ "Lò Văn A, Bế B và Hoài C": a run of capitals in a list of people is one more of them."""

        def read(at: int) -> Item | None:
            before = found[-2].name if len(found) > 1 and found[-1].code in {",", "v"} else None
            if before is None:
                return None
            of_places = nouns.PLACE_HEADS.match(before.name.split(), 0)[0] > 0 or before.elided
            if before.kind != INDIVIDUAL and not of_places:
                return None
            end = self.names.any_run(at)
            closed = end == len(self.tokens) or not self.tokens[end].is_word or self.names.low(end) == "và"
            if end - at < 2 or not closed:
                return None
            name = Name(before.kind, self.names.words(at, end), at, end, elided=before.kind != INDIVIDUAL)
            return Item(NAMED, at, end, name=name)

        return read

    def _head_that_gives(self, found: list[Item]):
        """ "Tập đoàn tặng …", "được tỉnh tặng …": a head alone says who gave, not who received."""

        def read(at: int) -> Item | None:
            end = self.names.head(at)
            given = bool(found) and found[-1].code == PASSIVE
            if end == at or not (given or self.names.capital(at)):
                return None
            verb = end
            while (step := self.names.phrase(verb, words.ON_THE_WAY_TO_GIVE)) > verb:
                verb = step
            if self.names.phrase(verb, words.GIVE) == verb or (verb > end and given):
                return None
            return Item(OFFICE, at, end, text=self.names.words(at, end))

        return read

    # Verbs ----------------------------------------------------------------------------------------

    def _verb_of(self, found: list[Item]):
        def read(at: int) -> Item | None:
            if self.names.capital(at) and at > 0 and self.names.low(at - 1) not in {"“", "-", "–", ":", "."}:
                return None
            for code, table in _VERBS:
                end = self.names.phrase(at, table)
                if end > at and self._fits(code, at, end):
                    return Item(code, at, end, text=" ".join(self.names.lows[at:end]))
            return None

        return read

    def _fits(self, code: str, at: int, end: int) -> bool:
        before, after = self.names.low(at - 1), self.names.low(end)
        if code == RECEIVE:
            return before not in words.NOT_RECEIVE_AFTER and after not in {"xét", "định", "thức", "diện"}
        if code == PROPOSE:
            other_noun = before in {"chương", "quá", "công", "quy", "lộ", "giáo", "tường"}
            narrated = self.names.low(at) == "trình" and (other_noun or after in {"diễn", "bày", "độ"})
            follows = before in words.NOT_PROPOSE_AFTER and (before != "xét" or after == "của")
            return not follows and not narrated
        if code == AIM:
            return before not in {"nỗ", "lực", "tinh", "sự", "quá", "trào"} and not (
                self.names.low(at) == "thi"
                and before in {"phong", "trào", "cờ", "sĩ", "sỹ", "công", "tác", "về", "đợt", "hiệu"}
            )
        if code == GIVE:
            if words.COMMENDING.match(self.names.lows, at)[0] == end:
                return "hình thức" in " ".join(self.names.lows[end : end + 30]) and before not in {
                    ",",
                    "-",
                    "–",
                    "đua",
                    "và",
                    "được",
                }
            if self.names.lows[at:end] == ["ghi", "công"]:
                return after in {":", "bằng"}
            return (
                after not in {"hoa", "quà", "đổi"}
                and not (self.names.low(at) == "phong" and after in {"trào", "cách", "phú", "tỏa"})
                and not (self.names.low(at) == "thưởng" and before in {"khen", "phần", "giải", "tiền", "ghi"})
                and not (self.names.low(at) == "thưởng" and after in {"nóng", "tiền", "thêm", "kèm"})
            )
        if code == NOT:
            return after not in {"ngừng", "những", "chỉ", "nhỏ", "gian"}
        if code == HOPE and self.names.lows[at:end] == ["để"]:
            return after not in {"chứng", "chào", "mừng", "nghe"}  # "có mặt để chứng kiến A đón nhận …"
        if code == HOPE and self.names.low(at) == "khi":
            return before != "sau"
        if code == HOPE and self.names.lows[at:end] == ["nếu"]:
            return after != "như"  # "Nếu như năm 2018 có …": a comparison
        if code == REVOKE:
            return before not in {"không"}
        return True


__all__ = ["COLLECTIVE", "INDIVIDUAL", "Counted", "Item", "Scanner"]
