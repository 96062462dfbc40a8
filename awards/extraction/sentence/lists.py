"""What stands in a list whose head, kind or number was said before it."""

from awards.extraction.language import nouns
from awards.extraction.language.nouns import COLLECTIVE, HOUSEHOLD, INDIVIDUAL
from awards.extraction.language.numbers import read_number
from awards.extraction.naming.name import Name
from awards.extraction.sentence.item import (
    COUNTED,
    FORMS,
    GIVE,
    LIST,
    NAMED,
    OFFICE,
    PASSIVE,
    TO,
    WORD,
    YEAR,
    Counted,
    Item,
)
from awards.extraction.sentence.verbs import Verbs

_OPENING = {":", LIST, "("}
_BEFORE_A_LIST = {WORD, ",", *_OPENING, FORMS, GIVE, PASSIVE, YEAR}
_BEHIND_THE_SAME = {"được", "đều", "cùng", "đã", "vừa", "vinh", "nhận", "đón"}


class Lists(Verbs):
    """Reads what a list leaves out."""

    def _is_one_more_household(self, name: Name, found: list[Item]) -> bool:
        """ "các hộ Giàng A Mẫu, Thào Thị Ví": each names one."""
        before = found[-2].name if len(found) > 1 and found[-1].code in {",", "v"} else None
        if before is None or before.kind != HOUSEHOLD or name.kind != INDIVIDUAL:
            return False
        said = self.names.lows[max(before.start - 1, 0) : before.end]
        return before.elided or bool({"các", "những"} & set(said))  # "gia đình các ông A, B"

    def _kind_of_the_form(self, found: list[Item]):
        """ "01 Huân chương … cho tập thể, 02 … cho cá nhân": the number stands before the form."""

        def read(at: int) -> Item | None:
            form = found[-2] if len(found) > 1 and found[-1].code == TO else None
            if form is None or not form.forms or not isinstance(form.forms[-1].count, int):
                return None
            kind, end = self._kind(at)
            if kind is None or self.names.capital(end):
                return None
            while self.names.low(end) in {",", "và"} and self._kind(end + 1)[0]:
                kind, end = None, self._kind(end + 1)[1]  # "tập thể và cá nhân": one number for both
            return Item(COUNTED, at, end, counted=Counted([(kind, None)], plural=True))

        return read

    def _one_more_of_a_list(self, found: list[Item]):
        """ "Lò Văn A, Bế B và Hoài C": a run of capitals in a list of people is one more of them."""

        def read(at: int) -> Item | None:
            before = found[-2].name if len(found) > 1 and found[-1].code in {",", "v"} else None
            if before is None:
                return None
            head = self.names.head(at)
            if before.kind == COLLECTIVE and head > at and self.names.capital(at) and self._is_closed(head):
                return self._name_of(COLLECTIVE, at, head)  # "Phòng Nghiệp vụ, Văn phòng, Đội A"
            of_places = nouns.PLACE_HEADS.match(before.name.split(), 0)[0] > 0 or before.elided
            if before.kind != INDIVIDUAL and not of_places:
                return None
            end = self.names.any_run(at, of_a_place=of_places)
            end += end > at and before.elided and self.names.low(end).isdigit()
            return self._name_of(before.kind, at, end) if end - at > 1 and self._is_closed(end) else None

        return read

    def _listed_by_name_alone(self, found: list[Item]):
        """ "3 xã: Mẫu Lương, Thử Trạch", "các chuyên gia: Hoa Văn Ví": the number says what each is."""

        def read(at: int) -> Item | None:
            before = self._counted_before_a_list(found) or self._places_counted(found, at)
            counted = before.counted if before else None
            kind = counted.groups[0][0] if counted and len(counted.groups) == 1 else None
            head = self.names.head(at)
            if kind == COLLECTIVE and head > at and self.names.capital(at) and self.names.low(head) == ",":
                return self._name_of(kind, at, head)  # "3 tập thể (Văn phòng, Phòng A, Phòng B)"
            if kind not in {INDIVIDUAL, COLLECTIVE}:
                return None
            end = self.names.any_run(at, of_a_place=kind == COLLECTIVE)
            end += end > at and kind == COLLECTIVE and self.names.low(end).isdigit()
            enough = end - at > (0 if kind == COLLECTIVE else 1)
            return self._name_of(kind, at, end) if enough and self._is_closed(end) else None

        return read

    def _places_counted(self, found: list[Item], at: int) -> Item | None:
        """ "2 xã Mẫu Lương và Thử Trạch": the number of places right before their names."""
        before = found[-1] if found else None
        if before is None or not before.counted or not isinstance(before.counted.groups[0][1], int):
            return None
        noun = any(self.names.phrase(place, nouns.PLACE_HEADS) == at for place in (at - 1, at - 2))
        end = self.names.any_run(at, of_a_place=True)
        several = before.counted.groups[0][1] > 1 and self.names.low(end) in {",", "và"}
        return before if noun and end > at and several and self.names.capital(end + 1) else None

    def _counted_before_a_list(self, found: list[Item]) -> Item | None:
        """Those counted before "gồm" or a colon: "4 trạm trực thuộc gồm"."""
        place = len(found) - 1
        if place > 1 and found[place].text == "có" and found[0].text == "trong" and found[1].counted:
            return found[1]  # "Trong 12 tập thể được tặng … có Văn phòng, Phòng A"
        if place < 0 or found[place].code not in _OPENING:
            return None
        while place > 0 and (found[place].code in _BEFORE_A_LIST or self._confers(found, place)):
            place -= 1
        return found[place] if found[place].counted else None

    def _confers(self, found: list[Item], place: int) -> bool:
        """ "4 xã được Bộ A tặng Bằng khen, gồm: …": who stands right behind "được"."""
        return found[place].code in {NAMED, OFFICE} and found[place - 1].code == PASSIVE

    def _name_of(self, kind: str, at: int, end: int) -> Item:
        name = Name(kind, self.names.words(at, end), at, end, elided=kind != INDIVIDUAL)
        name = self.names.with_superiors(name, at) if kind == COLLECTIVE else name
        return Item(NAMED, at, name.end, name=name, text=name.name)

    def _is_closed(self, end: int) -> bool:
        return end == len(self.tokens) or not self.tokens[end].is_word or self.names.stops(end)

    def _the_same_again(self, found: list[Item]):
        """ "4 gia đình …; cả 4 được tặng …", "Hai trong số đó, A và B, được": of those counted before."""

        def read(at: int) -> Item | None:
            number = read_number(self.tokens, at + (self.names.low(at) == "cả"))
            if number is None:
                return None
            count, end = number
            if self.names.lows[end : end + 3] in (["trong", "số", "đó"], ["trong", "số", "này"]):
                return Item(COUNTED, at, end + 3, counted=Counted([(self._last_kind(found), count)]))
            if (
                count > 1
                and not (found and found[-1].text == "là")
                and (some := self._some_of(at, end, count))
            ):
                return some
            if found and found[-1].code in {",", "v", ";"} and self.names.low(end) in {"đạt", "được", "nhận"}:
                kind = self._last_kind(found)  # "17 tập thể đạt …, 44 đạt …"
                return Item(COUNTED, at, end, counted=Counted([(kind, count)])) if kind else None
            again = self.names.low(at) == "cả" and self.names.low(end) in _BEHIND_THE_SAME
            kind = self._last_kind(found)
            return Item(COUNTED, at, end, counted=Counted([(kind, count)])) if again and kind else None

        return read

    def _some_of(self, at: int, end: int, count: int) -> Item | None:
        """ "2 trong số 6 tổ công nhân được": how many of those counted behind."""
        if self.names.low(end) != "trong":
            return None
        whole = end + 1
        while self.names.low(whole) in {"tổng", "số"}:
            whole += 1
        many, noun = self._number(whole)
        kind, stop = self._kind(noun)
        some = kind and (many == "many" or (isinstance(many, int) and many > count))
        return Item(COUNTED, at, stop, counted=Counted([(kind, count)])) if some else None

    def _last_kind(self, found: list[Item]) -> str | None:
        counted = [item.counted for item in found if item.counted]
        return counted[-1].groups[0][0] if counted else None
