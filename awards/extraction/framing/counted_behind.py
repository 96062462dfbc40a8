"""Numbers of recipients behind the verb: who received, and who only says more of those already counted."""

from itertools import takewhile

from awards.extraction.framing.entries import Entries
from awards.extraction.framing.fronting import Fronting
from awards.extraction.sentence import item as codes


class CountedBehind(Entries, Fronting):
    """Takes a number of recipients."""

    def _counted(self, place: int) -> None:
        if self._awaits_its_form():
            self._receive(place)
        elif self.given and self.items[place].counted.groups[0][1] is None:
            self.group.counted, self.group.named, self.group.listed = [self.items[place]], [], []
            self.group.end = place + 1
        elif self._says_more_of_those_before(place):
            return
        elif self.given and (self.collecting or self.items[place - 1].code in {"v", ","}):
            self._name_those_listed(place)
            self._receive_here(place)
        elif self._follows_a_form(place) or self._parts_the_forms():
            self.given = True
            self._receive_here(place)
        elif self.group.forms and self.items[place - 1].text == "là" and self._is_fronted():
            self.given, self.open_list = True, False
            self._receive_here(place)  # "Nhận Bằng khen … là 8 vận động viên và Đội A"
        elif self._goes_on_with_the_named(place):
            self._receive_here(place)
        elif self.depth or self.open_list:
            return
        elif self.group.forms and self._is_fronted() and self.items[place - 1].code != ";":
            self._receive_here(place)  # "Được tặng Bằng khen có 8 tập thể"
        else:
            self.waiting.append(place)
        self.collecting = True

    def _goes_on_with_the_named(self, place: int) -> bool:
        """ "Được tặng Bằng khen gồm Sở A, huyện B và 5 cá nhân": one more behind those named."""
        listed = self.open_list and not self.depth and self.items[place - 1].code in {"v", ","}
        return listed and bool(self.group.named) and not self.group.counted and not self.frame.subject

    def _receive_here(self, place: int) -> None:
        self._receive(place)
        self.group.end = place + 1

    def _awaits_its_form(self) -> bool:
        """ "khen thưởng 5 tập thể …": right behind a verb of giving, before any form."""
        return not self.group.forms and not self.given and self._gives_directly()

    def _follows_a_form(self, place: int) -> bool:
        return self.items[place - 1].code == codes.FORMS and self._gives_directly()

    def _parts_the_forms(self) -> bool:
        """ "trao 45 Bằng khen, gồm 15 tập thể và 30 cá nhân"."""
        forms = self.group.forms
        parted = self.open_list and not self.group.counted and self.frame.passive is None
        return parted and bool(forms) and isinstance(forms[-1].count, int)

    def _says_more_of_those_before(self, place: int) -> bool:
        """Whether those counted here are, are among, or have to do with those counted or named before."""
        counted = self.items[place].counted
        return (
            ((counted.plural or counted.groups[0][1] == 1) and self._says_whose(place))
            or (counted.plural and self._opens_their_names(place))
            or self._is_the_rest(place)
            or self._are_some_of_those(place)
            or self._says_who_they_are(place)
            or self._is_part_of_a_bracket()
        )

    def _says_whose(self, place: int) -> bool:
        """ "38 đồng chí nguyên là lãnh đạo các sở, ngành": of whom or where the ones before are."""
        before = self.items[place - 1]
        if before.code == codes.NAMED and self.items[place].counted.groups[0][1] == 1:
            return True  # "ông A, nguyên giám đốc một doanh nghiệp"
        return bool(self.group.counted) and before.code == codes.WORD and before.text not in {"tới", "đến"}

    def _opens_their_names(self, place: int) -> bool:
        """ "21 cá nhân, trong đó có các ông: A, B"."""
        return bool(self.group.counted) and self.items[place - 1].code == codes.LIST

    def _is_the_rest(self, place: int) -> bool:
        """ "8 doanh nghiệp, gồm: A, B và 5 đơn vị khác": of those counted."""
        return bool(self.group.counted) and self.open_list and self._text_behind(place) == "khác"

    def _are_some_of_those(self, place: int) -> bool:
        """ "cho 45 mẹ, trong đó 3 mẹ còn sống": some of those counted, of whom more is told."""
        kinds = {kind for item in self.group.counted for kind, _count in item.counted.groups}
        between = takewhile(
            lambda item: item.code != codes.FORMS, reversed(self.items[self.frame.head : place])
        )
        among = any(
            item.code == codes.LIST and item.text.startswith(("trong đó", "trong số")) for item in between
        )
        return among and {kind for kind, _count in self.items[place].counted.groups} <= kinds

    def _is_part_of_a_bracket(self) -> bool:
        """ "6 tập thể (A, B và 4 công đoàn cơ sở)": some of those counted."""
        return bool(self.depth) and any(item.start < self.bracket for item in self.group.counted)
