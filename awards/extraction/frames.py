"""Verbs of giving and receiving with what stands around them: who conferred what on whom."""

from dataclasses import dataclass, field
from itertools import pairwise

from awards.extraction import items as codes
from awards.extraction import words
from awards.extraction.forms import Form
from awards.extraction.items import Item
from awards.extraction.names import Name

RECIPIENTS = {codes.COUNTED, codes.NAMED}
HEADS = {codes.GIVE, codes.RECEIVE, codes.REVOKE}
# A body behind one of these says whose or where, not who received.
_MODIFIERS = {
    "của",
    "thuộc",
    "tại",
    "trong",
    "ở",
    "từ",
    "với",
    "do",
    "bởi",
    "theo",
    "giữa",
    "trên",
    "sang",
    "về",
    "như",
    "đội",
    "nghị",
    "lễ",
}
_LONGEST_GAP = 40


@dataclass
class Group:
    """Forms that the same recipients were given."""

    forms: list[Form] = field(default_factory=list)
    counted: list[Item] = field(default_factory=list)
    named: list[Name] = field(default_factory=list)  # recipients in their own right
    listed: list[Name] = field(default_factory=list)  # names under an announced number
    year: int | None = None
    start: int = 0  # items
    end: int = 0

    @property
    def has_recipients(self) -> bool:
        return bool(self.counted or self.named or self.listed)


@dataclass
class Frame:
    """One verb: items by their places in the sentence."""

    head: int
    start: int  # first item that belongs to it
    passive: int | None  # the place of "được" or "bị"
    subject: list[int]  # recipients, or forms, before the verb
    agent: int | None
    governors: list[int]  # aims, proposals, negations on the way to the subject
    end: int = 0
    groups: list[Group] = field(default_factory=list)


def supply_verb(items: list[Item]) -> None:
    """ "Kho bạc A: Bằng khen của Bộ trưởng cho 2 phòng": a list of awards needs no verb to be one."""
    if any(item.code in HEADS for item in items):
        return
    for place, item in enumerate(items[:-2]):
        if (
            item.code == codes.FORMS
            and items[place + 1].code == codes.TO
            and items[place + 2].code in RECIPIENTS
        ):
            items.insert(place, Item(codes.GIVE, item.start, item.start + 1, text="trao"))
            return


def frames(items: list[Item]) -> list[Frame]:
    """The frames of a sentence from left to right, each with its groups of forms and recipients."""
    found: list[Frame] = []
    left = 0
    for head, item in enumerate(items):
        if item.code not in HEADS or (
            found and found[-1].head >= 0 and _inside_revocation(items, found[-1], head)
        ):
            continue
        if _goes_on_with_another_verb(items, head):
            continue
        frame = _frame(items, head, left)
        if found:
            found[-1].end = max(frame.start, found[-1].head + 1)
        found.append(frame)
        left = head + 1
    if found:
        found[-1].end = len(items)
    for frame in found:
        frame.groups = _groups(items, frame) or _groups_before(items, frame)
    for frame, after in pairwise(found):
        _take_subject_of(items, frame, after)
    return found


def _goes_on_with_another_verb(items: list[Item], head: int) -> bool:
    """ "phong tặng và truy tặng danh hiệu …", "hủy bỏ, thu hồi …": the last verb speaks for all."""
    after = items[head + 1 : head + 3]
    return len(after) == 2 and after[0].code in {",", "v"} and after[1].code == items[head].code


def _groups_before(items: list[Item], frame: Frame) -> list[Group]:
    """ "Huân chương … là phần thưởng mà Nhà nước trao tặng A": the forms stand before "mà"."""
    whose = next((place for place in range(frame.head, -1, -1) if items[place].text == "mà"), 0)
    forms = [form for item in items[:whose] for form in item.forms]
    if not forms:
        return []
    builder = _Builder(items, frame)
    builder.group.forms += forms
    builder.given = builder.collecting = frame.passive is None
    for place in range(frame.head + 1, frame.end):
        builder.take(place)
    return [group for group in builder.groups() if group.has_recipients]


