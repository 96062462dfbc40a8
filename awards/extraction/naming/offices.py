"""Offices with the body that they are in: "Bộ trưởng Bộ Tài chính", "Trưởng phòng Nghiệp vụ"."""

from awards.extraction.language import nouns
from awards.extraction.naming import surnames
from awards.extraction.naming.bodies import Bodies

_NUMBERED_PLACES = {"phố", "thôn", "xóm", "ấp", "khóm", "bản", "khu", "cư"}


class Offices(Bodies):
    """Where the name of an office ends."""

    def office(self, at: int) -> int:
        """The place after an office with its body, "Bộ trưởng Bộ Tài chính", or `at`."""
        end = self._office_with_a_name(at)
        for place in range(at + 1, end - 2):
            of_a_person = self.surname_run(place) == end
            if self.is_a_nameless_school(self.phrase(at, nouns.AUTHORITY_HEADS), place):
                continue  # "Hiệu trưởng Trường THPT Nguyễn Văn A"
            if of_a_person and not self.is_rather_a_place(place):
                return place  # "Chủ tịch UBND tỉnh Nguyễn Văn A"
        return end

    def _office_with_a_name(self, at: int) -> int:
        deputy = at + (self.low(at) in {"phó", "quyền"} and self.phrase(at, nouns.AUTHORITY_HEADS) == at)
        end = self.phrase(deputy, nouns.AUTHORITY_HEADS)
        if self.phrase(deputy, nouns.ORGANISATION_HEADS) > end:
            return at  # "Đại sứ quán"
        headed = self.head(deputy + 1)
        if end == deputy and self.low(deputy) == "trưởng" and headed > deputy + 1:
            return max(self.body(deputy + 1, before_a_person=True), headed)  # "Trưởng Văn phòng đại diện A"
        if end == deputy:
            return at
        if self.low(end - 1) in _NUMBERED_PLACES and self._numbered(end):
            return end + 1 + (self.low(end) == "số")  # "Tổ trưởng tổ dân phố 5"
        if self.lows[end : end + 2] == ["nhà", "trường"]:
            return end + 2  # "Hiệu trưởng nhà trường"
        alone = self.head(end)
        place = self.phrase(end, nouns.PLACE_HEADS) > end
        sure = self.low(alone) in surnames.COMMONEST and self.surname_run(alone)
        if alone > end and sure and not place and not self.capital(end):
            return alone  # "Chủ tịch công đoàn Lê A"
        after = self.body(end, before_a_person=True)
        if after == end and not self.capital(end) and (own := self._own_body(end)) > end:
            return own
        if after > end or not self.capital(end) or self.surname_run(end) or self.low(end - 1) == "sứ":
            end = max(after, end)
            level = self.phrase(end, nouns.LEVELS)  # "Phó Trưởng đoàn đại biểu Quốc hội tỉnh"
            named = not self.capital(level) or self.surname_run(level) - level > 2
            return level if level > end and named else end  # "Trưởng Công an xã Lê Văn A"
        here = end  # "Trưởng phòng Nghiệp vụ": the body is in the title itself
        while here < len(self.tokens) and not self.surname_run(here) and (step := self._goes_on(here, at)):
            here += step
        return here

    def _own_body(self, at: int) -> int:
        """The place after "bệnh viện" in "được Giám đốc bệnh viện tặng", "công đoàn ngành", or `at`."""
        head = self.head(at)
        end = max(
            self.phrase(place, table) for place in (at, head) for table in (nouns.WITHIN_WHICH, nouns.LEVELS)
        )
        return end if end > at and (end == len(self.tokens) or self.stops(end)) else at
