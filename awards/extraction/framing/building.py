"""A group of forms and recipients while it is built, and what is done with it."""

from awards.extraction.framing.frame import Frame, Group
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item


class Building:
    """The group at hand, those done, and how the row of items stands."""

    def __init__(self, items: list[Item], frame: Frame):
        self.items, self.frame = items, frame
        self.done: list[Group] = []
        self.group = Group(start=frame.start, end=frame.head + 1)
        self.open_list = self.collecting = False
        self.listing = False  # a colon has opened a list, which goes on after a semicolon
        self.entries = 0  # how many there are to be, where marks part one from the next
        self.line = self.entered = False  # whether each line is an entry, and whether this one has its name
        self.depth = 0
        self.bracket = 0  # the token that opened the last one
        self.heading: int | None = None  # a year that a colon opens all groups with
        self.given = False  # "cho" has stood behind the forms of this group
        self.waiting: list[int] = []  # recipients that may begin a group of their own

    def _text_behind(self, place: int) -> str:
        return self.items[place + 1].text if place + 1 < len(self.items) else ""

    def _code_behind(self, place: int) -> str:
        return self.items[place + 1].code if place + 1 < len(self.items) else ""

    def has_nothing(self) -> bool:
        return not (self.group.forms or self.given or self.open_list)

    def _gives_directly(self) -> bool:
        """ "tặng Bằng khen 15 đoàn viên": the recipients right behind the form, without "cho"."""
        return self.frame.passive is None and self.items[self.frame.head].code == codes.GIVE

    def _list_those_behind(self) -> None:
        self.open_list = self.collecting = True

    def _give_those_behind(self) -> None:
        self.given = self.collecting = True

    def _receive(self, place: int) -> None:
        item = self.items[place]
        if item.code == codes.COUNTED:
            self.group.counted.append(item)
        elif item.code == codes.FORMS:
            self.group.forms += item.forms
        elif item.name:
            self.group.named.append(item.name)

    def _flush(self, start: int) -> None:
        self.done.append(self.group)
        self.group = Group(start=start, end=self.group.end)
        self.listing = self.line = self.entered = False
        self.entries = 0
        self.given = False
