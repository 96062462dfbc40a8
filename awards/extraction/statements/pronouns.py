"""Of whom a verb is said that names nobody: "đơn vị", "ông", "gia đình ông"."""

from awards.extraction.framing.frame import HEADS, RECIPIENTS, Frame
from awards.extraction.language import kinds, nouns, words
from awards.extraction.language.nouns import INDIVIDUAL
from awards.extraction.language.phrases import Phrases
from awards.extraction.sentence import item as codes
from awards.extraction.statements.told import Told

_OF_WHOM = {
    "của",
    "do",
    "bởi",
    "với",
    "thay",
    "mặt",
    "cùng",
    "từ",
    "theo",
    "trước",
    "đạo",
    "đến",
    "tới",
    "vào",
    "ở",
    "tại",
}
_YOUNG = {"nam", "nữ", "học", "sinh", "thanh", "bé", "cháu"}
_OURS = {"tôi", "ta", "mình"}


class Pronouns(Told):
    """Finds the kind, and where it can the name, of a subject without one."""

    def _pronoun(self, frame: Frame) -> str | None:
        """The kind of an unnamed subject: "đơn vị", "ông"."""
        return self._whom(frame)[0]

    def _whom(self, frame: Frame) -> tuple[str | None, int]:
        """(kind, token) of an unnamed subject; the token is -1 where no pronoun says who it is."""
        if frame.passive is None and self.items[frame.head].code != codes.RECEIVE:
            at = self._behind_the_verb(frame)
            kind = self._pronoun_at(at)
            return (kind, at) if kind else (self._somebody(at), -1)
        stop = frame.passive if frame.passive is not None else frame.head
        whose: tuple[str | None, int] = (None, -1)
        for place in range(stop - 1, max(stop - 20, -1), -1):
            item, after = self.items[place], self.items[place + 1]
            if item.code in {",", ";", codes.FORMS} | HEADS or (
                item.text == "có" and after.text[:1].isdigit()
            ):
                break
            if item.code == codes.OFFICE and self.items[place - 1].text not in _OF_WHOM | {"làm"}:
                return INDIVIDUAL, -1  # "Chủ tịch Hội được tặng …"
            if item.code == codes.WORD and (kind := self._pronoun_at(item.start)):
                start = self._whole_pronoun(item.start)
                anybody = self.items[place - 1].text in {"mỗi", "mọi"} or after.text == "nào"
                if anybody or self._tells_a_rule():
                    break
                if item.text in _OURS and (ours := self._pronoun_before(item.start)):
                    return ours, -1  # "xã tôi"
                if self._pronoun_at(max(item.start - 2, 0)) == nouns.HOUSEHOLD:
                    return nouns.HOUSEHOLD, -1  # "gia đình ông"
                if place > 1 and self.items[place - 1].text in _OF_WHOM:
                    whose = whose if whose[0] else (kind, item.start)
                    continue  # "phân xưởng do bà phụ trách được …", but "thành tích của ông được …"
                if start == item.start and (ours := self._ours(start)):
                    return ours, -1  # "phòng chị"
                return kind, start
        return whose

    def _whole_pronoun(self, at: int) -> int:
        """Where "chi cục" begins, of which "cục" alone would be one too."""
        lows = self.scanner.names.lows
        longer = (
            start for start in (at - 2, at - 1) if start >= 0 and nouns.PRONOUNS.match(lows, start)[0] > at
        )
        return next(longer, at)

    def _ours(self, at: int) -> str | None:
        """The kind of "phòng" in "phòng chị", where it is no place."""
        kind = self._pronoun_before(at)
        place = self.scanner.names.low(self._whole_pronoun(at - 1) - 1) in {"ở", "tại", "trong", "của"}
        return kind if kind == nouns.COLLECTIVE and not place else None

    def _pronoun_before(self, at: int) -> str | None:
        """The kind of "xã" in "xã tôi", of "công ty" in "công ty chúng tôi"."""
        at -= self.scanner.names.low(at - 1) == "chúng"
        return self._pronoun_at(self._whole_pronoun(at - 1)) if at else None

    def _behind_the_verb(self, frame: Frame) -> int:
        """Where who receives stands: "tặng ông Huân chương …", "tặng Huân chương … cho ông"."""
        verb = self.items[frame.head]
        commends = words.COMMENDING.match(verb.text.split(), 0)[0] > 0
        to = [
            item.end
            for item in self.items[frame.head : frame.end]
            if item.code == codes.TO or (commends and item.text == "của")
        ]
        return to[0] if to and not self._pronoun_at(verb.end) else verb.end

    def _somebody(self, at: int) -> str | None:
        """ "cho tài xế cứu 3 học sinh": one whose name is not said."""
        names = self.scanner.names
        someone = max(
            names.phrase(at, nouns.RANKS), names.counted_noun(at) if names.low(at) in _YOUNG else at
        )
        return INDIVIDUAL if someone > at and not self._tells_a_rule() else None

    def _tells_a_rule(self) -> bool:
        names = self.scanner.names
        return any(
            names.phrase(at, words.RULES) > at
            and not (names.low(at) == "thì" and names.low(at - 1).isdigit())
            for at in range(len(self.tokens))  # "ai đạt thì được tặng", not "đến năm 2020 thì được tặng"
        )

    def _says(self, table: Phrases) -> bool:
        names = self.scanner.names
        return any(names.phrase(at, table) > at for at in range(len(self.tokens)))

    def _pronoun_of_the_sentence(self, frame: Frame) -> tuple[str | None, int]:
        """ "Đơn vị 2 lần được công nhận …; 5 lần được …": the one of whom the whole sentence tells."""
        spoken_of = frame.passive is not None or self.items[frame.head].code == codes.RECEIVE
        others = any(
            item.code in RECIPIENTS and self.items[place - 1].text not in {"có", "với", "của"}
            for place, item in enumerate(self.items[: frame.start])
        )
        if not spoken_of or others:
            return None, -1
        for place in range(frame.start - 1, -1, -1):
            before = self.items[place - 1]
            opens = not place or before.code in {",", ";", ":", codes.YEAR}
            opens = opens or before.text in words.CLAUSE_OPENERS | {
                "liền",
                "tục",
                "nào",
            }  # "Nhiều năm liền công ty"
            if opens and (kind := self._pronoun_at(self.items[place].start)):
                generic = self.items[place + 1].text == "nào" or self._tells_a_rule()
                return (None, -1) if generic else (kind, self.items[place].start)
        return None, -1

    def _pronoun_behind(self, frame: Frame) -> str | None:
        """ "Được tặng 2 Huân chương …, đơn vị luôn …": a fronted verb has its subject behind."""
        place = frame.groups[-1].end
        fronted = frame.passive == 0 and place + 2 < len(self.items) and self.items[place].code == ","
        return self._pronoun_at(self.items[place + 1].start) if fronted else None

    def _pronoun_at(self, at: int) -> str | None:
        lows = self.scanner.names.lows
        if (somebody := kinds.unnamed_person(lows, at)) > at:
            return None if self.scanner.names.capital(somebody) else INDIVIDUAL
        if at and (
            lows[at : at + 2] == ["hộ", "sinh"] or tuple(lows[at - 1 : at + 1]) in nouns.NO_HEADS_BEHIND
        ):
            return None
        end, kind = nouns.PRONOUNS.match(lows, at)
        if nouns.AUTHORITY_HEADS.match(lows, at)[0] > end > at:
            return INDIVIDUAL  # "Đội trưởng"
        return kind if end >= nouns.NOT_HEADS.match(lows, at)[0] else None  # "hội nghị", "trường hợp"
