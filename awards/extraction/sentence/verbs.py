"""The verbs of a sentence, and when a word that looks like one is none."""

from awards.extraction.language import words
from awards.extraction.sentence.counting import Counting
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

_PRAISING = {"ghi", "biểu", "động", "khích", "tôn", "tri", "khen", "kịp", "vinh"}
# "gắn bó với biên giới", "trao đổi kinh nghiệm", "thưởng thức": what only begins like a verb of giving.
_OTHER_VERBS = {
    *(("gắn", behind) for behind in ("bó", "liền", "với", "kết", "chặt")),
    *(("trao", behind) for behind in ("đổi", "quyền", "truyền", "gửi")),
    *(("thưởng", behind) for behind in ("thức", "ngoạn", "xuyên")),
}
# "yêu cầu Trạm A giữ vững", "đang dốc sức giữ vững", "hứa": what is to be kept.
_EFFORTS = {"cầu", "nghị", "sức", "lực", "hứa", "gắng", "nhiệm", "lời"}
# "Trạm A vinh dự khi được tặng …": told, not wished.
_FEELINGS = {"hào", "dự", "động", "phúc", "mừng", "vui", "khởi", "ngờ"}


class Verbs(Counting):
    """Reads verbs out of one sentence."""

    def _verb_of(self, found: list[Item]):
        def read(at: int) -> Item | None:
            if self.names.capital(at) and at > 0 and self.names.low(at - 1) not in {"“", "-", "–", ":", "."}:
                return None
            for code, table in _VERBS:
                end = self.names.phrase(at, table)
                if end > at and self._fits(code, at, end):
                    return Item(code, at, end, text=" ".join(self.names.lows[at:end]))
            return None

        return read

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
            if self.names.low(place) in {"bằng", "với"} and self.forms.opens(place + 1):
                return True
        return False

    def _fits(self, code: str, at: int, end: int) -> bool:
        before, after = self.names.low(at - 1), self.names.low(end)
        if code == RECEIVE and self.names.lows[at:end] == ["giữ", "vững"]:
            told = not _EFFORTS & set(self.names.lows[max(at - 20, 0) : at])
            return told and self.forms.opens(end)
        if code == RECEIVE:
            if before == "lễ" and set(self.names.lows[max(at - 3, 0) : at - 1]) & _AT_WHICH:
                return False  # "phát biểu tại lễ đón nhận Huân chương của đơn vị"
            again = before == "tiếp" and self.names.low(at - 2) == "liên"  # "liên tiếp đạt"
            other_verb = before in words.NOT_RECEIVE_AFTER and not self.names.capital(at - 1)
            return (again or not other_verb) and after not in {
                "xét",
                "định",
                "thức",
                "diện",
            }
        if code == PROPOSE:
            other_noun = before in {
                "chương",
                "quá",
                "công",
                "quy",
                "lộ",
                "giáo",
                "tường",
                "hành",
                "tiến",
                "chu",
            }
            narrated = self.names.low(at) == "trình" and (other_noun or after in {"diễn", "bày", "độ"})
            follows = before in words.NOT_PROPOSE_AFTER and (before != "xét" or after == "của")
            if before == "sở" and after != "của":
                follows = self.names.low(at - 3) == "trên"  # not "9 công đoàn cơ sở đề nghị …"
            return not follows and not narrated
        if code == AIM and self.names.lows[at:end] == ["thẩm", "quyền"]:
            return self.names.phrase(end, words.GIVE) > end and before != "có"
        if code == AIM and at == 0 and self.names.lows[at:end] == ["xứng", "đáng"]:
            return after != "với"  # "Xứng đáng với những cống hiến đó, A được tặng …"
        if code == AIM:
            return before not in {"nỗ", "lực", "tinh", "sự", "quá", "trào"} and not (
                self.names.low(at) == "thi"
                and before
                in {
                    "khối",
                    "cụm",
                    "bình",
                    "phong",
                    "trào",
                    "cờ",
                    "sĩ",
                    "sỹ",
                    "công",
                    "tác",
                    "về",
                    "đợt",
                    "hiệu",
                    "đồng",
                    "ban",
                }
            )
        if code == GIVE:
            if words.COMMENDING.match(self.names.lows, at)[0] == end:
                return self._commends_by_a_form(end) or (
                    "hình thức" in " ".join(self.names.lows[end : end + 30])
                    and before not in {",", "-", "–", "đua", "và", "được"}
                )
            if (self.names.low(end - 1), after) in _OTHER_VERBS:
                return False
            if before == "xét" and self.names.low(at - 2) in {"đợt", "lần", "kỳ", "diện", "việc"}:
                return False  # "qua 15 đợt xét tặng, …"
            if self.names.lows[at:end] in (["cấp"], ["gửi"], ["gắn"], ["tuyên", "dương"]):
                return bool(self.forms.at(end))  # "cấp Bằng “Tổ quốc ghi công”", not "gắn bó"
            if self.names.lows[at:end] == ["ghi", "công"]:
                return after in {":", "bằng"}
            if after[:1].isdigit() and self.names.low(end + 1) in {"triệu", "nghìn", "ngàn", "tỷ", "đồng"}:
                return False  # "thưởng 20 triệu đồng"
            return (
                after not in {"hoa", "quà", "đổi"}
                and not (self.names.low(at) == "phong" and after in {"trào", "cách", "phú", "tỏa"})
                and not (self.names.low(at) == "thưởng" and before in {"khen", "phần", "giải", "tiền", "ghi"})
                and not (self.names.low(at) == "thưởng" and after in {"nóng", "tiền", "thêm", "kèm"})
            )
        if self.names.low(at) == "%":
            of_whom = end + (after == "số")
            verb = after in {"được", "đạt"}  # "15% đạt Chiến sĩ thi đua cơ sở"
            return verb or self.names.counted_noun(of_whom) > of_whom
        if code == NOT:
            return after not in {"ngừng", "những", "chỉ", "nhỏ", "gian", "chuyên", "quân", "vận", "lưu"}
        if code == HOPE and self.names.lows[at:end] == ["để"] and before in {"", ",", ";"}:
            return after not in _PRAISING  # "Để ghi nhận đóng góp của A, B đã tặng …"
        if code == HOPE and self.names.lows[at:end] == ["để"]:
            return after not in {"chứng", "chào", "mừng", "nghe"}  # "có mặt để chứng kiến A đón nhận …"
        if code == HOPE and self.names.low(at) == "trường":
            return at == 0 or before in {".", ";", "–", "-", "“"}
        if code == HOPE and self.names.low(at) == "khi":
            told = self.names.capital(at - 1) or before in _FEELINGS
            return not told and before not in {"sau", "từ", "ngay", "kể"}
        if code == HOPE and self.names.lows[at:end] == ["mong"]:
            return before != "ngoài" and after not in {"đợi", "chờ", "mỏi"}
        if code == HOPE and self.names.lows[at:end] == ["nếu"]:
            return after != "như"  # "Nếu như năm 2018 có …": a comparison
        if code == REVOKE:
            return before not in {"không"}
        return True
