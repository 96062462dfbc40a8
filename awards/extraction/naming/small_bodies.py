"""Bodies without a proper name right behind the head: by a level, a field, a number."""

from awards.extraction.language import nouns
from awards.extraction.naming import surnames
from awards.extraction.naming.going_on import SCHOOLS, GoingOn

_LONGEST_SORT = 3  # "tổ sản xuất số 4"


class SmallBodies(GoingOn):
    """Asks what such a body is known by."""

    def _closed_by_a_level(self, at: int, head: int) -> int:
        """The place after "Bộ Chỉ huy quân sự tỉnh", a body by its field and its level, or `at`."""
        here = head
        while self.capital(at) and here < head + _LONGEST_SORT and self._common_word(here):
            level = self.phrase(here, nouns.LEVELS)
            if level > here > head and (level == len(self.tokens) or not self._common_word(level)):
                return level
            here += 1
        return at

    def _behind_fields(self, head: int) -> int:
        """The place of the proper name behind "dệt may", "y tế huyện", what a head in lower case is of, or 0."""
        here = head
        while (step := max(self.phrase(here, nouns.FIELDS), self.phrase(here, nouns.LEVELS))) > here:
            here = step
        person = self.low(here) in surnames.COMMONEST and self.low(head - 1) not in SCHOOLS
        return here if here > head and self.capital(here) and not person else 0

    def _of_a_number(self, head: int) -> int:
        """The place after "sản xuất số 4", "công tác 141" behind "tổ", or 0."""
        here = head
        while here < head + _LONGEST_SORT and self._common_word(here) and self.low(here) != "số":
            here += 1
        here += self.low(here) == "số"
        ends = here + 1 >= len(self.tokens) or not self.tokens[here + 1].is_word or self.stops(here + 1)
        numbered = here < len(self.tokens) and self.tokens[here].is_number and self._is_its_number(here)
        return here + 1 if numbered and ends else 0

    def _name_run(self, at: int, before_a_person: bool) -> int:
        if before_a_person and self.surname_run(at) - at > 2:
            return at  # "Phó Chủ tịch UBND xã Giàng A Mẫu"
        start = at
        while self.capital(at) and self.tokens[at].is_word:
            if before_a_person and at > start and self.surname_run(at):
                break  # "Chủ tịch UBND tỉnh Mẫu Hà Nguyễn Văn A"
            at += 1
        return at
