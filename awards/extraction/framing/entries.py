"""Lists of recipients: where one opens, how many entries it has, where it ends."""

from awards.extraction.framing.building import Building
from awards.extraction.language import nouns, words
from awards.extraction.language.nouns import COLLECTIVE, INDIVIDUAL
from awards.extraction.sentence import item as codes


class Entries(Building):
    """Asks how the list at hand goes on."""

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
        """ "cho 12 nhân viên gác chắn và Ga A", "cho 5 bác sĩ của Viện A và ông B": only what those counted are stands between."""
        at = place - 2
        if self.items[place].name.kind == INDIVIDUAL and self._is_the_body_they_are_of(at):
            at -= 2 if self.items[at - 1].code == codes.WORD else 1
        while at > 0 and self.items[at].code == codes.WORD and self.items[at].text not in nouns.STOPS:
            at -= 1
        joined = self.items[place - 1].code == "v" and at < place - 2
        return joined and self.given and self.items[at] in self.group.counted

    def _is_the_body_they_are_of(self, at: int) -> bool:
        """Whether a body stands here right behind a number or "của"."""
        body = self.items[at].code == codes.NAMED and self.items[at].name.kind != INDIVIDUAL
        before = self.items[at - 1]
        return body and (before.code == codes.COUNTED or before.text in {"của", "thuộc", "ở", "tại"})

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
        if name and name.kind == COLLECTIVE and not name.name[:1].isupper():
            return False  # "5 tập thể ngành Thuế"
        kinds = {kind for kind, _count in self.items[number].counted.groups}
        return name is not None and (after == number + 1 or kinds == {name.kind} == {INDIVIDUAL})

    def _name_those_counted_before(self, place: int) -> None:
        """ "Hai cá nhân được tặng Bằng khen lần này, ông A và bà B, đều …": as many names between commas as were counted."""
        counts = [count for item in self.group.counted for _kind, count in item.counted.groups]
        names = [self.items[at].name for at in self.waiting]
        closed = self.items[place - 1].code == "," and self.items[place - 2].code == codes.NAMED
        if closed and counts == [len(names)] and all(names) and not self.group.listed:
            self.group.listed = names

    def _is_last_entry(self, place: int) -> bool:
        """Whether no semicolon follows: "…; A, B và C, D"."""
        return not any(item.code in {";", "v"} for item in self.items[place + 1 : self.frame.end])

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
        kind, count = counted.groups[0]
        told = told or (
            len(named) > 1 and self._tells_of_all(place, kind)
        )  # "…, hai công dân dũng cảm bắt cướp"
        return told and bool(named) and (counted.plural or count == len(named))

    def _tells_of_all(self, place: int, kind: str | None) -> bool:
        """Whether what stands between a comma and the end of the clause says who those just named are."""
        after = self.items[place + 1] if place + 1 < len(self.items) else self.items[place]
        said = after.code == codes.WORD and after.text.isalpha() and after.text not in {"của", "thuộc", "ở"}
        return (
            said and self.items[place - 1].code == "," and {name.kind for name in self.group.named} == {kind}
        )
