"""Marks and small words behind the verb: what opens a list, goes on with it, points at recipients or ends it."""

from itertools import takewhile

from awards.extraction.framing.entries import Entries
from awards.extraction.framing.frame import RECIPIENTS
from awards.extraction.framing.fronting import Fronting
from awards.extraction.language import words
from awards.extraction.language.tokens import LIST_MARK
from awards.extraction.sentence import item as codes

# These may stand between a form and a recipient, or between two recipients.
_BETWEEN = {
    *("là", "tập", "thể", "các", "đối", "đại", "diện", "lãnh", "đạo", "lần", "lượt"),
    *("-", "–", "+", "*", "•", "“", "”"),
}


class Marks(Entries, Fronting):
    """Takes whatever is no form, number, name or year."""

    def _mark(self, place: int) -> None:
        taken = (
            self._opens_a_list(place)
            or self._tells_who(place)
            or self._goes_on_listing(place)
            or self._points_at_recipients(place)
        )
        if not taken and self._is_foreign(place):
            self.collecting = self.open_list = self.depth > 0 and self.open_list
            self._name_those_counted_before(place)
            self.waiting = []

    def _open_bracket(self, place: int) -> None:
        self.depth += 1
        self.bracket = self.items[place].start
        self._list_those_behind()
        self._count_entries(place)

    def _close_bracket(self, place: int) -> None:
        self.depth -= 1
        if self.open_list and self.group.forms:
            self.group.end = place + 1
        self.open_list = self.collecting = self.line = self.entered = False

    def _opens_a_list(self, place: int) -> bool:
        item = self.items[place]
        if item.code == ":" and self._opens_a_number(place):
            self._give_those_behind()  # "Huân chương … hạng Ba: 5 tập thể, 12 cá nhân; …"
            self.group.named, self.group.counted, self.group.listed = [], [], []
        elif item.code in {codes.LIST, ":"}:
            self._list_those_behind()
            self.listing = self.listing or item.code == ":"
            self._count_entries(place)
        else:
            return False
        return True

    def _tells_who(self, place: int) -> bool:
        """ "… - Công ty A", "… còn có bà A", "… với cô A": who it was, behind the form."""
        if self._names_the_counted(place):
            self._list_those_behind()
        elif self._names_more(place):
            self._give_those_behind()
        else:
            return False
        return True

    def _names_the_counted(self, place: int) -> bool:
        text = self.items[place].text
        if text in {"-", "–", "có"} and self.items[place - 1].code == codes.FORMS and self.group.counted:
            return True  # "… danh hiệu Anh hùng Lao động - Công ty A"
        if text == "có" and self._code_behind(place) == codes.NAMED and self._stands_behind_among(place):
            return True
        return text == "có" and bool(self.group.forms) and self._tells_of_some(place)

    def _stands_behind_among(self, place: int) -> bool:
        """ "… cho 9 tập thể, trong đó khối doanh nghiệp có Công ty A": some of those counted."""
        words_before = takewhile(
            lambda at: self.items[at].code == codes.WORD, range(place - 1, self.frame.head, -1)
        )
        mark = place - 1 - len(list(words_before))
        among = self.items[mark].code == codes.LIST and self.items[mark].text.startswith("trong")
        return among and bool(self.group.counted)

    def _names_more(self, place: int) -> bool:
        text = self.items[place].text
        if text == "có" and self.group.forms:
            return self._names_follow(place)  # "Được nhận Bằng khen dịp này còn có bà A"
        together = text == "với" and self.group.forms and self.items[0].text == "cùng"
        return bool(together) and self._is_fronted()  # "Cùng nhận Bằng khen với cô A còn có thầy B"

    def _goes_on_listing(self, place: int) -> bool:
        item = self.items[place]
        if item.code == "v" and self.line and self.entries and self._is_last_entry(place):
            self.entered = False
        elif item.code == ";" and (self.listing or self.lists_on(place)):
            self._list_those_behind()
            self.line = self.line or item.text == LIST_MARK
            self.entered = False
        elif item.code == ";" and self._goes_on_behind_a_semicolon(place):
            self.collecting = True
        else:
            return False
        return True

    def _points_at_recipients(self, place: int) -> bool:
        item = self.items[place]
        if item.code == codes.TO and self._goes_on_telling(place):
            self.collecting = self.open_list = False  # "…, đã truyền cảm hứng cho học trò"
        elif item.code in {codes.TO, codes.GIVE} or self._gives_by(place):
            self._give_those_behind()
            self.waiting = []
        elif item.text in {"tay", "đến", "tới"} and self._hands_over(place):
            self._give_those_behind()  # "trao Bằng khen tận tay ông A"
        else:
            return False
        return True

    def _is_foreign(self, place: int) -> bool:
        """Whether what stands here is no part of a list, nor of the way to who received."""
        item = self.items[place]
        return item.code not in {",", "v", ";"} and item.text not in _BETWEEN

    def _hands_over(self, place: int) -> bool:
        """ "trao Bằng khen tận tay ông A", "… đến 5 tập thể": it points at who receives."""
        return self._code_behind(place) in RECIPIENTS and self._gives_directly() and bool(self.group.forms)

    def _goes_on_telling(self, place: int) -> bool:
        """Whether "cho" belongs to another verb, since who was given is already told."""
        parted = any(item.code == "," for item in self.items[self.frame.head : place])
        told = self.frame.passive not in {None, self.frame.head} and self.group.has_recipients
        told = told or (self.given and self.group.has_recipients and self._tells_who_it_is(place))
        return told and parted and self.items[place - 1].code == codes.WORD

    def _tells_who_it_is(self, place: int) -> bool:
        """ "… cho Công ty A, đơn vị giữ việc làm cho 800 công nhân": the clause says more of who was named."""
        comma = next((at for at in range(place, self.frame.head, -1) if self.items[at].code == ","), 0)
        named = self.items[comma - 1].code == codes.NAMED and self.items[comma + 1].text in {
            "đơn",
            "người",
            "nơi",
        }
        return named and all(item.code == codes.WORD for item in self.items[comma + 1 : place])

    def _gives_by(self, place: int) -> bool:
        """ "thu hồi Bằng khen của A", "gắn Huân chương lên lá cờ của B": "của" points at the recipient."""
        item, head = self.items[place], self.items[self.frame.head]
        if item.text in {"của", "với"} and head.code == codes.REVOKE:
            return True
        if item.text == "với" and self.items[place - 1].text == "đối" and self.group.forms:
            return True
        if item.text == "của" and words.COMMENDING.match(head.text.split(), 0)[0]:
            return not self.group.forms  # "ghi nhận công lao của ông A bằng Huân chương …"
        return item.text == "của" and head.text == "gắn" and bool(self.group.forms)
