"""What stands before the verb: recipients, those named under their number, and the year of the form."""

from awards.extraction.framing.asides import is_former
from awards.extraction.framing.entries import Entries
from awards.extraction.framing.frame import RECIPIENTS
from awards.extraction.naming.name import Name
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item


class ToldBefore(Entries):
    """Takes the subject into the first group."""

    def _take_subject(self) -> None:
        for place in self.frame.subject:
            self._receive(place)
            self._receive_form_of_a_year(place)
        if self.frame.subject:
            self._names_before()
            self._names_of_a_number()

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
            if self._opens_names(place, self.items[first]):
                listing = True
            elif item.code in {")", codes.PASSIVE}:
                listing = False
            elif item.code == codes.NAMED and listing and place not in subject:
                self._list(place)
            elif item.code == codes.YEAR and (listing or self.items[place - 1].code in RECIPIENTS):
                self.group.year = item.year

    def _opens_names(self, place: int, first: Item) -> bool:
        """ "2 tập thể (A, B)", "3 cá nhân gồm: …", "2 đơn vị – A và B"."""
        item = self.items[place]
        if item.code in {"(", codes.LIST, ":"} and not is_former(self.items, place):
            return True
        dash = item.text in {"-", "–"} and self.items[place + 1].code == codes.NAMED
        return dash and first.code == codes.COUNTED

    def _list(self, place: int) -> None:
        if self.items[place - 1].text not in {"của", "thuộc"}:  # "Phòng A là lá cờ đầu của Cục B, được"
            self.group.listed.append(self.items[place].name)

    def _names_of_a_number(self) -> None:
        """ "A và B là hai cá nhân được …": they are those counted."""
        last = self.frame.subject[-1]
        if self.items[last].code == codes.COUNTED and self.items[last - 1].text == "là":
            self.group.listed, self.group.named = self.group.named, []
        elif those := self._all_those_counted():
            self.group.listed = those
            self.group.named = [name for name in self.group.named if name not in those]
        elif self._says_what_the_named_is():
            self.group.counted = []

    def _says_what_the_named_is(self) -> bool:
        """ "Lần đầu tiên một đơn vị cấp huyện, Chi cục A, được tặng …": the number one is an article."""
        first, last = self.items[self.frame.subject[0]], self.frame.subject[-1]
        closed = self.items[last - 1].code == self.items[last + 1].code == ","
        named = [name.kind for name in self.group.named]
        return closed and len(named) == 1 and bool(first.counted) and first.counted.groups == [(named[0], 1)]

    def _all_those_counted(self) -> list[Name]:
        """ "Ba anh em ở bản A, Lò Văn Mẫu, Lò Văn Thử, Lò Văn Ví, cùng nhận …": as many names behind a number as it counts."""
        numbers = [place for place in self.frame.subject if self.items[place].code == codes.COUNTED]
        names = [self.items[place].name for place in self.frame.subject if numbers and place > numbers[-1]]
        if not names or self.items[numbers[-1] + 1].code == "v":
            return []
        kind, count = self.items[numbers[-1]].counted.groups[0]
        alike = all(name and name.kind == (kind or names[0].kind) for name in names)
        return names if alike and count == len(names) > 1 else []