def _take_subject_of(items: list[Item], frame: Frame, after: Frame) -> None:
    """ "Từng được tặng Huân chương …, Công ty A đang …": the subject follows behind a comma."""
    if frame.passive is None or frame.subject or not frame.groups or frame.groups[-1].has_recipients:
        return
    if all(item.code == "," for item in items[frame.groups[-1].end : after.start]):
        frame.groups[-1].named += [items[place].name for place in after.subject if items[place].name]
        frame.groups[-1].counted += [items[place] for place in after.subject if items[place].counted]


def _inside_revocation(items: list[Item], frame: Frame, head: int) -> bool:
    """ "thu hồi Bằng khen đã tặng cho A": the giving is part of what is revoked."""
    between = items[frame.head : head]
    return items[frame.head].code == codes.REVOKE and not any(
        one.code in {";", codes.REVOKE} for one in between[1:]
    )


def _frame(items: list[Item], head: int, left: int) -> Frame:
    passive, agent = _passive(items, head, left)
    if passive is None and items[head].code != codes.RECEIVE:
        agent = _agent(items, head, left)
    before = passive if passive is not None else head
    if passive is None and _said_of_forms(items, head):
        return Frame(head, head - 1, head, _forms_before(items, head - 1, left), None, [])
    if passive is None and items[head].code != codes.RECEIVE:
        governors = [
            place for place in range(_clause(items, head, left), head) if items[place].code in _GOVERNORS
        ]
        start = min([agent] if agent is not None else [head])
        return Frame(head, start, None, [], agent, governors)
    subject, governors = _subject(items, before, left)
    governors += [place for place in range(before, head) if items[place].code in _GOVERNORS]
    start = min([*subject, before])
    governors += [
        place
        for place in range(_clause(items, start, left), start)
        if items[place].code in {codes.HOPE, codes.PROPOSE} or items[place].text in words.PLANS
    ]
    return Frame(head, start, passive, subject, agent, governors)


def _said_of_forms(items: list[Item], head: int) -> bool:
    """ "2 Bằng khen của A trao cho hai cá nhân", "Cờ thi đua thuộc về B": the form is the subject."""
    if not head or items[head - 1].code != codes.FORMS:
        return False
    return items[head].text == "thuộc về" or (head + 1 < len(items) and items[head + 1].code == codes.TO)


_GOVERNORS = {codes.AIM, codes.HOPE, codes.NOT, codes.PROPOSE}


def _clause(items: list[Item], at: int, left: int) -> int:
    """Where the clause begins in which `at` stands."""
    for place in range(at - 1, left - 1, -1):
        parts = items[place].code in {",", ";", ":"} and items[place - 1].text != "xét"  # "trình … xét, tặng"
        if parts and not _within_list(items, place):
            return place + 1
    return left


def _within_list(items: list[Item], comma: int) -> bool:
    """Whether the comma parts two recipients or forms."""
    sides = items[comma - 1 : comma] + items[comma + 1 : comma + 2]
    return (
        items[comma].code == ","
        and len(sides) == 2
        and all(one.code in RECIPIENTS | {codes.FORMS} for one in sides)
    )


def _passive(items: list[Item], head: int, left: int) -> tuple[int | None, int | None]:
    agent = None
    for place in range(head - 1, max(left, head - 14) - 1, -1):
        item = items[place]
        if item.code in {codes.PASSIVE, codes.SUFFER}:
            return place, agent
        if item.code in {codes.NAMED, codes.OFFICE, codes.MANDATE}:
            agent = place
        elif item.code in {codes.FORMS, codes.COUNTED, ";", ":", ")", "(", codes.TO} or (
            item.code == "," and not _between_agents(items, place)
        ):
            return None, None
    return None, None


