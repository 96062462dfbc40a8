"""Whose a flag, Bằng khen or Giấy khen is: what stands behind the form and says it."""

from dataclasses import replace

from awards.extraction.award_forms.form import Form
from awards.extraction.award_forms.lexicon import Lexicon
from awards.extraction.language import nouns, words
from awards.extraction.language.numbers import read_number
from awards.extraction.language.phrases import phrases
from awards.extraction.naming.names import Names

QUOTES = {"“", "”", '"', "‘", "’", "'", "«", "»"}
_LEVELS_OF_AUTHORITY = phrases(
    "tỉnh|thành phố|huyện|quận|xã|phường|thị xã|ngành|trung ương|tổng cục|công ty"
    "|cơ sở|công an|nhà trường|trường|huyện đoàn|tỉnh đoàn|thành đoàn|sở|cục|chi cục|tập đoàn|quân khu|sư đoàn|trung đoàn|lữ đoàn"
)


_BEHIND_THE_AUTHORITY = set("cho năm và vì do theo nhân nhờ đã trong tại".split())


class Authorities:
    """Reads who confers, behind the name of a form."""

    def __init__(self, names: Names, lexicon: Lexicon):
        self.names, self.lexicon = names, lexicon
        self.tokens = names.tokens
        self.last_order: Form | None = None
        self.last_carrier: Form | None = None
        self.last_fighter: Form | None = None
        self.last_title: Form | None = None

    def _count(self, at: int) -> tuple[int | str | None, int]:
        many = self.names.phrase(at, words.MANY)
        if many > at:
            return "many", many
        number = read_number(self.tokens, at)
        return number if number else (None, at)

    def _form(self, start: int, end: int, *, head: tuple[str, ...], has_authority: bool = True) -> Form:
        end = min(end, len(self.tokens))
        text = self.lexicon.expand(self.names.words(start, end))
        text = " ".join("".join(mark for mark in text if mark not in QUOTES).split())
        while self.names.low(end) in QUOTES - {"“", "‘", "«"}:
            end += 1
        return Form(text, start, end, head=head, has_authority=has_authority)

    def _is_word(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].is_word

    def _with_authority(self, start: int, at: int, head: tuple[str, ...]) -> Form:
        if head[0] == "cờ" and (self.names.low(at), self.names.low(at + 1)) == ("xuất", "sắc"):
            at += 2
        here = at
        while self.names.low(here) in QUOTES - {"“", "‘", "«"}:
            here += 1
        if self.names.low(here) == "do":
            giver = self._one_authority(here + 1)
            verb = self.names.phrase(giver, words.ON_THE_WAY_TO_GIVE)
            verb = self.names.phrase(verb, words.GIVE)
            if verb > giver > here + 1:  # "Bằng khen do Trung ương Hội trao tặng"
                form = self._form(start, at, head=head)
                form.text = self.lexicon.expand(f"{form.text} của {self.names.words(here + 1, giver)}")
                form.end = verb
                return form
        end = self.authority(here)
        if end == here and (giver := self._behind_a_year(here)) > here:
            form = self._form(start, at, head=head)
            form.text = self.lexicon.expand(f"{form.text} {self.names.words(here + 2, giver)}")
            form.end, form.year = giver, int(self.tokens[here + 1].text)
            return form
        if end == here:
            return self._form(start, at, head=head, has_authority=False)
        return self._form(start, end, head=head)

    def _behind_a_year(self, at: int) -> int:
        """The place after "năm 2020 của Tổng Liên đoàn" behind the form, or `at`."""
        year = self.names.low(at + 1)
        if (
            self.names.low(at) != "năm"
            or self.names.low(at + 2) != "của"
            or len(year) != 4
            or not year.isdigit()
        ):
            return at
        end = self.authority(at + 2)
        return end if end > at + 2 else at

    def authority(self, at: int) -> int:
        """The place after "của Thủ tướng Chính phủ", "Bộ Tài chính" or "cấp Bộ", or `at`."""
        here = at
        if self.names.low(here) == "cấp" and here + 1 < len(self.tokens):
            body = self.names.body(here + 1)
            level = max(self.names.phrase(here + 1, _LEVELS_OF_AUTHORITY), self.names.head(here + 1))
            return body if body > here + 1 else max(level, here + 2)  # "cấp quân khu"
        if self.names.low(here) == "của":
            here += 1
        if self.names.low(here) in {"ngành", "khối"} and self.names.body(here) > here:
            return self.names.body(here)
        end = self._one_authority(here)
        return end if end > here else at

    def _one_authority(self, here: int) -> int:
        text = self.tokens[here].text if here < len(self.tokens) else ""
        end = self.names.office(here)
        stated = self.names.low(here - 1) in {"của", "do"} or self.names.low(here) in nouns.CONFERRING
        if end == here and stated:
            end = self.names.body(here)
        letters = len(text) > 2 and text.isupper() and self.names.low(here - 1) == "của"  # "của VCCI"
        if end == here and (text in self.lexicon.abbreviations or letters):
            end = max(here + 1, self.names.body(here + 1))  # "của BCH Đảng bộ huyện"
        level = self.names.phrase(here, _LEVELS_OF_AUTHORITY)
        branch = self.names.phrase(self.names.head(here), nouns.LEVELS)
        level = branch if branch > self.names.head(here) > here else level  # "của công an huyện"
        if (
            end == here
            and self.names.low(here - 1) == "của"
            and level > here
            and not self.names.capital(here)
        ):
            return (
                level if self.names.stops(level) or not self._is_word(level) else here
            )  # "Giấy khen của huyện"
        if end == here and stated and self.names.capital(here):
            end = self.names.head(here)
        if (
            end > here
            and self.names.low(here - 1) != "của"
            and not (self.names.capital(here) or self.names.low(here) in {"ubnd"})
        ):
            return here
        return end

    def _office_in_a_row(self, at: int) -> int:
        """ "của Bộ trưởng Bộ A, Tổng cục trưởng Tổng cục B": "của" is said once, and the second does not give."""
        end = self.names.office(at)
        verb = end
        while (step := self.names.phrase(verb, words.ON_THE_WAY_TO_GIVE)) > verb:
            verb = step
        goes_on = verb > end or self.names.phrase(end, words.GIVE) > end or self._is_word(end)
        return at if goes_on and self.names.low(end) not in _BEHIND_THE_AUTHORITY else end

    def _further_authorities(self, form: Form) -> list[Form]:
        """ "…, của Bộ trưởng Bộ Tài chính và của Tổng cục trưởng": the head is said once."""
        further: list[Form] = []
        head = " ".join(self.names.words(form.start, form.end).split()[: len(form.head)])
        head = form.text[: len(" ".join(form.head))] or head
        at = form.end
        while self.names.low(at) in {",", "và"} and form.has_authority:
            here = at + 1
            count, here = self._count(here)
            end = self.authority(here) if self.names.low(here) == "của" else self._office_in_a_row(here)
            if end == here:
                break
            of = "" if self.names.low(here) == "của" else "của "
            text = self.lexicon.expand(f"{head} {of}{self.names.words(here, end)}")
            further.append(replace(form, text=text, start=at + 1, end=end, count=count))
            at = end
        return further
