"""How many: numbers of recipients."""

from awards.extraction.language import kinds, nouns, words
from awards.extraction.language.nouns import COLLECTIVE, INDIVIDUAL
from awards.extraction.language.numbers import row_of_numbers
from awards.extraction.language.phrases import phrases
from awards.extraction.sentence.counted_nouns import CountedNouns
from awards.extraction.sentence.item import ADDRESSED, COUNTED, WORD, Counted, Item

# Of which several are at once: "cùng một đơn vị".
_SHARED = phrases("xã|thôn|bản|huyện|tỉnh|phường|làng|gia đình|đơn vị|trường|lớp|phòng|dòng họ")


class Counting(CountedNouns):
    """Reads numbers of recipients out of one sentence."""

    def _counted(self, at: int) -> Item | None:
        here = self.names.phrase(at, words.ABOUT)
        if here >= len(self.tokens):
            return None
        if said := self._counted_behind(at) or self._counted_in_turn(at):
            return said
        count, after = self._number(here)
        if here and self.tokens[here - 1].end == self.tokens[here].start and self.tokens[here - 1].is_word:
            return None  # "lớp 10A2 Trường A"
        numbered = self.names.low(here - 1) in kinds.NUMBERED and self.tokens[here].is_number
        if count is None or numbered or self.names.low(here - 1) == "thứ":
            return None  # "học sinh lớp 8 Trường A"
        if (
            self.names.lows[here - 1 : here + 1] == ["cùng", "một"]
            and self.names.phrase(after, _SHARED) > after
        ):
            return None  # "ba mẹ cùng một xã"
        registered = len(self.tokens[here].text) > 3 and self.tokens[here].text.isdigit()
        if here and registered and self.tokens[here - 1].text.isupper():
            return None  # "tàu cá MH 90123"
        if self.names.low(here) == "một" and self.names.low(here - 1) in {
            "từ",
            "là",
            "như",
            "thành",
            "với",
            "chủ",
        }:
            return None  # "Từ một đơn vị yếu kém"
        if self.names.low(after) == "lượt":
            after += 1
        kind, end = self._kind(after)
        if kind is None:
            kind, end = self._holders_of_an_office(after)
        if isinstance(count, int) and count > 1 and (level := self._bodies_of_a_level(after)) > end:
            kind, end = COLLECTIVE, level
        if (
            kind is None
            and isinstance(count, int)
            and (examples := self.names.phrase(after, kinds.EXAMPLES)) > after
        ):
            kind, _end = self._kind(examples)  # "6 điển hình tập thể"
            examples = examples if kind is None else _end
            return Item(
                COUNTED, at, self.names.phrase(examples, kinds.QUALITIES), counted=Counted([(kind, count)])
            )
        if kind is None and self.tokens[here].is_number and self._gets_something(after):
            return Item(COUNTED, at, after + 1, counted=Counted([(None, count)]))
        if kind is None or (
            self.names.capital(after) and self.tokens[after - 1].text.lower() in {"các", "những"}
        ):
            return None
        groups: list[tuple[str | None, int | str | None]] = [(kind, count)]
        end = self._staff(end) if kind == INDIVIDUAL else end
        first = self.names.lows[after:end]
        while self.names.low(praised := self.names.phrase(end, kinds.QUALITIES)) in {",", "và", "/"}:
            step = praised + 1
            if self.names.low(step) == "và":
                step += 1
            further, stop = self._kind(step)
            named = self.names.person(step)  # "2 tập thể và cô giáo mầm non Trần Thị A"
            proper = (named and named.name) or (
                self.names.capital(stop) and self.names.low(stop) not in {"hải"}
            )
            if (
                further is None
                or proper
                or self.names.capital(step)
                or self.names.lows[step:stop] == first  # "63 tỉnh, thành phố, tỉnh ta"
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
        if plural and kind == nouns.HOUSEHOLD and self.names.person(end):
            return None  # "các hộ ông A, bà B"
        if plural and self._only_addresses(at, end):
            return Item(WORD, at, end + 1, text=ADDRESSED)
        if plural and (self.names.any_run(end) > end + 1 or self.names.body(end) > end):
            return None  # "các tập thể Phòng A, Phòng B"
        if self._is_the_whole(at):
            return Item(WORD, at, end)  # "một trong ba cá nhân"
        praised = self.names.phrase(end, kinds.QUALITIES)
        end = end if self.names.low(praised) == "năm" else praised  # "có thành tích xuất sắc năm 2018"
        return Item(COUNTED, at, end, counted=Counted(groups, plural=plural))

    def _only_addresses(self, at: int, end: int) -> bool:
        """ "Các ông: A, B; các bà: C, D được": a form of address heads a list before the verb."""
        address = self.names.phrase(at, nouns.FORMS_OF_ADDRESS)
        address += 2 * (self.names.low(address) == "," and self.names.low(address + 1) in {"bà", "chị", "cô"})
        if self.names.low(end) != ":" or address != end:
            return False
        given = any(self.names.phrase(place, words.GIVE) > place for place in range(at))
        opens = not at or self.names.low(at - 1) == "gồm"
        return opens or (self.names.low(at - 1) == ";" and not given)

    def _is_the_whole(self, at: int) -> bool:
        """ "là 2 trong số 30 nông dân được tặng", "có tên trong danh sách 50 nhà giáo": among whom somebody is."""
        before = self.names.lows[max(at - 5, 0) : at]
        if before[-3:] == ["trong", "danh", "sách"]:
            return bool({"tên", "mặt", "nằm"} & set(before[:-3]))
        before = before[:-1] if before[-1:] == ["số"] else before
        if before[-1:] != ["trong"] or len(before) < 2:
            return False
        some = self.tokens[at - (len(before[-2:]) + (self.names.low(at - 1) == "số"))]
        return before[-2] in {"một", "1", "01"} or (before[-3:-2] == ["là"] and some.is_number)

    def _counted_behind(self, at: int) -> Item | None:
        """ "Số tập thể được tặng Cờ thi đua là 4", "… F và F lần lượt là 15 và 3": the numbers stand behind the verb."""
        kind, end = self._kind(at + 1) if self.names.low(at) == "số" else (None, at)
        if kind is None or self.names.low(end) not in {"được", "đạt", "nhận"}:
            return None
        for place in range(end, min(end + 40, len(self.tokens))):
            in_turn = self.names.lows[place - 2 : place] == ["lần", "lượt"]
            if self.names.low(place) in {";", ":"} or (
                self.names.low(place) == "là" and "," in self.names.lows[end:place] and not in_turn
            ):
                return None
            numbers, _end = row_of_numbers(self.tokens, place + 1)
            if self.names.low(place) == "là" and numbers:
                return Item(
                    COUNTED,
                    at,
                    end,
                    counted=Counted([(kind, number) for number in (numbers if in_turn else numbers[:1])]),
                )
        return None

    def _counted_in_turn(self, at: int) -> Item | None:
        """ "lần lượt có 15, 28 và 44 cá nhân đạt …": the noun stands behind the last number."""
        if ["lần", "lượt"] not in (self.names.lows[at - 3 : at - 1], self.names.lows[at - 2 : at]):
            return None
        numbers, after = row_of_numbers(self.tokens, at)
        kind, end = self._kind(after)
        several = len(numbers) > 1 and kind is not None
        return (
            Item(COUNTED, at, end, counted=Counted([(kind, number) for number in numbers]))
            if several
            else None
        )
