"""The year of an award, which is not that of a meeting, a period or the day of presentation."""

from itertools import pairwise

from awards.extraction.award_forms.form import Form
from awards.extraction.framing.frame import HEADS, RECIPIENTS, Frame, Group
from awards.extraction.language import words
from awards.extraction.sentence import item as codes
from awards.extraction.statements.told import Told

_ONE_YEAR = 2  # tokens: "năm 2018"
_SUMMING = {"tính", "chung", "riêng", "chỉ", "tổng", "cộng", "cả", "trong"}


class Years(Told):
    """Finds the year beside the form, the names, or at the head of the clause."""

    def _year(self, frame: Frame, group: Group, form: Form) -> int | None:
        own = form.year or group.year or self._decided_in(frame)
        return own or (None if self._runs_for_years(group) else self._sentence_year(frame))

    def _runs_for_years(self, group: Group) -> bool:
        """ "năm 2020, ông …; gia đình ông được công nhận Gia đình văn hóa 10 năm liền": the form's own time."""
        behind = range(group.end, min(group.end + 3, len(self.items) - 1))
        return any(self._is_a_period(place) and self.items[place - 1].text[:1].isdigit() for place in behind)

    def _decided_in(self, frame: Frame) -> int | None:
        """ "tặng … cho 5 tập thể theo Quyết định số 12 ngày 5/6/2018"."""
        for place in range(frame.head, frame.end):
            if self.items[place].code == codes.DATE and self._was_decided(place, place):
                return self.items[place].year
        return None

    def _was_decided(self, date: int, head: int) -> bool:
        """ "Ngày 5/6/2018, Chủ tịch nước ký quyết định tặng …", "tại Quyết định số 12 ngày 5/6/2018"."""
        said = [item.text for item in self.items[max(date - 12, 0) : head]]
        return ("quyết", "định") in pairwise(said)

    def _is_a_period(self, place: int) -> bool:
        """ "5 năm liền", "3 năm liên tục"."""
        years_running = [item.text for item in self.items[place : place + 2]] in (
            ["năm", "liền"],
            ["năm", "liên"],
        )
        return years_running and self.items[place - 1].text != "các"

    def _opens_a_clause(self, place: int) -> bool:
        """ "cuối năm 2021, …", "cũng trong năm 2021, …", but "đến năm 2021, A đã có …" is a state."""
        into = self.items[place].text
        if into not in words.INTO_A_YEAR or (into in {"đến", "tới"} and place == 0 and self._tells_a_state()):
            return False
        return place <= 1 or self.items[
            place - (self.items[place - 1].text in {"cũng", "ngay"}) - 1
        ].code in {",", ";", ":"}

    def _joins_a_clause(self, place: int) -> bool:
        """ "…, còn năm 2015 …", "…, đồng thời năm 2015 …"."""
        said = [item.text for item in self.items[max(place - 2, 0) : place + 1]]
        return said[1:] in ([",", "còn"], [",", "rồi"]) or said == [",", "đồng", "thời"]

    def _sums_up(self, place: int) -> bool:
        """ "Tính chung năm 2022, …", "Chỉ riêng trong năm 2022, …"."""
        return 0 < place < 5 and all(item.text in _SUMMING for item in self.items[:place])

    def _heads_a_list(self, place: int) -> bool:
        """ "Toàn trường năm 2018: 56 giáo viên đạt …": but not the year of a meeting."""
        before = self.items[:place]
        told = any(
            item.code in {codes.FORMS, *HEADS} or item.text in {"kết", "nghị", "lễ", "hội"} for item in before
        )
        return self.items[place + 1].code == ":" and not told

    def _tells_a_state(self) -> bool:
        """ "Đến năm 2021, A đã có …": what stood then, not what was given; but "Đến năm 2021, ông được …"."""
        verb = next((place for place, item in enumerate(self.items) if item.code in HEADS), 0)
        return any(item.text in {"đã", "có"} or item.code == codes.COUNTED for item in self.items[:verb])

    def _sentence_year(self, frame: Frame) -> int | None:
        """A year that the sentence, or the clause before the verb, begins with."""
        depth = 0
        for place in range(frame.head - 1, -1, -1):
            item = self.items[place]
            depth += {")": 1, "(": -1}.get(item.code, 0)
            if item.code == codes.DATE and not depth and self._was_decided(place, frame.head):
                return item.year
            parted = any(one.code in {",", ";"} for one in self.items[place : frame.head])
            if self._is_a_period(place) and not parted:
                return None  # "5 năm liền đạt danh hiệu …": the verb's own time
            if item.text == "sau" and self.items[place - 1].text == "năm":
                return None  # "năm 2009, A được …; mười năm sau, B được …"
            if item.text in words.NOW and self.items[place - 1].text in words.NOW[item.text]:
                return None  # "…; đầu năm nay, trung tâm được …"
            if item.text == "năm" and item.end - item.start > _ONE_YEAR and not depth:
                return None  # "năm 2017, A được …; hai năm 2018 và 2019, A đạt …"
            if item.code != codes.YEAR or depth:
                continue
            opens = (
                place == 0
                or self.items[place - 1].code in {",", ";", ":", "v"}
                or self._opens_a_clause(place - 1)
                or self.items[place - 1].text in words.CLAUSE_OPENERS
                or self._joins_a_clause(place - 1)
                or self._heads_a_list(place)
                or self._sums_up(place)
                or (self.items[place - 2].text == "đợt" and place == 2)
                or (
                    self.items[place + 1].code == ":"
                    and self.items[place - 1].text in {"quả", "trong", "riêng"}
                )
            )
            opens = opens or (place == 1 and self.items[2].text == "có")  # "Thị xã A năm 2020 có 96 hộ đạt"
            of_a_clause = place > 0 and self.items[place - 1].code == ";"
            if of_a_clause and any(one.code == ";" for one in self.items[place : frame.head]):
                return None  # "năm 2006, A được …; năm 2015 được …; B được …": that of the clause between
            parted = any(one.code == ";" for one in self.items[place : frame.head])
            if parted and any(one.code in {*RECIPIENTS, *HEADS} for one in self.items[:place]):
                return None  # "A cố gắng, năm 2018 được …; B được …": not that of another clause
            heading = self.items[0].text in {"kết", "thành"} and not any(
                one.code == codes.FORMS for one in self.items[:place]
            )
            if heading and any(one.code == ":" for one in self.items[place + 1 : place + 6]):
                return item.year  # "Kết quả thi đua năm 2020 của Cục: …"
            beside = self.items[max(place - 2, 0) : place]
            if beside[-1:] and beside[-1].code != ";" and any(one.code == codes.YEAR for one in beside):
                return None  # two years share one verb
            beside = self.items[place - 1].code in RECIPIENTS and place - 1 in frame.subject
            return (
                item.year
                if opens or beside or self.items[place - 1].text in {"-", "–", "đó", "riêng"}
                else None
            )
        return None
