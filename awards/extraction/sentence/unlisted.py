"""Bodies that no listed noun heads: enterprises by their letters, places by their names alone, and bodies of their own kind."""

from awards.extraction.language import kinds, nouns
from awards.extraction.language.nouns import COLLECTIVE
from awards.extraction.naming import surnames
from awards.extraction.naming.name import Name
from awards.extraction.sentence.item import NAMED, TO, Item
from awards.extraction.sentence.lists import Lists

SHORTEST_ACRONYM = 3
NO_ENTERPRISES = {"HĐQT", "QNCN", "CNCH", "HTX", "SEA", "OCOP"}
_CLOSING = {"và", "được", "vinh", "đã", "vừa", "đón", "nhận", "đạt"}
_THINGS = set(
    "công tác bài bộ chương cuộc cuốn cầu danh dự đề giải hội kỷ lễ mô năm ngày nghề phong sáng sản tháng vở".split()
)
_TIMES = {"lần", "năm"}
_LONGEST = 10


class Unlisted(Lists):
    """Reads such bodies where a recipient may stand."""

    def _enterprise_or_place(self, at: int) -> Item | None:
        here = at + 2 * (self.names.lows[at : at + 2] == ["tập", "thể"])
        if here >= len(self.tokens) or self._is_of_a_number(at):
            return None
        end = self._acronym(here) or self._bare_place(at)
        if not end:
            return None
        name = self.names.with_superiors(Name(COLLECTIVE, self.names.words(here, end), at, end), here)
        return Item(NAMED, at, name.end, name=name, text=name.name)

    def _acronym(self, at: int) -> int:
        """The place after "VNPT Mẫu Hà": an enterprise is known by its letters, with a place behind them."""
        text = self.tokens[at].text
        brand = len(text) > 1 and text.isupper() and self.names.has_several_syllables(at + 1)
        if self._is_foreign(at) or brand:  # "LG Display"
            after = at + 1 + self._is_numbered(at + 1)
            branch = self.names.body(after)
            level = self.names.phrase(after, nouns.LEVELS)
            if level > after and self._is_closed(level):
                return level  # "MobiFone tỉnh"
            return branch if branch > after else max(self.names.any_run(after, of_a_place=True), after)
        numbered = at + 1 < len(self.tokens) and self.tokens[at + 1].is_number
        if len(text) >= SHORTEST_ACRONYM and text.isupper() and numbered and self.names.adheres(at + 1):
            return at + 2  # "VTV8"
        if self._is_known_by_letters(at):
            return at + 1
        if len(text) < SHORTEST_ACRONYM or not text.isupper() or self.names.low(at + 1) in surnames.SURNAMES:
            return 0
        branch = self.names.body(at + 1)
        end = branch if branch > at + 1 else self.names.any_run(at + 1, of_a_place=True)
        titled = text in NO_ENTERPRISES or self.names.phrase(at, nouns.RANKS) > at
        shortest = at + 2 + (len(text) == SHORTEST_ACRONYM)  # "VNPT Mẫu", "FPT Mẫu Hà"
        return end if end >= shortest and not titled else 0

    def _is_known_by_letters(self, at: int) -> bool:
        """ "TTXVN được", "cho PTSC và Cục A": letters alone, where a name may begin and nothing follows."""
        text = self.tokens[at].text
        others = NO_ENTERPRISES | kinds.SHORTENED.keys() | self.forms.lexicon.abbreviations.keys()
        body = len(text) > SHORTEST_ACRONYM and text.isupper() and text not in others
        return body and self._may_open(at) and self._is_closed(at + 1)

    def _is_numbered(self, at: int) -> bool:
        """ "Lilama 69 Mẫu", "Vinaconex 9 được", not "Vinamilk 5 lần được"."""
        if at >= len(self.tokens) or not self.tokens[at].text.isdigit() or self.names.low(at + 1) in _TIMES:
            return False
        return self.names.capital(at + 1) or self._is_closed(at + 1)

    def _bare_place(self, at: int) -> int:
        """The place after "Mẫu Hà" in "Mẫu Hà được tặng Huân chương …": a province is called by its name alone."""
        opens = at == 0 or self.names.low(at - 1) in {",", ";", ":", "•"}
        end = self.names.any_run(at, of_a_place=True) if opens else at
        if self.names.head(at + 1) > at + 1:
            return 0  # "Hiện Cục đã …"
        a_person = self.names.surname_run(at) or self.names.low(at) in surnames.SURNAMES
        known = " ".join(self.names.lows[at:end]) in surnames.PLACES
        told = self.names.low(end) in _CLOSING - {"và", "nhận", "đạt"} or self._is_a_place(end)
        return end if end - at in (2, 3) and told and (known or not a_person) else 0

    def _is_a_place(self, at: int) -> bool:
        """ "Mẫu Xuyên là xã đầu tiên được …"."""
        return self.names.low(at) == "là" and self.names.phrase(at + 1, nouns.LEVELS) > at + 1

    def _is_foreign(self, at: int) -> bool:
        """ "Agribank Chi nhánh A": a capital word of several syllables, where a name may begin."""
        return self._may_open(at) and self.names.has_several_syllables(at)

    def _may_open(self, at: int) -> bool:
        return at == 0 or self.names.low(at - 1) in {",", "và", "cho", "tặng", ";", ":", "thể"}

    def _body_of_its_own_kind(self, found: list[Item]):
        """ "cho Bếp ăn từ thiện Mẫu": a capital, common words and a proper name, right where who receives stands."""

        def read(at: int) -> Item | None:
            joined = len(found) > 1 and found[-1].code in {",", "v"} and found[-2].code == NAMED
            goes_on = joined and found[-2].name.kind == COLLECTIVE
            before = self._counted_before_a_list(found) if found else None
            listed = before is not None and [kind for kind, _ in before.counted.groups] == [COLLECTIVE]
            received = bool(found) and (found[-1].code == TO or goes_on or listed)
            end = self._with_common_words(at) if received or not at else at
            if end == at or not (self._is_closed(end) if received else self._is_given_something(at, end)):
                return None
            name = self.names.with_superiors(Name(COLLECTIVE, self.names.words(at, end), at, end), at)
            return Item(NAMED, at, name.end, name=name, text=name.name)

        return read

    def _is_given_something(self, at: int, end: int) -> bool:
        """ "Vườn rau Mẫu vừa được …": it opens the sentence, and the verb is said of it."""
        verb = end + (self.names.low(end) in {"đã", "vừa", "cũng"})
        thing = self.names.low(at) in _THINGS or self.names.person_noun(at) > at
        within = any(self._is_told_of_by_itself(place) for place in range(at + 1, end))
        return self.names.low(verb) in {"được", "vinh", "đón"} and not (thing or within)

    def _is_told_of_by_itself(self, at: int) -> bool:
        """ "Riêng Chi cục A", "Riêng bà B", "Ngoài Huân chương C", "Đại diện gia đình D": what is told of begins here."""
        return bool(
            self.names.head(at) > at
            or self.names.surname_run(at)
            or (self.names.phrase(at, nouns.FORMS_OF_ADDRESS) == at + 1 and self.names.capital(at + 1))
            or self.names.phrase(at, nouns.FORM_OPENINGS) > at
        )

    def _with_common_words(self, at: int) -> int:
        """The place after "Bếp ăn từ thiện Mẫu", or `at`: words in lower case stand between two capitals."""
        end = at
        while end < min(at + _LONGEST, len(self.tokens)) and self._is_of_a_name(end):
            end += 1
        proper = max((place for place in range(at, end) if self.names.capital(place)), default=at)
        mixed = any(not self.names.capital(place) for place in range(at, proper))
        return end if self.names.capital(at) and mixed else at

    def _is_of_a_name(self, at: int) -> bool:
        within = (self.names.low(at), self.names.low(at + 1)) in nouns.WITHIN_NAMES
        return self.tokens[at].is_word and (within or not self.names.stops(at))

    def _is_of_a_number(self, at: int) -> bool:
        """ "Quyết định số 12/QĐ-UBND": the body stands in the number of the paper."""
        joined = (
            at > 1 and self.tokens[at - 1].text == "-" and self.tokens[at - 1].end == self.tokens[at].start
        )
        return (
            joined
            and self.tokens[at - 2].text.isupper()
            and self.tokens[at - 2].end == self.tokens[at - 1].start
        )
