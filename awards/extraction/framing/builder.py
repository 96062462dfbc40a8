"""The walk over what stands behind a verb: forms and recipients taken one by one."""

from awards.extraction.framing.asides import is_former
from awards.extraction.framing.entries import Entries
from awards.extraction.framing.frame import RECIPIENTS, Frame, Group
from awards.extraction.framing.fronting import Fronting
from awards.extraction.language.tokens import LIST_MARK
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

# "… cho Đồn Biên phòng A lần thứ hai vào năm 1985"
_UNTIL_A_YEAR = set("ngay chính hồi từ vào trong lần thứ đầu tiên nhất hai ba tư".split())


class Builder(Entries, Fronting):
    """Walks over what stands behind the verb and parts it into groups."""

    def __init__(self, items: list[Item], frame: Frame):
        super().__init__(items, frame)
        for place in frame.subject:
            self._receive(place)
            self._receive_form_of_a_year(place)
        if frame.subject:
            self._names_before()
            self._names_of_a_number()
        if items[frame.head].code == codes.GIVE and frame.passive is None:
            self.collecting = True
        if frame.subject and items[frame.head].code == codes.GIVE and self.group.forms:
            self.given = self.collecting = not self.group.has_recipients  # "Huân chương … được trao tặng A"
        if items[frame.head].text in {"thuộc về", "trao tận tay", "trao đến", "trao tới"}:
            self.given = self.collecting = True

    def _receive_form_of_a_year(self, place: int) -> None:
        """ "Huân chương … năm 2019 được trao cho A": the year beside the form that is told of."""
        after = self.items[place + 1]
        if self.items[place].code == codes.FORMS and after.code == codes.YEAR and after.text != "tháng":
            for form in self.items[place].forms:
                form.year = form.year or after.year

    def _names_before(self) -> None:
        """Names in brackets or after "gồm" between the counted recipients and the verb."""
        subject = self.frame.subject
        first = next((at for at in subject if self.items[at].code == codes.COUNTED), subject[0])
        listing = self.items[first].code == codes.COUNTED and self._names_those_counted(first)
        stop = self.frame.passive if self.frame.passive is not None else self.frame.head
        for place in range(first, stop):
            item = self.items[place]
            dash = item.text in {"-", "–"} and self.items[place + 1].code == codes.NAMED
            opens = item.code in {"(", codes.LIST, ":"} and not is_former(self.items, place)
            if opens or (dash and self.items[first].code == codes.COUNTED):
                listing = True
            elif item.code in {")", codes.PASSIVE}:
                listing = False
            elif item.code == codes.NAMED and listing and place not in self.frame.subject:
                whose = self.items[place - 1].text in {
                    "của",
                    "thuộc",
                }  # "Phòng A là lá cờ đầu của Cục B, được"
                self.group.listed += [] if whose else [item.name]
            elif item.code == codes.YEAR and (listing or self.items[place - 1].code in RECIPIENTS):
                self.group.year = item.year

    def _names_of_a_number(self) -> None:
        """ "A và B là hai cá nhân được …": they are those counted."""
        counted = self.frame.subject[-1]
        said = self.items[counted].code == codes.COUNTED and self.items[counted - 1].text == "là"
        if self.group.named and (said or self._are_all_those_counted()):
            self.group.listed, self.group.named = self.group.named, []

    def _are_all_those_counted(self) -> bool:
        """ "Ba anh em ở bản A, Lò Văn Mẫu, Lò Văn Thử, Lò Văn Ví, cùng nhận …": as many names as were counted."""
        first = self.items[self.frame.subject[0]]
        if first.code != codes.COUNTED or self.items[self.frame.subject[0] + 1].code == "v":
            return False
        kind, count = first.counted.groups[0]
        names = self.group.named
        return count == len(names) > 1 and all(name.kind == (kind or names[0].kind) for name in names)

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
            self.bracket = item.start
            self.open_list = self.collecting = True
            self._count_entries(place)
        elif item.code == ")":
            self.depth -= 1
            if self.open_list and self.group.forms:
                self.group.end = place + 1
            self.open_list = self.collecting = self.line = self.entered = False
        elif item.code == ":" and self._opens_a_number(place):
            self.given = self.collecting = True  # "Huân chương … hạng Ba: 5 tập thể, 12 cá nhân; …"
            self.group.named, self.group.counted, self.group.listed = [], [], []
        elif item.code in {codes.LIST, ":"}:
            self.open_list = self.collecting = True
            self.listing = self.listing or item.code == ":"
            self._count_entries(place)
        elif item.code == "v" and self.line and self.entries and self._is_last_entry(place):
            self.entered = False
        elif (
            item.text in {"-", "–", "có"} and self.items[place - 1].code == codes.FORMS and self.group.counted
        ):
            self.open_list = self.collecting = True  # "… danh hiệu Anh hùng Lao động - Công ty A"
        elif item.text == "có" and self.group.forms and self._tells_of_some(place):
            self.open_list = self.collecting = True
        elif item.text == "có" and self.group.forms and self._names_follow(place):
            self.given = self.collecting = True  # "Được nhận Bằng khen dịp này còn có bà A"
        elif item.text == "với" and self.group.forms and self.items[0].text == "cùng" and self._is_fronted():
            self.given = self.collecting = True  # "Cùng nhận Bằng khen với cô A còn có thầy B"
        elif item.code == ";" and (self.listing or self.lists_on(place)):
            self.open_list = self.collecting = True
            self.line = self.line or item.text == LIST_MARK
            self.entered = False
        elif item.code == ";" and self._goes_on_behind_a_semicolon(place):
            self.collecting = True
        elif item.code == codes.TO and self._goes_on_telling(place):
            self.collecting = self.open_list = (
                False  # "… được tặng Bằng khen, đã truyền cảm hứng cho học trò"
            )
        elif item.code in {codes.TO, codes.GIVE} or self._gives_by(item, place):
            self.given = self.collecting = True
            self.waiting = []
        elif item.text in {"tay", "đến", "tới"} and self._hands_over(place):
            self.given = self.collecting = True  # "trao Bằng khen tận tay ông A"
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
            "đại",
            "diện",
            "lãnh",
            "đạo",
        }:
            self.collecting = self.open_list = self.depth > 0 and self.open_list
            self.waiting = []

    def _forms(self, place: int) -> None:
        item = self.items[place]
        if self.items[place - 1].text in {"sau", "ngoài", "cạnh"}:
            return  # "…, sau Huân chương Lao động hạng Ba năm 2008": had before
        between = self.items[self.frame.head + 1 : place]
        if (
            not any(form.by_law for form in self.group.forms)
            and between[-1:]
            and between[-1].text == "là"
            and any(one.code == "," for one in between)
        ):
            return  # "được trao Huy hiệu …, từng là Chiến sĩ thi đua"
        if self.items[place - 1].code in {":", ";"} and self.given and not self.group.forms:
            self.group.named, self.group.counted = [], []  # "khen thưởng cho ngành Điện: Huân chương … cho …"
        if self._is_breakdown(place):
            self.group.forms += item.forms
            self.group.end = place + 1
            return
        if self.waiting:
            self._flush(self.waiting[0])
            for waiting in self.waiting:
                self._receive(waiting)
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
            self._receive(place)
        elif self.given and self.items[place].counted.groups[0][1] is None:
            self.group.counted, self.group.named, self.group.listed = [self.items[place]], [], []
            self.group.end = place + 1
        elif self.items[place].counted.plural and self._says_whose(place):
            return  # "38 đồng chí nguyên là lãnh đạo các sở, ngành"
        elif self.group.counted and self.open_list and self._text_behind(place) == "khác":
            return  # "8 doanh nghiệp, gồm: A, B và 5 đơn vị khác": of those counted
        elif (
            self.items[place].counted.plural
            and self.group.counted
            and self.items[place - 1].code == codes.LIST
        ):
            return  # "21 cá nhân, trong đó có các ông: A, B"
        elif self._says_who_they_are(place):
            return  # "cho A và B, hai người đã cùng cứu dân"
        elif self.depth and any(item.start < self.bracket for item in self.group.counted):
            return  # "6 tập thể (A, B và 4 công đoàn cơ sở)": some of those counted
        elif self.given and (self.collecting or self.items[place - 1].code in {"v", ","}):
            self._name_those_listed(place)
            self._receive(place)
            self.group.end = place + 1
        elif self.items[place - 1].code == codes.FORMS and self._gives_directly():
            self.given = True
            self._receive(place)
            self.group.end = place + 1
        elif self.open_list and not self.group.counted and self._forms_are_counted():
            self.given = True  # "trao 45 Bằng khen, gồm 15 tập thể và 30 cá nhân"
            self._receive(place)
            self.group.end = place + 1
        elif self.depth or self.open_list:
            return
        elif self.group.forms and self._is_fronted() and self.items[place - 1].code != ";":
            self._receive(place)  # "Được tặng Bằng khen có 8 tập thể"
            self.group.end = place + 1
        else:
            self.waiting.append(place)
        self.collecting = True

    def _named(self, place: int) -> None:
        item = self.items[place]
        if self._goes_on_to_act(place):
            return
        if self.line and self.entered:
            return  # one line, one recipient: "3. Chi cục A, Cục B"
        self.entered = True
        if self.items[place - 1].text == "đạo" and self.group.counted:
            return  # "15 đồng chí lãnh đạo tỉnh A"
        if self.items[place - 1].code == codes.COUNTED:
            if not self._may_be_counted(place):
                return  # "22 cá nhân ngành Nông nghiệp": the body says whose they are
            self.open_list = True
        if self.items[place - 1].code == codes.FORMS and self._gives_directly():
            self.given = self.collecting = True
        self.collecting = (
            self.collecting or self._is_joined_to_those_counted(place) or self._is_joined_to_a_bracket(place)
        )
        if not self.collecting:
            parted = self.group.forms and self.items[place - 1].code in {",", ";", "v"} and not self.given
            if parted and self._is_fronted():
                self._receive(place)
            elif parted:
                self.waiting.append(place)
            return
        if self.open_list and (self.group.counted or self.depth or self.frame.subject):
            self.group.listed.append(item.name)
            self.group.end = place + 1
        elif self.given or (not self.group.forms and self.frame.passive is None):
            self._receive(place)
            if self.given:
                self.group.end = place + 1
        elif self.open_list:
            self.group.named.append(item.name)
            self.group.end = place + 1
        elif self.items[place - 1].code in {",", ";", "v"}:
            self.waiting.append(place)

    def _year(self, place: int) -> None:
        year = self.items[place].year
        if not self.group.forms and self._text_behind(place) == ":":
            self.heading = year  # "… được tặng năm 2021: Cờ thi đua: 2 tập thể; Bằng khen: 3 tập thể"
        behind = place - 1 - (self.items[place - 1].code == "(")
        if self.items[behind].code == codes.OFFICE and self.items[behind - 1].text == "của":
            behind -= 2  # "Huân chương … của Chủ tịch nước năm 2018"
        before = self.items[behind]
        back = place - 1
        in_a_month = (
            self.items[place].text == "tháng"
        )  # "đón nhận … vào tháng 5/2019": when it was handed over
        while (
            back > 0
            and not in_a_month
            and self.items[back].code == codes.WORD
            and self.items[back].text in _UNTIL_A_YEAR
        ):
            back -= 1
        since = self.items[place - 1].text == "từ"
        if since and self._text_behind(place) in {"đến", "tới"}:
            return  # "từ năm 2009 đến năm 2014"
        before = self.items[back] if back < place - 1 else before
        if before.code == codes.FORMS:
            for form in before.forms:
                form.year = year
            self.group.end = max(self.group.end, place + 1)
        elif (
            self.depth
            or before.code in {codes.NAMED, codes.GIVE, ")"}
            or self._closes(place)
            or self._is_behind_a_pronoun(place)
        ):
            self.group.year = self.group.year or year

    def groups(self) -> list[Group]:
        self.done.append(self.group)
        for group in self.done:
            years = {name.year for name in (*group.named, *group.listed)}
            group.year = group.year or (years.pop() if len(years) == 1 else self.heading)
            group.counted = without_the_whole(group.counted)
        return [group for group in self.done if group.forms]

    def _forms_are_counted(self) -> bool:
        return (
            bool(self.group.forms)
            and isinstance(self.group.forms[-1].count, int)
            and self.frame.passive is None
        )


def without_the_whole(counted: list[Item]) -> list[Item]:
    """ "45 tập thể, cá nhân, gồm 15 tập thể và 30 cá nhân": the parts, where they are the whole of both kinds."""
    numbers = [count for item in counted for _kind, count in item.counted.groups]
    kinds = [kind for item in counted for kind, _count in item.counted.groups]
    all_told = all(isinstance(count, int) for count in numbers) and None not in kinds[1:]
    parted = len(kinds) > 2 and kinds[0] is None and all_told and sum(numbers[1:]) == numbers[0]
    return counted[1:] if parted else counted