def _between_agents(items: list[Item], comma: int) -> bool:
    """ "được Đảng, Nhà nước trao tặng": the comma parts two who give."""
    agents = {codes.NAMED, codes.OFFICE}
    return items[comma + 1].code in agents and (
        items[comma - 1].code in agents or items[comma - 1].text == "đảng"
    )


def _agent(items: list[Item], head: int, left: int) -> int | None:
    for place in range(head - 1, left - 1, -1):
        if items[place].code in {codes.NAMED, codes.OFFICE, codes.MANDATE}:
            return place
        if items[place].code in {codes.FORMS, codes.COUNTED, ";", ":"}:
            return None
    return None


def _subject(items: list[Item], before: int, left: int) -> tuple[list[int], list[int]]:
    """The recipients (or the form) that the verb is said of, and what turns it on the way."""
    chain: list[int] = []
    governors: list[int] = []
    place = before - 1
    while place >= left and before - place < _LONGEST_GAP:
        item = items[place]
        if item.code in RECIPIENTS:
            if (
                item.code == codes.NAMED
                and place > left
                and items[place - 1].text in _MODIFIERS
                and items[place - 1].code != ","
            ):
                place -= 2
                continue
            if (
                item.code == codes.NAMED
                and chain
                and items[chain[0]].code == codes.COUNTED
                and not _joined(items, place, chain[0])
            ):
                break
            chain.insert(0, place)
            place -= 1
            semicolon = (
                items[place].code == ";" and items[place + 1].code == items[place - 1].code == codes.NAMED
            )
            if place >= left and (items[place].code in {",", "v"} or semicolon):
                step = place - 1
                if step >= left and items[step].code == ",":
                    step -= 1
                if step >= left and items[step].code in RECIPIENTS | {")"}:
                    place = step
                    continue
            elif place >= left and items[place].code == codes.COUNTED:
                return [place], governors  # "Hai nghệ sĩ A, B"
            elif place > left and items[place].code == codes.TO and items[place - 1].code == codes.FORMS:
                chain.insert(0, place - 1)  # "Bằng khen cho 5 tập thể cũng được trao"
            elif place >= left and items[place].code in {codes.LIST, ":"}:
                number = _number_before(items, place, left)
                if number is not None:
                    return [number], governors
            break
        if item.code == ")":
            place = _opening(items, place, left) - 1
            continue
        if item.code == codes.FORMS and not chain:
            parted = any(one.code in {",", ";", "v"} for one in items[place + 1 : before])
            return ([] if parted else _forms_before(items, place, left)), governors
        if item.code == ":" and not chain and place > left and items[place - 1].code in RECIPIENTS:
            place -= 1
            continue  # "Lữ đoàn A: hai lần được tuyên dương"
        if item.code in {codes.FORMS, codes.GIVE, codes.REVOKE, ";", ":"} or (
            item.code == codes.RECEIVE and not chain
        ):
            break
        if item.code in _GOVERNORS:
            governors.append(place)
        place -= 1
    return chain, governors


def _number_before(items: list[Item], listing: int, left: int) -> int | None:
    """The number that a list belongs to: "ba cán bộ của Chi cục A gồm: …", "9 hộ ở xã B, trong đó có …"."""
    for place in range(listing - 1, max(left, listing - 10) - 1, -1):
        item = items[place]
        if item.code == codes.COUNTED:
            return place
        if item.code not in {codes.WORD, codes.NAMED, ",", codes.LIST}:
            return None
    return None


def _forms_before(items: list[Item], last: int, left: int) -> list[int]:
    """ "Bằng khen, Giấy khen đã được trao": all the forms that the verb is said of."""
    chain = [last]
    while (
        chain[0] - 2 >= left
        and items[chain[0] - 1].code in {",", "v"}
        and items[chain[0] - 2].code == codes.FORMS
    ):
        chain.insert(0, chain[0] - 2)
    return chain


def _joined(items: list[Item], first: int, second: int) -> bool:
    return all(items[place].code in {",", "v"} for place in range(first + 1, second))


