"""Names behind the verb: recipients in their own right, names under a number, and those that wait for a form."""

from awards.extraction.framing.entries import Entries
from awards.extraction.framing.fronting import Fronting
from awards.extraction.language.nouns import INDIVIDUAL
from awards.extraction.sentence import item as codes


class NamedBehind(Entries, Fronting):
    """Takes a name."""

    def _named(self, place: int) -> None:
        before = self.items[place - 1]
        if self._goes_on_to_act(place):
            return
        if self.line and self.entered:
            return  # one line, one recipient: "3. Chi cục A, Cục B"
        self.entered = True
        if self._says_whose_they_are(place):
            return
        if before.code == codes.COUNTED:
            self.open_list = True
        if before.code == codes.FORMS and self._gives_directly():
            self._give_those_behind()
        if self.collecting or self._is_joined_to_those_counted(place) or self._is_joined_to_a_bracket(place):
            self.collecting = True
            self._collect(place)
        else:
            self._name_apart(place)

    def _says_whose_they_are(self, place: int) -> bool:
        """Whether the body named here only says whose those counted are."""
        before = self.items[place - 1]
        if before.text == "đạo" and self.group.counted:
            return True  # "15 đồng chí lãnh đạo tỉnh A"
        return before.code == codes.COUNTED and not self._may_be_counted(place)  # "22 cá nhân ngành A"

    def _may_be_counted(self, place: int) -> bool:
        """ "Hai nghệ sĩ A, B": names right behind a number are those it counts, if they are of its kind."""
        groups = self.items[place - 1].counted.groups
        name = self.items[place].name
        after = [item.code for item in self.items[place + 1 : place + 3]]
        more = len(after) == 2 and after[0] in {",", "v", ";"} and after[1] == codes.NAMED
        enough = name.kind == INDIVIDUAL or more or groups[0][1] == 1
        return enough and name.kind in {kind for kind, _count in groups} and name.name[:1].isupper()

    def _collect(self, place: int) -> None:
        name = self.items[place].name
        if self.open_list and (self.group.counted or self.depth or self.frame.subject):
            self.group.listed.append(name)
            self.group.end = place + 1
        elif self.given or (not self.group.forms and self.frame.passive is None):
            self._receive(place)
            if self.given:
                self.group.end = place + 1
        elif self.open_list:
            self.group.named.append(name)
            self.group.end = place + 1
        elif self.items[place - 1].code in {",", ";", "v"}:
            self.waiting.append(place)

    def _name_apart(self, place: int) -> None:
        """ "…, Bằng khen, ông A …": nothing has pointed at whom the forms were given."""
        parted = self.group.forms and self.items[place - 1].code in {",", ";", "v"} and not self.given
        if parted and self._is_fronted():
            self._receive(place)
        elif parted:
            self.waiting.append(place)
