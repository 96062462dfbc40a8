"""The walk over what stands behind a verb: forms and recipients taken one by one."""

from awards.extraction.framing.counted_behind import CountedBehind
from awards.extraction.framing.dated_behind import DatedBehind
from awards.extraction.framing.frame import Frame, Group
from awards.extraction.framing.marks import Marks
from awards.extraction.framing.named_behind import NamedBehind
from awards.extraction.framing.told_before import ToldBefore
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

_POINTING = {"thuộc về", "trao tận tay", "trao đến", "trao tới"}


class Builder(ToldBefore, CountedBehind, NamedBehind, DatedBehind, Marks):
    """Walks over what stands behind the verb and parts it into groups."""

    def __init__(self, items: list[Item], frame: Frame):
        super().__init__(items, frame)
        self._take_subject()
        head = items[frame.head]
        if self._gives_directly():
            self.collecting = True
        if frame.subject and head.code == codes.GIVE and self.group.forms:
            self.given = self.collecting = not self.group.has_recipients  # "Huân chương … được trao tặng A"
        if head.text in _POINTING:
            self._give_those_behind()

    def take(self, place: int) -> None:
        read = {
            codes.FORMS: self._forms,
            codes.COUNTED: self._counted,
            codes.NAMED: self._named,
            codes.YEAR: self._year,
            "(": self._open_bracket,
            ")": self._close_bracket,
        }.get(self.items[place].code, self._mark)
        read(place)

    def groups(self) -> list[Group]:
        self.done.append(self.group)
        for group in self.done:
            years = {name.year for name in (*group.named, *group.listed)}
            group.year = group.year or (years.pop() if len(years) == 1 else None) or self.heading
            group.counted = without_the_whole(group.counted)
        stated = [group for group in self.done if group.forms]
        return [
            group for at, group in enumerate(stated) if not _is_told_by_its_classes(group, stated[at + 1 :])
        ]

    def _forms(self, place: int) -> None:
        if self._was_had_before(place):
            return
        if self.items[place - 1].code in {":", ";"} and self.given and not self.group.forms:
            self.group.named, self.group.counted = [], []  # "khen thưởng cho ngành Điện: Huân chương … cho …"
        if not self._is_breakdown(place):
            self._part_from_those_before(place)
        self.group.forms += self.items[place].forms
        self.group.end = place + 1

    def _was_had_before(self, place: int) -> bool:
        """ "…, sau Huân chương Lao động hạng Ba năm 2008", "được trao Huy hiệu …, từng là Chiến sĩ thi đua"."""
        before = self.items[place - 1]
        if before.text in {"sau", "ngoài", "cạnh"}:
            return True
        between = self.items[self.frame.head + 1 : place]
        being = bool(between) and before.text == "là" and any(item.code == "," for item in between)
        return being and not any(form.by_law for form in self.group.forms)

    def _is_breakdown(self, place: int) -> bool:
        """ "Huân chương … cho 5 cá nhân, gồm 1 hạng Nhì và 4 hạng Ba": the classes of those just counted."""
        form, before = self.items[place].forms[0], self.items[place - 1]
        if not (form.own_count and self.group.counted and self.group.forms and self.given):
            return False
        follows = before.code in {",", "v"} and self.group.forms[-1].own_count
        opens = before.code in {codes.LIST, "(", ":"}
        same = form.text == self.group.forms[-1].text
        return (follows or opens) and same and self._code_behind(place) != codes.TO

    def _part_from_those_before(self, place: int) -> None:
        """Begin a group with the recipients that wait, or with the form itself where those before have theirs."""
        if self.waiting:
            self._flush(self.waiting[0])
            for waiting in self.waiting:
                self._receive(waiting)
            self.waiting = []
        elif self.group.forms and self.given:
            self._flush(place)
        self.collecting = self.open_list = False


def _is_told_by_its_classes(group: Group, behind: list[Group]) -> bool:
    """ "Huân chương … cho 18 tập thể, cá nhân: hạng Nhất 1 tập thể, hạng Ba 17 cá nhân": the classes say it all."""
    classed = [one for one in behind if one.forms[0].text == group.forms[0].text and one.forms[0].order_class]
    if group.forms[0].order_class or not classed or len(group.forms) > 1:
        return False
    whole, parts = (_numbers([group]), _numbers(classed))
    return bool(whole) and len(whole) == 1 and whole[0] == sum(parts)


def _numbers(groups: list[Group]) -> list[int]:
    told = [count for group in groups for item in group.counted for _kind, count in item.counted.groups]
    return [count for count in told if isinstance(count, int)]


def without_the_whole(counted: list[Item]) -> list[Item]:
    """ "45 tập thể, cá nhân, gồm 15 tập thể và 30 cá nhân": the parts, where they are the whole of both kinds.

    "17 cá nhân, gồm 9 cá nhân khối A và 8 cá nhân khối B": the whole, where they are of its kind.
    """
    numbers = [count for item in counted for _kind, count in item.counted.groups]
    kinds = [kind for item in counted for kind, _count in item.counted.groups]
    all_told = all(isinstance(count, int) for count in numbers) and None not in kinds[1:]
    parted = len(kinds) > 2 and all_told and sum(numbers[1:]) == numbers[0]
    if parted and len(set(kinds)) == 1:
        return counted[:1]
    return counted[1:] if parted and kinds[0] is None else counted
