"""Where another name, number of recipients or form begins, and the one before it ends."""

from awards.extraction.language import kinds, nouns
from awards.extraction.naming.runs import Runs


class Others(Runs):
    """Asks whether something else begins."""

    def _opens_another(self, at: int) -> bool:
        """Whether another name, number of recipients or form begins here."""
        if self.head(at) > at or self.surname_run(at) or self._is_a_person_named(at):
            return True
        if any(self.phrase(at, table) > at for table in (nouns.FORM_OPENINGS, nouns.AUTHORITY_HEADS)):
            return True
        said = max(
            self.counted_noun(at),
            *(self.phrase(at, table) for table in (nouns.FORMS_OF_ADDRESS, nouns.RANKS)),
        )  # "thương binh", "Thương binh Nguyễn Văn A", not "Thương binh và Xã hội"
        named = said + (self.low(said) == ".")  # "và ThS. Lê Văn A"
        if self.low(said) == "," and self.phrase(said + 1, nouns.RANKS) > said + 1:
            named = self.phrase(said + 1, nouns.RANKS)  # "và Giáo sư, Tiến sĩ Lê Văn A"
        return said > at and (not self.capital(at) or bool(self.surname_run(named)))

    def _is_a_person_named(self, at: int) -> bool:
        """ "… và điều tra viên Lê Vụ", "… và nhà điêu khắc Đinh Y Mẫu"."""
        kind, end = kinds.kind_at(self.lows, at)
        if kind != kinds.INDIVIDUAL and self.capital(at):
            return False  # "Giám đốc Sở Giáo dục và Đào tạo Lê Văn A"
        shortest = 2 if kind == kinds.INDIVIDUAL else 3
        for place in range(max(end, at + 1), at + 5):
            if self.surname_run(place) - place >= shortest:
                return True
            if not self._common_word(place) or self.capital(place):
                return False
        return False
