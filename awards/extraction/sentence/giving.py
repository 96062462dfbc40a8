"""Verbs of giving: whether one gives an honour, or money, flowers, thanks."""

from awards.extraction.language import nouns, words
from awards.extraction.sentence.counting import Counting

# "gắn bó với biên giới", "trao đổi kinh nghiệm", "thưởng thức": what only begins like a verb of giving.
_OTHER_VERBS = {
    *(("gắn", behind) for behind in ("bó", "liền", "với", "kết", "chặt")),
    *(("trao", behind) for behind in ("đổi", "quyền", "truyền", "gửi")),
    *(("thưởng", behind) for behind in ("thức", "ngoạn", "xuyên")),
}
_NO_HONOURS = {"hoa", "quà", "đổi"}
_MONEY = {"triệu", "nghìn", "ngàn", "tỷ", "đồng"}
# "phong trào", "xung phong": nobody is raised to a title.
_BEFORE_PHONG = {"xung", "tiên"}
_BEHIND_PHONG = {"trào", "cách", "phú", "tỏa"}
# "phần thưởng", "thưởng nóng": a reward, not an honour.
_BEFORE_REWARD = {"khen", "phần", "giải", "tiền", "ghi"}
_BEHIND_REWARD = {"nóng", "tiền", "thêm", "kèm"}
# "qua 15 đợt xét tặng": how often it was considered.
_CONSIDERING = {"đợt", "lần", "kỳ", "diện", "việc"}
# These give an honour only where a form follows: "cấp Bằng “Tổ quốc ghi công”".
_BEFORE_A_FORM = {"cấp", "gửi", "gắn", "tuyên dương"}
_REWARDS = {"thưởng", "hiệu", "thức"}  # "phần thưởng", "danh hiệu", "hình thức"
_LONGEST_REWARDS = 9


class Giving(Counting):
    """Asks whether the words at hand give an honour."""

    def _is_giving(self, at: int, end: int) -> bool:
        after = self.names.low(end)
        if words.COMMENDING.match(self.names.lows, at)[0] == end:
            return self._commends_by_a_form(end) or self._commends_by_a_kind(at, end)
        if (self.names.low(end - 1), after) in _OTHER_VERBS or self._is_considered(at):
            return False
        verb = " ".join(self.names.lows[at:end])
        if verb in _BEFORE_A_FORM:
            return bool(self.forms.at(end))
        if verb == "ghi công":
            return after in {":", "bằng"}
        other = self._gives_money(end) or self._raises_nobody(at, end) or self._is_a_reward(at, end)
        gift = after in _NO_HONOURS and self.names.phrase(end, nouns.RANKS) == end  # not "tặng hoa hậu A"
        return not other and not gift

    def _commends_by_a_kind(self, at: int, end: int) -> bool:
        """ "khen thưởng 5 tập thể với hình thức …"."""
        told = "hình thức" in " ".join(self.names.lows[end : end + 30])
        return told and self.names.low(at - 1) not in {",", "-", "–", "đua", "và", "được"}

    def _commends_by_a_form(self, at: int) -> bool:
        """ "ghi nhận bằng Bằng khen", "ghi nhận công lao của ông A bằng Huân chương …"."""
        those = self._counted(at)
        if those and self.forms.opens(those.end):
            return True  # "được khen thưởng 2 tập thể Huân chương …"
        if self.names.low(at) == ":" or "được" in self.names.lows[max(at - 3, 0) : at]:
            at += self.names.low(at) in {":", "là"}
            return self.forms.opens(at) or self._names_what_by(at)
        counted = self._counted(at)
        return (counted is not None and self.forms.opens(counted.end)) or self._names_what_by(at)

    def _names_what_by(self, at: int) -> bool:
        for place in range(at, min(at + 20, len(self.tokens) - 1)):
            if self.names.low(place) in {",", ";", "."}:
                return False
            if self.names.low(place) in {"bằng", "với"} and self.forms.opens(self._behind_rewards(place + 1)):
                return True
        return False

    def _behind_rewards(self, at: int) -> int:
        """The place after the colon in "bằng nhiều phần thưởng cao quý: 3 Huân chương …", or `at`."""
        said = self.names.lows[at : at + _LONGEST_REWARDS]
        colon = said.index(":") if ":" in said else 0
        return at + colon + 1 if _REWARDS & set(said[:colon]) else at

    def _is_considered(self, at: int) -> bool:
        """ "qua 15 đợt xét tặng, …"."""
        return self.names.low(at - 1) == "xét" and self.names.low(at - 2) in _CONSIDERING

    def _gives_money(self, end: int) -> bool:
        """ "thưởng 20 triệu đồng"."""
        return self.names.low(end)[:1].isdigit() and self.names.low(end + 1) in _MONEY

    def _raises_nobody(self, at: int, end: int) -> bool:
        within = self.names.low(end) in _BEHIND_PHONG or self.names.low(at - 1) in _BEFORE_PHONG
        return self.names.low(at) == "phong" and within

    def _is_a_reward(self, at: int, end: int) -> bool:
        reward = self.names.low(at - 1) in _BEFORE_REWARD or self.names.low(end) in _BEHIND_REWARD
        return self.names.low(at) == "thưởng" and reward
