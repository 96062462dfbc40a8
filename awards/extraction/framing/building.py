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

    def _opens_a_number(self, place: int) -> bool:
        counted = self.items[place + 1].code == codes.COUNTED if place + 1 < len(self.items) else False
        return counted and self.items[place - 1].code == codes.FORMS and not self.group.counted

    def _count_entries(self, place: int) -> None:
        """ "3 tập thể: Đội A, Chi cục B; Đội C, Cục D và Đội E": as many parts as the number says are entries."""
        counts = [count for item in self.group.counted for _kind, count in item.counted.groups]
        marks, last = self._marks_of_entries(place)
        if len(counts) == 1 and marks and counts[0] in {len(marks) + 1, len(marks) + 1 + last}:
            self.line = self.listing = True
            self.entered, self.entries = False, counts[0] - len(marks) - 1

    def lists_on(self, place: int) -> bool:
        """ "… gồm ông A, nguyên Giám đốc Sở B; ông C": a name goes on with the list."""
        behind = self.items[place + 1 : min(place + 2, self.frame.end)]
        return self.open_list and self.items[place - 1].code == codes.NAMED == (
            behind[0].code if behind else ""
        )

    def _marks_of_entries(self, place: int) -> tuple[list[int], bool]:
        """The semicolons of a list that opens here, each before a name, and whether "và" stands behind them."""
        marks: list[int] = []
        joined = False
        for at in range(place + 1, self.frame.end):
            item = self.items[at]
            if item.code in {")", codes.FORMS, codes.TO, codes.COUNTED}:
                break
            if item.code == ";" and [
                one.code for one in self.items[at + 1 : min(at + 2, self.frame.end)]
            ] == [codes.NAMED]:
                marks.append(at)
                joined = False
            joined = joined or item.code == "v"
        return marks, joined

    def _is_joined_to_those_counted(self, place: int) -> bool:
        """ "cho 12 nhân viên gác chắn và Ga A": nothing but what those counted are stands between."""
        at = place - 2
        while at > 0 and self.items[at].code == codes.WORD and self.items[at].text not in nouns.STOPS:
            at -= 1
        joined = self.items[place - 1].code == "v" and at < place - 2
        return joined and self.given and self.items[at] in self.group.counted

    def _is_joined_to_a_bracket(self, place: int) -> bool:
        """ "cho 2 tập thể (A; B) và ông C"."""
        return self.given and [item.code for item in self.items[place - 2 : place]] == [")", "v"]

    def _goes_on_behind_a_semicolon(self, place: int) -> bool:
        """ "cho Đội A, Chi cục B; Đội C và ông D": the next is one more, for nothing is told of it."""
        behind = [item.code for item in self.items[place + 1 : place + 3]]
        told = len(behind) > 1 and behind[1] not in {",", ";", "v"} and self.items[place + 2].text != "."
        return self.given and behind[:1] == [codes.NAMED] == [self.items[place - 1].code] and not told

    def _names_those_counted(self, number: int) -> bool:
        """ "Hai nghệ sĩ A, B", "Hai anh em sinh đôi A và B", but "29 hội viên nông dân tỉnh A"."""
        after = number + 1
        while after < number + 4 and self.items[after].code == codes.WORD:
            after += 1
        name = self.items[after].name
        kinds = {kind for kind, _count in self.items[number].counted.groups}
        return name is not None and (after == number + 1 or kinds == {name.kind} == {INDIVIDUAL})

    def _is_last_entry(self, place: int) -> bool:
        """Whether no semicolon follows: "…; A, B và C, D"."""
        return not any(item.code in {";", "v"} for item in self.items[place + 1 : self.frame.end])

    def has_nothing(self) -> bool:
        return not (self.group.forms or self.given or self.open_list)

    def _gives_directly(self) -> bool:
        """ "tặng Bằng khen 15 đoàn viên": the recipients right behind the form, without "cho"."""
        return self.frame.passive is None and self.items[self.frame.head].code == codes.GIVE

    def _hands_over(self, place: int) -> bool:
        """ "trao Bằng khen tận tay ông A", "… đến 5 tập thể": it points at who receives."""
        return self._code_behind(place) in RECIPIENTS and self._gives_directly() and bool(self.group.forms)

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

    def _is_fronted(self) -> bool:
        """ "Từng được tặng Huân chương …, Công ty A đang …": whose it is stands behind."""
        receives = self.items[self.frame.head].code == codes.RECEIVE
        stop = self.frame.head if receives and self.frame.passive is None else self.frame.passive
        before = self.items[:stop]
        adverbs = all(
            item.code in {codes.YEAR, ",", "v"}
            or item.text in words.JOINING | words.FRONTING
            or item.text.isdigit()
            for item in before
        )
        among = before[:1] and self._lists_who(before)
        when = next((place for place, item in enumerate(before) if item.text in {"khi", "lúc"}), 0)
        told = when and all(item.code == codes.WORD for item in before)  # "Phát biểu khi nhận"
        told = told and not nouns.PRONOUNS.match([item.text for item in before], 0)[0]
        adverbs = adverbs or (told and all(item.text in words.JOINING for item in before[when + 1 :]))
        again = [item.text for item in before[-1:]] == ["lần"]  # "…, 2 lần đạt …, chị A là …"
        proud = before and before[0].text in {"tự", "là", "vinh"}
        fronted = adverbs or again or among or (proud and not any(item.code in RECIPIENTS for item in before))
        return bool(stop is not None and not self.group.has_recipients and not self.frame.subject and fronted)

    def _names_follow(self, place: int) -> bool:
        """ "Được nhận Bằng khen dịp này còn có bà A", "Cùng nhận Bằng khen với A còn có B"."""
        together = self.items[0].text == "cùng" and self.given
        return together or self._is_fronted() or self._heads_a_row(place)

    def _heads_a_row(self, place: int) -> bool:
        """ "được tặng Huân chương …: hạng Nhì có ông A; hạng Ba có bà B"."""
        row = [item.code for item in self.items[place - 2 : place]]
        return row in ([":", codes.FORMS], [";", codes.FORMS]) and self._code_behind(place) in RECIPIENTS

    def _goes_on_to_act(self, place: int) -> bool:
        """ "Trao Bằng khen cho 5 tập thể, ông A ghi nhận …": who gave, not who received."""
        nobody_gives = self.frame.head <= 1 and self.frame.passive is None and self.frame.agent is None
        after = self.items[place + 1] if place + 1 < len(self.items) else None
        if after is not None and after.text in {"còn", "cũng"} and self.items[place - 1].code == ",":
            return True  # "Bên cạnh Cờ thi đua của A tặng B, ngành C còn có 3 giáo viên …"
        acts = (
            after is not None
            and after.code == codes.WORD
            and after.text.isalpha()
            and after.text not in nouns.STOPS
        )
        gives = self.items[self.frame.head].code == codes.GIVE and self.given
        return nobody_gives and gives and acts and self.items[place - 1].code == ","

    def _tells_of_some(self, place: int) -> bool:
        """ "Trong số các cá nhân được tặng … có ông A": some of those counted are named."""
        among = [item.text for item in self.items[:2]] == ["trong", "số"] and self.frame.passive is not None
        return among and bool(self.group.counted) and self._code_behind(place) == codes.NAMED

    def _lists_who(self, before: list[Item]) -> bool:
        """ "Trong danh sách được tặng … có 14 tập thể", "Trong số các tập thể được tặng … có Công đoàn A"."""
        said = [item.text for item in before if item.code == codes.WORD]
        anybody = all(item.counted.plural for item in before if item.counted)
        opens = before[0].text == "trong" or said[:3] in (["có", "mặt", "trong"], ["góp", "mặt", "trong"])
        return anybody and opens and bool({"số", "sách"} & set(said))

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

    def _name_those_listed(self, place: int) -> None:
        """ "cho các đơn vị: A, B, C, cùng 4 doanh nghiệp": those listed have no number, those behind have one."""
        counted = self.group.counted
        if (
            self.group.listed
            and len(counted) == 1
            and counted[0].counted.plural
            and self.items[place].counted
        ):
            self.group.named += self.group.listed
            self.group.counted, self.group.listed = [], []

    def _says_who_they_are(self, place: int) -> bool:
        """ "… cho A và B, hai người đã …": as many as were just named."""
        after = self.items[place + 1].text if place + 1 < len(self.items) else ""
        told = after in words.RELATIVE | {"có", "cùng"} and self.items[place - 1].code == ","
        named, counted = self.group.named, self.items[place].counted
        return told and bool(named) and (counted.plural or counted.groups[0][1] == len(named))

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
