"""Names of bodies, offices and people as they stand in running text."""

from dataclasses import dataclass

from awards.extraction import words
from awards.extraction.tokens import Token
from awards.extraction.words import COLLECTIVE, HOUSEHOLD, INDIVIDUAL, Phrases

LONGEST_BODY = 16
# "Bí thư Tỉnh ủy Phạm Văn A", "Bí thư Đảng ủy xã Phùng Thị B": the body needs no name of its own.
_COMPLETE_BEFORE_A_PERSON = {"ủy", "tỉnh", "huyện", "quận", "xã", "phường"}
_CLOSING = {"”", "’", '"', "'", "»"}


@dataclass
class Name:
    """Somebody or something named: the name alone, and the whole phrase with titles and superior units."""

    kind: str
    name: str
    start: int  # tokens of the whole phrase
    end: int
    office: str = ""  # an office without the person's name: "Bộ trưởng Bộ Tài chính"
    year: int | None = None
    order_class: str | None = None
    elided: bool = False  # its head was said before: "các xã A, B và C"


class Names:
    """Reads names out of one sentence."""

    def __init__(self, text: str, tokens: list[Token]):
        self.text, self.tokens = text, tokens
        self.lows = [token.low for token in tokens]

    def words(self, start: int, end: int) -> str:
        """The printed words of these tokens on one line."""
        return (
            " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())
            if end > start
            else ""
        )

    def phrase(self, at: int, table: Phrases) -> int:
        """The place after the longest phrase of the table that begins here, or `at`."""
        return table.match(self.lows, at)[0]

    def low(self, at: int) -> str:
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].is_capital

    def head(self, at: int) -> int:
        """The place after the noun that heads a body's name here, or `at`: "Tổ" but not "Tổ chức"."""
        end = self.phrase(at, words.ORGANISATION_HEADS)
        return at if end < self.phrase(at, words.NOT_HEADS) else end

    def counted_noun(self, at: int) -> int:
        """The place after a noun that is counted, "xã" but not "xã hội", or `at`."""
        end = self.phrase(at, words.KIND_NOUNS)
        return at if end < self.phrase(at, words.NOT_HEADS) else end

    def stops(self, at: int) -> bool:
        """Whether a name cannot go on over this word."""
        return self.low(at) in words.STOPS or self.phrase(at, words.VERBS_AFTER_A_BODY) > at

    # Bodies ---------------------------------------------------------------------------------------

    def body(self, at: int, *, before_a_person: bool = False) -> int:
        """The place after the name of a body that begins here, or `at`.

        `before_a_person`: the name may run into a person's, as in "Cục trưởng Cục A Nguyễn Văn B".
        """
        head = self.head(at)
        if head == at or (self.lows[at] == "bộ" and not self.capital(at)):  # "cán bộ Công an"
            return at
        council = self.phrase(at, words.COUNCILS)
        if council > at:
            level = self.phrase(council, words.LEVELS)
            after = self.body(council) if level > council else council
            return max(after, level) if not self.capital(level) else max(level, self._name_run(level))
        complete = self.words(at, head) in words.BODIES and not self.capital(head)
        if complete and self.lows[head : head + 2] != ["khu", "vực"]:
            return head
        inner = self.body(head, before_a_person=before_a_person) if self.head(head) > head else head
        if inner > head and not self.capital(head):
            return inner if self.capital(at) else at  # "Công an phường Mẫu"
        level = self.phrase(head, words.LEVELS)
        if self.capital(at) and level > head and not self.capital(level) and self.low(head) != "các":
            return level  # "Công an tỉnh"
        if self.phrase(at, words.NAMED_IN_LOWER_CASE) > at and self._common_word(head):
            while self._common_word(head) or self.capital(head):
                head += 1
            return head
        if not (self.capital(head) or self._numbered(head) or self.low(head) in {"“", '"'}):
            proper = next(
                (place for place in range(head, head + 8) if self.capital(place) or self._numbered(place)), 0
            )
            between = range(head, proper)
            if not self.capital(at) or not proper or not all(self._goes_on(place, at) for place in between):
                return at
        end = head
        while end < len(self.tokens) and end - at < LONGEST_BODY:
            run = self.surname_run(end) if before_a_person else 0
            if run and (end > head or (self.low(head - 1) in _COMPLETE_BEFORE_A_PERSON and run - end > 2)):
                break
            step = self._goes_on(end, at)
            if not step:
                break
            end += step
        while end > head and not (
            self.tokens[end - 1].is_word
            or self.tokens[end - 1].is_number
            or self.tokens[end - 1].text in _CLOSING
        ):
            end -= 1
        # "Cục", "đơn vị": a head is a name only with a proper one behind it.
        proper = any(
            self.tokens[place].is_capital or self.tokens[place].is_number for place in range(head, end)
        )
        return end if proper else at

    def _common_word(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].is_word and not self.stops(at)

    def _name_run(self, at: int) -> int:
        while self.capital(at) and self.tokens[at].is_word:
            at += 1
        return at

    def _numbered(self, at: int) -> bool:
        return at < len(self.tokens) and (self.tokens[at].is_number or self.low(at) == "số")

    def _goes_on(self, at: int, start: int) -> int:
        """How many tokens from here belong to the body's name."""
        token = self.tokens[at]
        if token.is_word:
            if self._opens_a_form(at):
                return 0
            if token.is_capital:
                return 1
            pair = (token.low, self.low(at + 1))
            if token.low == "và":
                council = self.lows[start : start + 2] == ["văn", "phòng"] and self.phrase(
                    at + 1, words.COUNCILS
                )
                return int(council > at + 1 or self.and_goes_on(at))
            if pair == ("tổ", "chức") and not self.capital(at - 1):
                return 2
            if pair == ("khu", "vực"):
                return 2
            if pair in words.WITHIN_NAMES:
                return 2
            if (self.low(at - 1), token.low) in words.WITHIN_NAMES_BEHIND:
                return 1
            if token.low == "số" and self._numbered(at + 1):
                return 2
            return int(not self.stops(at))
        if token.text == ",":
            return int(self.comma_goes_on(at, start))
        if token.is_number:
            if self.tokens[at - 1].end == token.start:
                return 1  # "Lớp 10A2"
            counts = self.counted_noun(at + 1) > at + 1 and self.low(at - 1) not in words.NUMBERED
            return int(len(token.text) < 4 and not counts and self.low(at + 1) not in {"lượt", "lần", "năm"})
        if token.text in {"-", "–"} and at + 1 < len(self.tokens) and self.capital(at + 1):
            head = self.head(at + 1)
            strong = head > at + 1 and " ".join(self.lows[at + 1 : head]) not in words.WEAK_HEADS
            follows_a_head = strong or self.phrase(at + 1, words.AUTHORITY_HEADS) > at + 1
            return 0 if follows_a_head or self.surname_run(at + 1) else 2
        if token.text in {"-", "–"} and not self.tokens[at - 1].is_capital and self._common_word(at + 1):
            apart = self.phrase(at - 1, words.LEVELS) > at - 1 or self._opens_another(at + 1)
            return 0 if apart else 2  # "quản lý hàng đầu tư - gia công"
        if token.text in {"“", '"'} and self.capital(at + 1):
            return self._quoted(at)
        return int(token.text == "&")

    def _opens_a_form(self, at: int) -> bool:
        return self.phrase(at, words.FORM_OPENINGS) > at

    def comma_goes_on(self, at: int, start: int) -> bool:
        """Whether the comma is part of the name: "Sở Văn hóa, Thể thao và Du lịch", "phòng, chống ma túy"."""
        after = at + 1
        if (self.low(at - 1), self.low(after)) in words.WITHIN_NAMES_OVER_A_COMMA:
            return True
        if self.phrase(start, words.PLACE_HEADS) > start or self._opens_another(after):
            return False
        for place in range(after, min(after + 7, len(self.tokens))):
            if self.low(place) == "và" and place > after:
                return self.and_goes_on(place)
            if self.low(place) != "," and (self.stops(place) or not self.tokens[place].is_word):
                return False
            if self.low(place) == "," and self._opens_another(place + 1):
                return False
        return False

    def _opens_another(self, at: int) -> bool:
        """Whether another name, number of recipients or form begins here."""
        if self.head(at) > at or self.surname_run(at):
            return True
        if any(self.phrase(at, table) > at for table in (words.FORM_OPENINGS, words.AUTHORITY_HEADS)):
            return True
        said = max(
            self.counted_noun(at),
            *(self.phrase(at, table) for table in (words.FORMS_OF_ADDRESS, words.RANKS)),
        )  # "thương binh", "Thương binh Nguyễn Văn A", not "Thương binh và Xã hội"
        return said > at and (not self.capital(at) or bool(self.surname_run(said)))

    def and_goes_on(self, at: int) -> bool:
        """Whether "và" is part of the name: "Công nghệ thông tin và Thống kê", "buôn lậu và gian lận thương mại"."""
        after = at + 1
        if (self.tokens[at - 1].is_capital and not self.capital(after)) or self._opens_another(after):
            return False
        if self.capital(after):
            return not self.tokens[at - 1].is_capital or self.low(at - 1) in {"dục", "hóa"}
        return self._common_word(after)

    def _quoted(self, at: int) -> int:
        for end in range(at + 1, min(at + 8, len(self.tokens))):
            if self.tokens[end].text in _CLOSING:
                return end + 1 - at
        return 0

    # Offices and people ------------------------------------------------------------------------------

    def office(self, at: int) -> int:
        """The place after an office with its body, "Bộ trưởng Bộ Tài chính", or `at`."""
        end = self.phrase(at, words.AUTHORITY_HEADS)
        if end == at:
            return at
        after = self.body(end, before_a_person=True)
        if after > end or not self.capital(end) or self.surname_run(end):
            end = max(after, end)
            level = self.phrase(end, words.LEVELS)  # "Phó Trưởng đoàn đại biểu Quốc hội tỉnh"
            return level if level > end and not self.capital(level) and after > at else end
        here = end  # "Trưởng phòng Nghiệp vụ": the body is in the title itself
        while here < len(self.tokens) and not self.surname_run(here) and (step := self._goes_on(here, at)):
            here += step
        return here

    def surname_run(self, at: int) -> int:
        """The place after a person's name that begins here with a family name, or 0."""
        end = at
        while (
            end < len(self.tokens) and end - at < 5 and self.tokens[end].is_word and self._name_syllable(end)
        ):
            end += 1
        if (
            end - at < 2
            or self.low(at) not in words.SURNAMES
            or " ".join(self.lows[at : at + 2]) in words.PLACES
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

    def any_run(self, at: int) -> int:
        """The place after up to five capitalised syllables that begin here."""
        end = at
        while (
            end < len(self.tokens) and end - at < 5 and self.tokens[end].is_word and self._name_syllable(end)
        ):
            if end > at and self.head(end) > end and self.low(end) not in words.SURNAMES:
                break
            end += 1
        return end

    def person(self, at: int) -> Name | None:
        """A person with titles before and after, or a household."""
        here, kind, office = at, INDIVIDUAL, ""
        addressed = False
        while True:
            household = self.phrase(here, words.HOUSEHOLDS)
            if household > here:
                kind, addressed, here = HOUSEHOLD, True, household
                continue
            address = self.phrase(here, words.FORMS_OF_ADDRESS)
            rank = self.phrase(here, words.RANKS)
            if address > here and address >= rank and not (self.capital(here) and here > at):
                addressed, here = True, address
                continue
            if rank > here and (not self.capital(here) or here == at or addressed):
                if self.low(here) in {"liệt", "cố"}:
                    kind = INDIVIDUAL  # "gia đình liệt sĩ A" receives what was given to A
                addressed, here = True, rank
                continue
            title = self.office(here)
            if title > here:
                office, addressed, here = self.words(here, title), True, title
                if self.low(here) == "," and self.surname_run(here + 1):
                    here += 1
                continue
            break
        heads_a_body = self.head(here) > here and not self.surname_run(here)
        if self.capital(here) and heads_a_body:
            return Name("office", office, at, here, office=office) if office and here > at else None
        end = self.any_run(here) if addressed else self.surname_run(here)
        if not end or end == here:
            return Name("office", office, at, here, office=office) if office and here > at else None
        name = Name(kind, self.words(here, end), at, end, office=office)
        return self._after_name(name)

    def _after_name(self, name: Name) -> Name:
        """Titles and units behind a name belong to it and are no part of it."""
        titled = resident = False
        while True:
            at = name.end
            if self.low(at) in {"thuộc", "ở", "tại"} or (self.low(at), self.low(at + 1)) in {
                ("trực", "thuộc"),
                ("công", "tác"),
                ("cư", "trú"),
            }:
                skip = at + 1
                while self.low(skip) in {"thuộc", "tác", "trú", "tại", "ở"}:
                    skip += 1
                end = self.body(skip)
                if end == skip:
                    return name
                name.end = end
            elif self.low(at) == "," and (end := self._particulars(at + 1, resident)) > at + 1:
                resident = resident or self.low(at + 1) in words.RESIDENT
                name.end = end
            elif self.low(at) in {",", "-", "–"}:
                title = self._title(at + 1)
                if title == at + 1 and (
                    (titled and self._closes_a_body(at + 1)) or self._closes_before_a_clause(at + 1)
                ):
                    title = self.body(at + 1)
                titled = titled or title > at + 1
                if self.phrase(at + 1, words.AUTHORITY_HEADS) > at + 1:
                    name.office = self.words(at + 1, title)
                if title == at + 1 and self.low(at) != ",":
                    title = self.body(at + 1)
                if title == at + 1:
                    return name
                name.end = title
            elif self.low(at) == "(":
                close = self.closing(at)
                inside = self.words(at + 1, close)
                if not close or any(mark in inside for mark in ";:"):
                    return name
                if not self._class_within(name, at + 1, close):
                    born = {"sinh", "sn"} & set(self.lows[at:close])
                    name.year = name.year or (None if born else year_within(self.lows[at:close]))
                name.end = close + 1
            else:
                return name

    def _particulars(self, at: int, resident: bool) -> int:
        """The place after "ở bản A", "67 tuổi", "sinh năm 1950", "dân tộc Thái" behind a person's name, or `at`."""
        here = at
        aged = self.low(at).isdigit() and self.low(at + 1) == "tuổi"
        place = resident and self.phrase(at, words.PLACE_HEADS) > at and self.capital(at + 1)
        if not (aged or place or self.low(at) in words.RESIDENT | {"sinh", "dân", "quê", "nguyên"}):
            return at
        while here < len(self.tokens) and (self.tokens[here].is_word or self.tokens[here].is_number):
            if here > at and (self.low(here) in {"được", "và", "đã", "vừa", "là", "có", "nhận", "đạt"}):
                return at
            here += 1
        return here if self.low(here) in {",", ";", "-", "–", ")"} else at

    def _closes_a_body(self, at: int) -> bool:
        """ "…, Trưởng phòng Nghiệp vụ, Cục Hải quan A.": the body ends the apposition, no list goes on."""
        end = self.body(at)
        return end > at and self.low(end) not in {",", "và", "-", "–"}

    def _closes_before_a_clause(self, at: int) -> bool:
        """ "…, Trung tâm Y tế A, người đã …": what is told next is told of the person."""
        end = self.body(at)
        return end > at and self.low(end) == "," and self.low(end + 1) in words.RELATIVE

    def _title(self, at: int) -> int:
        """The place after a title such as "Phó Cục trưởng Cục A" or "công chức Chi cục B", or `at`."""
        here = at
        while (step := max(self.phrase(here, words.RANKS), self.office(here))) > here:
            here = step
        if here > at:
            here = max(here, self.body(here))
            if self.surname_run(here) or (self.capital(here) and not self.body(here) > here):
                return at  # the title stands before the next person
        return here

    def closing(self, at: int) -> int:
        """The place of the bracket that closes the one here, or 0."""
        depth = 0
        for place in range(at, len(self.tokens)):
            depth += {"(": 1, ")": -1}.get(self.low(place), 0)
            if not depth:
                return place
        return 0

    def organisation(self, at: int) -> Name | None:
        """A body, without the superior unit behind a hyphen, in brackets or after "thuộc"."""
        here = at
        if self.lows[at : at + 2] == ["tập", "thể"]:
            here += 2
        if self.body(self.phrase(here, words.MEMBERS)) > self.phrase(here, words.MEMBERS):
            here = self.phrase(here, words.MEMBERS)
        end = self.body(here)
        if end == here:
            return None
        name = Name(COLLECTIVE, self.words(here, end), at, end)
        if name.name.endswith((" -", " –")):
            name.name = name.name[:-2]
        while True:
            after = name.end
            if (self.low(after) in {"-", "–"} and self.body(after + 1) > after + 1) or (
                self.low(after) == "," and self._is_superior(here, after + 1)
            ):
                name.end = self.body(after + 1)
            elif self.low(after) in {"thuộc", "trực"}:
                skip = after + (2 if self.low(after) == "trực" else 1)
                if self.body(skip) == skip:
                    return name
                name.end = self.body(skip)
            elif self.low(after) == "(":
                close = self.closing(after)
                inside = after + 1
                while self.low(inside) in {"thuộc", "trực"}:
                    inside += 1
                says_whose = self.body(inside) == close or self._name_only(inside, close)
                if close and (says_whose or self._class_within(name, inside, close)):
                    name.end = close + 1
                elif close and year_within(self.lows[after:close]) and close - after <= 4:
                    name.year, name.end = year_within(self.lows[after:close]), close + 1
                else:
                    return name
            else:
                return name

    def _is_superior(self, start: int, at: int) -> bool:
        """ "Khoa A, Bệnh viện B được tặng": two alone before a verb, the second above the first."""
        lower = words.LEVEL_OF_HEADS.match(self.lows, start)[1]
        upper = words.LEVEL_OF_HEADS.match(self.lows, at)[1]
        if (
            not lower
            or not upper
            or lower >= upper
            or self.low(start - 1) in {":", "(", "gồm", "là", ",", "và", ";"}
        ):
            return False
        end = self.body(at)
        return end > at and self.low(end) in {"được", "vinh", "đã", "vừa", "đón", "nhận", "đạt"}

    def _class_within(self, name: Name, start: int, close: int) -> bool:
        """ "(hạng Nhất, năm 2019)" behind a name: its own class and year."""
        if self.low(start) != "hạng" or self.low(start + 1) not in words.CLASSES or close - start > 5:
            return False
        name.order_class = words.CLASSES[self.low(start + 1)]
        name.year = year_within(self.lows[start:close])
        return True

    def _name_only(self, start: int, end: int) -> bool:
        return 0 < end - start <= 4 and all(self.tokens[place].is_capital for place in range(start, end))


def year_within(lows: list[str]) -> int | None:
    """The one year that these words state, or None."""
    years = {int(low) for low in lows if len(low) == 4 and low.isdigit() and 1930 <= int(low) <= 2100}
    return years.pop() if len(years) == 1 else None
