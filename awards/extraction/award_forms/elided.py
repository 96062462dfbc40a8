"""Forms of which only a part is printed, for the head was said before: a class, a level, who confers."""

from dataclasses import replace

from awards.extraction.award_forms.fighters import Fighters
from awards.extraction.award_forms.form import Form
from awards.extraction.language import kinds, words
from awards.extraction.language.numbers import read_number


class Elided(Fighters):
    """Completes what stands alone by the form that the sentence has named."""

    def _class_alone(self, at: int, here: int, count) -> list[Form]:
        """ "5 hạng Ba" later in a sentence that has named the order."""
        if (
            self.last_order is None
            or self.names.low(here) != "hạng"
            or self.names.low(here + 1) not in words.CLASSES
        ):
            return []
        order = replace(self.last_order, start=at, count=count, own_count=count is not None)
        return self._listed_classes(order, here + 1, first=here + 1)

    def _authority_alone(self, at: int) -> list[Form]:
        """ "Bằng khen của A cho 9 cá nhân, của B cho 4 tập thể": the head was said before."""
        end = self.authority(at) if self.names.low(at) == "của" else at
        shared_out = self.names.low(end) in {"cho", ":"} or self._is_behind_a_number(at, end)
        year = self._year_before(at) if self.names.low(end) in {"", ".", ";"} else None
        joined = self.names.low(at - 1) in {"và", ","} and self._is_dated(end)
        if self.last_carrier is None or end == at or not (shared_out or year or joined):
            return []
        head = self.last_carrier.text[: len(" ".join(self.last_carrier.head))]
        text = self.lexicon.expand(f"{head} {self.names.words(at, end)}")
        form = replace(self.last_carrier, text=text, start=at, end=end, count=None, has_authority=True)
        return [replace(form, year=year)]

    def _one_of_them(self, at: int, here: int, count) -> list[Form]:
        """ "hai Bằng khen: một của A, một của B": the head was said before, without who confers."""
        whole = self.last_carrier
        parts = self.names.low(at - 1) in {":", ",", "và", "("} and isinstance(count, int)
        if whole is None or not parts or self.names.low(here) != "của":
            return []
        end = self.authority(here)
        if end == here or (whole.has_authority and whole.by_law):
            return []
        whole.by_law = False
        head = whole.text[: len(" ".join(whole.head))]
        text = self.lexicon.expand(f"{head} {self.names.words(here, end)}")
        count = count if count > 1 or self.tokens[at].is_number else None
        return [replace(whole, text=text, start=at, end=end, count=count, has_authority=True, by_law=True)]

    def _is_dated(self, at: int) -> bool:
        """ "của A năm 2017 và của B năm 2019"."""
        return self.names.low(at) == "năm" and self.names.low(at + 1).isdigit()

    def _year_before(self, at: int) -> int | None:
        """ "…; năm 2013, của Bộ trưởng Bộ B.": the year of what is given by another."""
        year = self.names.low(at - 2)
        told = self.names.low(at - 1) == "," and self.names.low(at - 3) == "năm" and year.isdigit()
        return int(year) if told and len(year) == 4 else None

    def _is_behind_a_number(self, at: int, end: int) -> bool:
        """ "12 cá nhân được tặng Giấy khen của A, 8 cá nhân của Chủ tịch B": who confers on those counted."""
        another = self.names.low(end) == "và" and read_number(self.tokens, end + 1) is not None
        closed = another or self.names.low(end) in {"", ".", ",", ";", "”", '"', *words.WHY}
        stands_alone = self.names.office(at + 1) == end and closed
        numbers = (read_number(self.tokens, place) for place in range(max(at - 4, 0), at))
        counted = [kinds.kind_at(self.names.lows, number[1]) for number in numbers if number]
        return stands_alone and any(kind and noun == at for kind, noun in counted)

    def _the_same(self, at: int) -> list[Form]:
        """ "truy tặng danh hiệu này cho ông B": the title that was just named."""
        given = self.names.low(at - 1) in {"tặng", "trao"} and self.names.low(at + 3) == "cho"
        if self.last_title is None or not given or self.names.lows[at : at + 3] != ["danh", "hiệu", "này"]:
            return []
        return [replace(self.last_title, start=at, end=at + 3, count=None)]

    def _level_alone(self, at: int, here: int, count) -> list[Form]:
        """ "2 Chiến sĩ thi đua cấp Bộ, 5 cấp cơ sở", "38 cá nhân đạt cấp Bộ": the title was said before."""
        said = isinstance(count, int) or self.names.low(at - 1) == "đạt"
        if self.last_fighter is None or not said or self.names.low(here) not in {"cấp", "toàn"}:
            return []
        titled = self.last_fighter
        level, self.last_fighter = self._fighter(here, here), titled
        if level.end == here:
            return []
        title = " ".join(titled.text.split()[:4])
        text = self.lexicon.expand(f"{title} {level.text}")
        return [replace(level, text=text, start=at, count=count, own_count=isinstance(count, int))]
