"""A group of forms and recipients while it is built, and the questions asked of it."""

from awards.extraction.framing.frame import RECIPIENTS, Frame, Group
from awards.extraction.language import nouns, words
from awards.extraction.language.nouns import INDIVIDUAL
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

    def _hands_over(self, place: int) -> bool:
        """ "trao Bằng khen tận tay ông A", "… đến 5 tập thể": it points at who receives."""
        return self._code_behind(place) in RECIPIENTS and self._gives_directly() and bool(self.group.forms)

    def _goes_on_telling(self, place: int) -> bool:
        """Whether "cho" belongs to another verb, since who was given is already told."""
        parted = any(item.code == "," for item in self.items[self.frame.head : place])
        told = self.frame.passive not in {None, self.frame.head} and self.group.has_recipients
        return told and parted and self.items[place - 1].code == codes.WORD

    def _gives_by(self, item: Item, place: int) -> bool:
        """ "thu hồi Bằng khen của A", "gắn Huân chương lên lá cờ của B": "của" points at the recipient."""
        head = self.items[self.frame.head]
        if item.text in {"của", "với"} and head.code == codes.REVOKE:
            return True
        if item.text == "với" and self.items[place - 1].text == "đối" and self.group.forms:
            return True
        if item.text == "của" and words.COMMENDING.match(head.text.split(), 0)[0]:
            return not self.group.forms  # "ghi nhận công lao của ông A bằng Huân chương …"
        return item.text == "của" and head.text == "gắn" and bool(self.group.forms)

    def _is_breakdown(self, place: int) -> bool:
        """ "Huân chương … cho 5 cá nhân, gồm 1 hạng Nhì và 4 hạng Ba": the classes of those just counted."""
        form, before = self.items[place].forms[0], self.items[place - 1]
        if not (form.own_count and self.group.counted and self.group.forms and self.given):
            return False
        follows = before.code in {",", "v"} and self.group.forms[-1].own_count
        opens = before.code in {codes.LIST, "(", ":"}
        after = self.items[place + 1].code if place + 1 < len(self.items) else ""
        return (follows or opens) and form.text == self.group.forms[-1].text and after != codes.TO

    def _says_whose(self, place: int) -> bool:
        """Whether those counted here only say of whom or where the ones before are."""
        before = self.items[place - 1]
        return bool(self.group.counted) and before.code == codes.WORD and before.text not in {"tới", "đến"}

    def _closes(self, place: int) -> bool:
        """ "…, năm 2016." at the very end."""
        after = self.items[place + 1 :]
        ends = all(item.text in {".", "”"} for item in after) or after[0].text in {
            "vì",
            "do",
            "theo",
            "nhân",
            "nhờ",
        }
        return self.items[place - 1].code == "," and ends

    def _is_behind_a_pronoun(self, place: int) -> bool:
        """ "… tặng gia đình ông năm 2016"."""
        near = range(place - 1, max(place - 5, 0), -1)
        to = next((at for at in near if self.items[at].code == codes.TO), place)
        said = [item.text for item in self.items[to + 1 : place]]
        return bool(said) and nouns.PRONOUNS.match(said, 0)[0] > 0

    def _may_be_counted(self, place: int) -> bool:
        """ "Hai nghệ sĩ A, B": names right behind a number are those it counts, if they are of its kind."""
        groups = self.items[place - 1].counted.groups
        name = self.items[place].name
        after = [item.code for item in self.items[place + 1 : place + 3]]
        more = len(after) == 2 and after[0] in {",", "v", ";"} and after[1] == codes.NAMED
        enough = name.kind == INDIVIDUAL or more or groups[0][1] == 1
        return enough and name.kind in {kind for kind, _count in groups} and name.name[:1].isupper()

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
