"""Whom a pronoun means: somebody named in its sentence, who speaks, or who was told of before."""

from dataclasses import replace

from awards.extraction.framing.frame import RECIPIENTS, Frame
from awards.extraction.framing.speakers import speech
from awards.extraction.language import kinds, nouns
from awards.extraction.language.nouns import COLLECTIVE, HOUSEHOLD, INDIVIDUAL
from awards.extraction.naming.name import Name
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item
from awards.extraction.statements.known import Known, only_one
from awards.extraction.statements.pronouns import Pronouns

_OPENING_MARKS = {"“", '"', "-", "–"}
_TIMES_OF_A_DAY = {"rạng", "sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm"}


def _says_when(item: Item) -> bool:
    """A date, or a mark, before what the sentence opens with: "Ngày 3/3, Đồn A gặp mặt …"."""
    when = item.code in {codes.DATE, codes.YEAR, ","} or item.text[:1].isdigit()
    return when or item.text in _OPENING_MARKS | _TIMES_OF_A_DAY


class Meant(Pronouns):
    """Finds the name behind a pronoun, and what the next sentence may take it for."""

    def _leave_out_who_speaks(self) -> None:
        """ "Ông A cho biết, …", "“…”, ông A cho biết.": what is told stands beside it and is read alone."""
        begins, ends = speech(self.items, self.scanner.names)
        said = self.items[:begins] + self.items[ends:]
        told_by = [self._as_known(item.name) for item in said if item.name]
        quoted = not begins  # who is quoted says "tôi", not "ông"
        self.speaker = only_one((replace(one, address="") if quoted else one for one in told_by), INDIVIDUAL)
        if said:
            self._read(self.tokens[self.items[begins].start : self.items[ends - 1].end])

    def _name_whom_a_joined_pronoun_means(self) -> None:
        """ "Chị và Đội A được tặng", "tặng … cho Tiểu đoàn và 5 chiến sĩ": who was told of before is named beside the others."""
        lows = self.scanner.names.lows
        for place in range(len(self.items) - 3, -1, -1):
            item = self.items[place]
            opens = not place or self.items[place - 1].code in {",", ";", codes.YEAR, codes.TO}
            if not opens or item.code != codes.WORD or not (kind := self._pronoun_at(item.start)):
                continue
            behind = place + nouns.PRONOUNS.match(lows, item.start)[0] - item.start
            beside = self.items[behind : behind + 2]
            joined = len(beside) > 1 and beside[0].code == "v" and beside[1].code in RECIPIENTS
            if joined and (meant := self._told_before(kind, item.start)):
                self.items[place:behind] = [replace(item, code=codes.NAMED, name=meant[0])]

    def _told_of(self) -> dict[str, Known]:
        """By kind: the only one named in this sentence, or the one that opens it; else who was known before."""
        told = dict(self.known)
        begins, ends = speech(self.items, self.scanner.names)
        everybody = self._without_agents(0, len(self.items))
        spoken = self._without_agents(begins, ends)  # who speaks of somebody is not who is told of
        for kind in (INDIVIDUAL, COLLECTIVE):
            said = spoken if any(item.name and item.name.kind == kind for item in spoken) else everybody
            opens = next((item.name for item in said if not _says_when(item)), None)
            named = [item.name for item in said if item.name and item.name.kind == kind]
            named = [name for name in named if not self._names_nobody(name)]
            those = [self._as_known(name) for name in named]
            one = only_one([one for one in those if not one.in_passing] or those, kind)
            if one is None and opens and opens.kind == kind:
                one = self._as_known(opens)
            if one is None and not named and kind == INDIVIDUAL:
                one = self._head_of_the_household(said)
            if one is None and not named and kind == COLLECTIVE and kind not in told:
                one = self._led_by(said)
            if one and one.in_passing and kind in told:
                continue
            if named:
                told.pop(kind, None)
            if one:
                told[kind] = one
        return told

    def _names_nobody(self, name: Name) -> bool:
        """ "thưởng nóng cho Ban chuyên án": a body that has no more name than a pronoun."""
        lows = [token.low for token in self.tokens[name.start : name.end]]
        return nouns.PRONOUNS.match(lows, 0)[0] == len(lows)

    def _led_by(self, said: list[Item]) -> Known | None:
        """ "Chị A, Giám đốc Công ty B, khởi nghiệp …. Công ty được …": the body that somebody's title names."""
        names = self.scanner.names
        for item in said:
            person = item.name if item.name and item.name.kind == INDIVIDUAL else None
            for at in range(person.start, person.end) if person else ():
                if names.capital(at) and (end := names.body(at)) > at and end <= person.end:
                    body = Name(COLLECTIVE, names.words(at, end), at, end)
                    return Known(body, names.low(at), in_passing=True)
        return None

    def tell_topics(self) -> None:
        """Note whom the sentence opens with, if nobody did before: "Đồn A: 60 năm bám bản", not "Bộ A tặng …"."""
        place = next((place for place, item in enumerate(self.items) if not _says_when(item)), 0)
        name = self.items[place].name if self.items else None
        verbs = {codes.GIVE, codes.RECEIVE, codes.PASSIVE}
        verb = next((item.code for item in self.items[place:] if item.code in verbs), "")
        if name and verb != codes.GIVE:  # "Bộ A tổ chức trao …" tells of others
            self.topics.setdefault(name.kind, self._as_known(name))

    def _without_agents(self, begins: int, ends: int) -> list[Item]:
        """ "Chi cục được Chính phủ tặng …": the next sentence tells of the Chi cục."""
        agents = {codes.PASSIVE, codes.PROPOSE}
        return [
            self.items[place]
            for place in range(begins, ends)
            if not (place and self.items[place].name and self.items[place - 1].code in agents)
        ]

    def _head_of_the_household(self, said: list[Item]) -> Known | None:
        """ "Điển hình là hộ ông A. Ông được …"."""
        heads = [item.name for item in said if item.name and item.name.kind == HOUSEHOLD]
        address = self.scanner.names.low(heads[0].start + 1) if len(heads) == 1 else ""
        person = replace(heads[0], kind=INDIVIDUAL) if len(heads) == 1 else None
        return Known(person, address) if person else None

    def _as_known(self, name: Name) -> Known:
        names = self.scanner.names
        place = names.phrase(name.start, nouns.PLACE_HEADS) > name.start
        before = next((item.code for item in reversed(self.items) if item.end == name.start), "")
        return Known(name, names.low(name.start), place and before in {codes.WORD, codes.TO})

    def _meant(self, frame: Frame) -> list[Name]:
        """Whom the pronoun names that the verb is said of."""
        kind, at = self._whom(frame)
        if kind is None:
            kind, at = self._pronoun_of_the_sentence(frame)
        if kind is None and self.speaker and frame.passive == 0 and self._speaks_of_himself(frame):
            return [self.speaker.name]
        if kind is None or (at > 0 and self.scanner.names.low(at - 1) in nouns.KIN):
            return []
        if at >= 0 and kinds.unnamed_person(self.scanner.names.lows, at) > at:
            return []  # "nữ hộ sinh": nobody who was named
        named = [
            item.name
            for place, item in enumerate(self.items[: frame.start])
            if item.name and item.name.kind == kind and not self._gives(place)
        ]
        if (
            not named
            and kind == INDIVIDUAL
            and (head := self._head_of_the_household(self.items[: frame.start]))
        ):
            named = [head.name]  # "gia đình ông A …; năm 2018, ông được"
        if named:
            return named if len({name.name for name in named}) == 1 else []
        return (self._told_behind(frame, kind, at) or self._told_before(kind, at)) if at >= 0 else []

    def _told_behind(self, frame: Frame, kind: str, at: int) -> list[Name]:
        """ "Khi biết tin mình được tặng Bằng khen, cụ A chỉ cười": who is named behind the comma."""
        end = frame.groups[-1].end
        behind = self.items[end : end + 2]
        parted = len(behind) == 2 and behind[0].code == "," and self.scanner.names.low(at) == "mình"
        return [behind[1].name] if parted and behind[1].name and behind[1].name.kind == kind else []

    def _speaks_of_himself(self, frame: Frame) -> bool:
        """ "“Được tặng Bằng khen, với tôi là bất ngờ lớn nhất”, anh A chia sẻ"."""
        behind = self.items[frame.groups[-1].end :]
        return (
            behind[:1] and behind[0].code == "," and any(item.text in {"tôi", "mình"} for item in behind[1:4])
        )

    def _gives(self, place: int) -> bool:
        """ "… được Bộ A tặng …", "trình Bộ A …": who gave or is asked to is not who a pronoun means."""
        around = [item.code for item in self.items[max(place - 1, 0) : place + 2]]
        return codes.GIVE in around[1:] or around[:1] in ([codes.PASSIVE], [codes.PROPOSE])

    def _told_before(self, kind: str, at: int) -> list[Name]:
        """ "Ông A cho biết ông được …", "Công ty A có 200 công nhân. Đơn vị này được …"."""
        pronoun = " ".join(self.scanner.names.lows[at : nouns.PRONOUNS.match(self.scanner.names.lows, at)[0]])
        if kind == INDIVIDUAL and self.speaker and self.speaker.speaks_as(pronoun):
            return [self.speaker.name]
        told, topic = self.known.get(kind), self.topics.get(kind)
        before = [told, topic]
        if kind == INDIVIDUAL and told and topic:  # else there are too many others between
            otherwise = topic.address == pronoun and told.is_called_otherwise(pronoun)
            before = [topic] if otherwise else before
        elif kind == INDIVIDUAL:
            before = [told]
        return next(([one.name] for one in before if one and one.is_meant_by(pronoun)), [])
