"""The recipients that a verb without its own has from the verb before, a pronoun or a heading."""

from itertools import pairwise

from awards.extraction.framing.frame import Frame, Group
from awards.extraction.language import words
from awards.extraction.naming.name import Name
from awards.extraction.sentence import item as codes
from awards.extraction.statements.meant import Meant

_SEVERAL_YEARS = {"năm", "các", "hai", "trong", "vào"}  # "tặng Cờ thi đua các năm 2018, 2019, C tặng …"


class Inheriting(Meant):
    """Finds of whom a verb is told that names nobody."""

    def _inherit(self, frame: Frame, group: Group, before: Group | None) -> None:
        """ "A đón nhận Huân chương và được tặng Cờ": the second verb has the first one's subject."""
        if frame.subject or group.has_recipients:
            self.carried, self.spoken_of = False, None
            return
        carried, self.carried = self.carried, False
        spoken_of = frame.passive is not None or self.items[frame.head].code == codes.RECEIVE
        goes_on = before and (
            (spoken_of and (self._joined(frame, before) or self._elided(frame)))
            or self._another_gives(frame, before, carried)
        )
        if before and goes_on:
            group.counted, group.named, group.listed = before.counted, before.named, before.listed
        else:
            self.spoken_of = None
        if not goes_on:
            group.named = (
                self._told_before_a_relative(frame)
                or self._meant(frame)
                or self._told_under_a_colon(frame, before)
                or self._topic(frame)
            )

    def _told_under_a_colon(self, frame: Frame, before: Group | None) -> list[Name]:
        """ "Ông A: nông dân, đảng viên; 3 năm liền được tặng …": of whom the whole sentence tells."""
        colon = next((place for place, item in enumerate(self.items[: frame.head]) if item.code == ":"), 0)
        name = self.items[0].name if colon == 1 and before is None else self._whose_merits(colon)
        answers = name is not None and self._pronoun(frame) not in {None, name.kind}
        return [name] if name and not answers else []  # not "Ông A: Năm 2016, công ty được tặng …"

    def _told_before_a_relative(self, frame: Frame) -> list[Name]:
        """ "Đội A, đơn vị mà Tổng cục B vừa tặng Giấy khen, …": of whom the clause behind "mà" tells."""
        relative = frame.agent - 1 if frame.agent else -1
        if relative < 0 or self.items[relative].text != "mà":
            return []
        comma = next(
            (place for place in range(relative, max(relative - 4, 0), -1) if self.items[place].code == ","), 0
        )
        name = self.items[comma - 1].name if comma else None
        return [name] if name else []

    def _topic(self, frame: Frame) -> list[Name]:
        """ "Riêng với Tổ A, sự kiên trì đã được đền đáp bằng Bằng khen": what the sentence says it is about."""
        opening = [item.text.lower() for item in self.items[:3]]
        place = opening.index("với") + 1 if "với" in opening and opening[0] in {"riêng", "với", "đối"} else 0
        about = [item.code for item in self.items[place : place + 2]] == [codes.NAMED, ","]
        repaid = self.items[frame.head].text in words.REPAYING
        return [self.items[place].name] if place and about and repaid and frame.head > place else []

    def _whose_merits(self, colon: int) -> Name | None:
        """ "Nỗ lực của bác sĩ A đã được ghi nhận: năm 2018, Bộ trưởng tặng Bằng khen; …"."""
        said = [item.text for item in self.items[:colon]]
        listed = {("thành", "tích"), ("phần", "thưởng"), ("khen", "thưởng")} & set(
            pairwise(map(str.lower, said))
        )
        if listed and colon > 1 and self.items[colon - 1].name and said[-2] == "của":
            return self.items[colon - 1].name  # "Thành tích của Đoàn A: được tặng …; được tặng …"
        repaid = said[-1:] == ["ghi nhận"] or said[-2:] in (["ghi", "nhận"], ["đền", "đáp"], ["xứng", "đáng"])
        of = [place for place, text in enumerate(said) if text in {"của", "với", "cho"}]
        return self.items[of[-1] + 1].name if repaid and of and of[-1] + 1 < colon else None

    def _another_gives(self, frame: Frame, before: Group, carried: bool) -> bool:
        """ "A được B tặng Bằng khen, C tặng Cờ thi đua": the subject of the passive goes on."""
        passive = self.before is not None and (self.before.passive is not None or carried)
        self.carried = (
            passive
            and frame.agent is not None
            and all(
                item.code in {",", "v"} or item.text in _SEVERAL_YEARS
                for item in self.items[before.end : frame.start]
            )
        )
        return self.carried

    def _joined(self, frame: Frame, before: Group) -> bool:
        """Whether nothing but "và", "đồng thời" and the like parts the verb from what stands before it."""
        stop = frame.passive if frame.passive is not None else frame.head
        return all(
            item.code in {",", "v", ";", codes.YEAR}
            or item.text in words.JOINING | {"năm"}
            or item.text.isdigit()
            for item in self.items[before.end : stop]
        )

    def _elided(self, frame: Frame) -> bool:
        """ "ông A được tặng …, năm 2020 là …, năm 2022 được tặng …": the clause has no subject of its own."""
        stop = frame.passive if frame.passive is not None else frame.head
        clause = next((at for at in range(stop - 1, -1, -1) if self.items[at].code in {",", ";"}), 0)
        own = self.items[clause + 1 : stop]
        told = self.before is not None and (
            self.before.passive is not None or self.items[self.before.head].code == codes.RECEIVE
        )
        if not own and clause and told:
            return True  # "đạt danh hiệu … cấp Trung ương, được tặng …"
        return bool(own) and all(
            item.code == codes.YEAR or item.text in words.JOINING | {"năm", "đến"} or item.text.isdigit()
            for item in own
        )