def _opening(items: list[Item], close: int, left: int) -> int:
    for place in range(close, left - 1, -1):
        if items[place].code == "(":
            return place
    return left


# Groups ---------------------------------------------------------------------------------------------


def _groups(items: list[Item], frame: Frame) -> list[Group]:
    builder = _Builder(items, frame)
    for place in range(frame.head + 1, frame.end):
        builder.take(place)
    return builder.groups()


class _Builder:
    """Walks over what stands behind the verb and parts it into groups."""

    def __init__(self, items: list[Item], frame: Frame):
        self.items, self.frame = items, frame
        self.done: list[Group] = []
        self.group = Group(start=frame.start, end=frame.head + 1)
        self.open_list = self.collecting = False
        self.depth = 0
        self.given = False  # "cho" has stood behind the forms of this group
        self.waiting: list[int] = []  # recipients that may begin a group of their own
        for place in frame.subject:
            self._receive(place, listed=False)
        if frame.subject:
            self._names_before()
        if items[frame.head].code == codes.GIVE and frame.passive is None:
            self.collecting = True
        if items[frame.head].text == "thuộc về":
            self.given = self.collecting = True

    def _names_before(self) -> None:
        """Names in brackets or after "gồm" between the counted recipients and the verb."""
        after = self.items[self.frame.subject[0] + 1]
        listing = self.items[self.frame.subject[0]].code == codes.COUNTED and after.code == codes.NAMED
        stop = self.frame.passive if self.frame.passive is not None else self.frame.head
        for place in range(self.frame.subject[0], stop):
            item = self.items[place]
            if item.code in {"(", codes.LIST, ":"}:
                listing = True
            elif item.code == ")":
                listing = False
            elif item.code == codes.NAMED and listing and place not in self.frame.subject:
                self.group.listed.append(item.name)
            elif item.code == codes.YEAR and (listing or self.items[place - 1].code in RECIPIENTS):
                self.group.year = item.year

    def take(self, place: int) -> None:
        item = self.items[place]
        read = {
            codes.FORMS: self._forms,
            codes.COUNTED: self._counted,
            codes.NAMED: self._named,
            codes.YEAR: self._year,
        }.get(item.code)
        if read:
            read(place)
        elif item.code == "(":
            self.depth += 1
            self.open_list = self.collecting = True
        elif item.code == ")":
            self.depth -= 1
            if self.open_list and self.group.forms:
                self.group.end = place + 1
            self.open_list = self.collecting = False
        elif item.code in {codes.LIST, ":"}:
            self.open_list = self.collecting = True
        elif item.code in {codes.TO, codes.GIVE} or self._gives_by(item, place):
            self.given = self.collecting = True
            self.waiting = []
        elif item.code not in {",", "v", ";"} and item.text not in {
            "là",
            "tập",
            "thể",
            "các",
            "-",
            "–",
            "+",
            "*",
            "•",
            "“",
            "”",
            "đối",
        }:
            self.collecting = self.open_list = self.depth > 0 and self.open_list
            self.waiting = []

    def _gives_directly(self) -> bool:
        """ "tặng Bằng khen 15 đoàn viên": the recipients right behind the form, without "cho"."""
        return self.frame.passive is None and self.items[self.frame.head].code == codes.GIVE

    def _gives_by(self, item: Item, place: int) -> bool:
        """ "thu hồi Bằng khen của A", "gắn Huân chương lên lá cờ của B": "của" points at the recipient."""
        head = self.items[self.frame.head]
        if item.text in {"của", "với"} and head.code == codes.REVOKE:
            return True
        if item.text == "với" and self.items[place - 1].text == "đối" and self.group.forms:
            return True
        return item.text == "của" and head.text == "gắn" and bool(self.group.forms)

    def _forms(self, place: int) -> None:
        item = self.items[place]
        if self.waiting:
            self._flush(self.waiting[0])
            for waiting in self.waiting:
                self._receive(waiting, listed=False)
            self.waiting = []
        elif self.group.forms and self.given:
            self._flush(place)
        self.group.forms += item.forms
        self.group.end = place + 1
        self.collecting = self.open_list = False

    def _counted(self, place: int) -> None:
        if (
            not self.group.forms
            and not self.given
            and self.frame.passive is None
            and self.items[self.frame.head].code == codes.GIVE
        ):
            self._receive(place, listed=False)
        elif self.given and (self.collecting or self.items[place - 1].code in {"v", ","}):
            self._receive(place, listed=False)
            self.group.end = place + 1
        elif self.items[place - 1].code == codes.FORMS and self._gives_directly():
            self.given = True
            self._receive(place, listed=False)
            self.group.end = place + 1
        elif self.depth or self.open_list:
            return
        elif self.frame.passive is not None and not self.frame.subject and not self.group.has_recipients:
            self._receive(place, listed=False)  # "Được tặng Bằng khen có 8 tập thể"
            self.group.end = place + 1
        else:
            self.waiting.append(place)
        self.collecting = True

    def _named(self, place: int) -> None:
        item = self.items[place]
        if self.items[place - 1].code == codes.COUNTED and not self._may_be_counted(place):
            return  # "22 cá nhân ngành Nông nghiệp": the body says whose they are
        if self.items[place - 1].code == codes.FORMS and self._gives_directly():
            self.given = self.collecting = True
        if not self.collecting:
            if self.group.forms and self.items[place - 1].code in {",", ";", "v"} and not self.given:
                self.waiting.append(place)
            return
        if self.open_list and (self.group.counted or self.depth or self.frame.subject):
            self.group.listed.append(item.name)
            self.group.year = self.group.year or item.name.year
            self.group.end = place + 1
        elif self.given or (not self.group.forms and self.frame.passive is None):
            self._receive(place, listed=False)
            if self.given:
                self.group.end = place + 1
        elif self.open_list:
            self.group.named.append(item.name)
            self.group.end = place + 1
        elif self.items[place - 1].code in {",", ";", "v"}:
            self.waiting.append(place)

    def _closes(self, place: int) -> bool:
        """ "…, năm 2016." at the very end."""
        after = self.items[place + 1 :]
        return self.items[place - 1].code == "," and all(item.text in {".", "”"} for item in after)

    def _may_be_counted(self, place: int) -> bool:
        """ "Hai nghệ sĩ A, B": names right behind a number are those it counts, if they are of its kind."""
        kinds = {kind for kind, _count in self.items[place - 1].counted.groups}
        name = self.items[place].name
        return name.kind in kinds and name.name[:1].isupper()

    def _year(self, place: int) -> None:
        before, year = self.items[place - 1], self.items[place].year
        if before.code == "(":
            before = self.items[place - 2]
        if before.code == codes.FORMS:
            for form in before.forms:
                form.year = year
            self.group.end = max(self.group.end, place + 1)
        elif self.depth or before.code in {codes.NAMED, codes.GIVE, ")"} or self._closes(place):
            self.group.year = self.group.year or year

    def _receive(self, place: int, *, listed: bool) -> None:
        item = self.items[place]
        if item.code == codes.COUNTED:
            self.group.counted.append(item)
        elif item.code == codes.FORMS:
            self.group.forms += item.forms
        elif item.name:
            self.group.named.append(item.name)
            self.group.year = self.group.year or item.name.year

    def _subject_behind(self) -> None:
        """ "Từng được tặng Huân chương …, Công ty A": the subject follows behind a comma."""
        for place in self.waiting[:1]:
            if self.items[place - 1].code == ",":
                self._receive(place, listed=False)

    def _flush(self, start: int) -> None:
        self.done.append(self.group)
        self.group = Group(start=start, end=self.group.end)
        self.given = False

    def groups(self) -> list[Group]:
        self.done.append(self.group)
        if not self.frame.subject and self.frame.passive is not None and not self.group.has_recipients:
            self._subject_behind()
        return [group for group in self.done if group.forms]
