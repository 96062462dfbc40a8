"""The verbs of a sentence, and when a word that looks like one is none."""

from awards.extraction.language import nouns, words
from awards.extraction.sentence.giving import Giving
from awards.extraction.sentence.hoping import Hoping
from awards.extraction.sentence.item import AIM, GIVE, HOPE, LIST, NOT, PROPOSE, RECEIVE, REVOKE, Item

_VERBS = (
    (REVOKE, words.REVOKE),
    (GIVE, words.GIVE),
    (RECEIVE, words.RECEIVE),
    (PROPOSE, words.PROPOSE),
    (HOPE, words.HOPES),
    (AIM, words.AIMS),
    (NOT, words.NOT),
    (LIST, words.LISTS),
)
_AT_WHICH = {"tại", "trong", "dự", "sau", "trước", "về", "nhân", "ở", "cho"}
# "yêu cầu Trạm A giữ vững", "đang dốc sức giữ vững", "hứa": what is to be kept.
_EFFORTS = {"cầu", "nghị", "sức", "lực", "hứa", "gắng", "nhiệm", "lời"}
# "nhận xét", "nhận định", "nhận phụng dưỡng 5 Bà mẹ Việt Nam anh hùng": nothing is received.
_BEHIND_OTHERS = {"xét", "định", "thức", "diện", "phụng", "nuôi", "đỡ", "chăm"}
# "chương trình", "quá trình": nouns that only end like the verb.
_BEFORE_TRINH = {"chương", "quá", "công", "quy", "lộ", "giáo", "tường", "hành", "tiến", "chu"}
_BEHIND_TRINH = {"diễn", "bày", "độ"}
# "không ngừng", "không những", "không quân": nothing is denied.
_BEHIND_NOT = {"ngừng", "những", "chỉ", "nhỏ", "gian", "chuyên", "quân", "vận", "lưu"}


class Verbs(Giving, Hoping):
    """Reads verbs out of one sentence."""

    def _verb_of(self, found: list[Item]):
        asked = {
            REVOKE: self._is_revoking,
            GIVE: self._is_giving,
            RECEIVE: self._is_receiving,
            PROPOSE: self._is_proposing,
            HOPE: self._is_hoping,
            AIM: self._is_aiming,
            NOT: self._is_denying,
        }

        def read(at: int) -> Item | None:
            if self.names.capital(at) and at > 0 and self.names.low(at - 1) not in {"“", "-", "–", ":", "."}:
                return None
            rank = self.names.phrase(at, nouns.RANKS)  # "hướng dẫn viên", not "hướng dẫn"
            for code, table in _VERBS:
                end = self.names.phrase(at, table)
                if end > max(at, rank - 1) and (code not in asked or asked[code](at, end)):
                    return Item(code, at, end, text=" ".join(self.names.lows[at:end]))
            return None

        return read

    def _is_revoking(self, at: int, _end: int) -> bool:
        return self.names.low(at - 1) != "không"

    def _is_denying(self, _at: int, end: int) -> bool:
        return self.names.low(end) not in _BEHIND_NOT

    def _is_receiving(self, at: int, end: int) -> bool:
        if self.names.lows[at:end] == ["giữ", "vững"]:
            told = not _EFFORTS & set(self.names.lows[max(at - 20, 0) : at])
            return told and self.forms.opens(end)
        if self._names_the_meeting(at):
            return False
        before = self.names.low(at - 1)
        again = before == "tiếp" and self.names.low(at - 2) == "liên"  # "liên tiếp đạt"
        other_verb = before in words.NOT_RECEIVE_AFTER and not self.names.capital(at - 1)
        return (again or not other_verb) and self.names.low(end) not in _BEHIND_OTHERS

    def _names_the_meeting(self, at: int) -> bool:
        """ "phát biểu tại lễ đón nhận Huân chương của đơn vị"."""
        near = set(self.names.lows[max(at - 3, 0) : at - 1]) if self.names.low(at - 1) == "lễ" else set()
        return bool(near & _AT_WHICH)

    def _is_proposing(self, at: int, end: int) -> bool:
        before, after = self.names.low(at - 1), self.names.low(end)
        if before == "sở" and after != "của":
            follows = self.names.low(at - 3) == "trên"  # not "9 công đoàn cơ sở đề nghị …"
        else:
            follows = before in words.NOT_PROPOSE_AFTER and (before != "xét" or after == "của")
        return not follows and not self._narrates(at, end)

    def _narrates(self, at: int, end: int) -> bool:
        """ "chương trình", "trình bày": nothing is laid before anybody."""
        told = self.names.low(at - 1) in _BEFORE_TRINH or self.names.low(end) in _BEHIND_TRINH
        return self.names.low(at) == "trình" and told
