"""Hopes, aims and conditions: whether the words at hand leave open what was given."""

from itertools import pairwise

from awards.extraction.language import words
from awards.extraction.sentence.counting import Counting

# "Để ghi nhận đóng góp của A, B đã tặng …": why, not what for.
_PRAISING = {"ghi", "biểu", "động", "khích", "tôn", "tri", "khen", "kịp", "vinh"}
# "có mặt để chứng kiến A đón nhận …"
_ATTENDING = {"chứng", "chào", "mừng", "nghe"}
# "Trạm A vinh dự khi được tặng …": told, not wished.
_FEELINGS = {"hào", "dự", "động", "phúc", "mừng", "vui", "khởi", "ngờ"}
_SINCE = {"sau", "từ", "ngay", "kể"}
_TELLING = {"kể", "nói", "thấy"}
_OPENING = {".", ";", "–", "-", "“"}
_REACHED = {"%", "vượt", "thành", "xong"}
# "nỗ lực phấn đấu", "sự cố gắng": efforts that were made.
_EFFORTS_MADE = {"nỗ", "lực", "tinh", "sự", "quá", "trào"}
# "khối thi đua", "phong trào thi đua", "Chiến sĩ thi đua": what is called so.
_BEFORE_EMULATION = set("quan khối cụm bình phong trào cờ sĩ sỹ công tác về đợt hiệu đồng ban".split())
_VOTING = {
    ("biểu", "quyết"),
    ("nhất", "trí"),
    ("tán", "thành"),
    ("bỏ", "phiếu"),
    ("đồng", "ý"),
    ("thống", "nhất"),
}


class Hoping(Counting):
    """Asks whether a hope, aim or condition is one."""

    def _is_hoping(self, at: int, end: int) -> bool:
        ask = {
            "%": self._is_a_rate,
            "để": self._is_a_purpose,
            "trường hợp": self._opens_a_case,
            "khi được": self._is_a_condition,
            "mong": self._is_a_wish,
            "nếu": self._is_no_comparison,
        }.get(" ".join(self.names.lows[at:end]))
        return ask is None or ask(at, end)

    def _is_a_rate(self, _at: int, end: int) -> bool:
        """ "98% hộ", "15% đạt Chiến sĩ thi đua cơ sở"."""
        after = self.names.low(end)
        of_whom = end + (after == "số")
        if _VOTING & set(pairwise(self.names.lows[of_whom : of_whom + 6])):
            return False  # "100% thành viên nhất trí đề nghị tặng …"
        return after in {"được", "đạt"} or self.names.counted_noun(of_whom) > of_whom

    def _is_a_purpose(self, at: int, end: int) -> bool:
        opens = self.names.low(at - 1) in {"", ",", ";"}
        to_receive = self.names.low(at - 1) == "lên"  # "được xướng tên lên để nhận Bằng khen"
        return not to_receive and self.names.low(end) not in (_PRAISING if opens else _ATTENDING)

    def _opens_a_case(self, at: int, _end: int) -> bool:
        return at == 0 or self.names.low(at - 1) in _OPENING

    def _is_a_condition(self, at: int, _end: int) -> bool:
        before = self.names.low(at - 1)
        told = self.names.capital(at - 1) or bool(_FEELINGS & set(self.names.lows[max(at - 2, 0) : at]))
        return not told and before not in _SINCE

    def _is_a_wish(self, at: int, end: int) -> bool:
        return self.names.low(at - 1) != "ngoài" and self.names.low(end) not in {"đợi", "chờ", "mỏi"}

    def _is_no_comparison(self, _at: int, end: int) -> bool:
        return self.names.low(end) != "như"  # "Nếu như năm 2018 có …"

    def _is_aiming(self, at: int, end: int) -> bool:
        before, aim = self.names.low(at - 1), " ".join(self.names.lows[at:end])
        if aim == "thẩm quyền":
            return self.names.phrase(end, words.GIVE) > end and before != "có"
        if aim == "xứng đáng" and at == 0:
            return self.names.low(end) != "với"  # "Xứng đáng với những cống hiến đó, A được tặng …"
        if aim == "có thể" and self.names.low(end) in _TELLING:
            return False  # "Có thể kể đến Huân chương …"
        called = self.names.low(at) == "thi" and before in _BEFORE_EMULATION
        return not called and before not in _EFFORTS_MADE and not self._is_reached(at, aim)

    def _is_reached(self, at: int, aim: str) -> bool:
        """ "đạt 118% chỉ tiêu và được tặng", "hoàn thành mục tiêu đề ra, được tặng": what was aimed at is done."""
        before = set(self.names.lows[max(at - 5, 0) : at])
        return aim in {"chỉ tiêu", "mục tiêu"} and bool(before & _REACHED)
