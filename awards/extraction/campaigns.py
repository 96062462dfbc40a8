"""Emulation campaigns as news tells of them: their name, theme, period, who launched them and when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from awards.extraction.language import nouns
from awards.extraction.language.phrases import phrases
from awards.extraction.language.tokens import Token, sentences
from awards.extraction.naming.names import Names
from newsroom.vietnamese import nfc

_CAMPAIGN = phrases(
    "phong trào thi đua yêu nước|phong trào thi đua|phong trào|đợt thi đua|cuộc thi đua|cuộc vận động|chiến dịch"
)
_NAMED_BY = phrases("chủ đề là|chủ đề|khẩu hiệu|tên gọi là|tên gọi|mang tên|có tên|tên")
_LAUNCH = phrases(
    "phát động và triển khai|phát động|xây dựng và triển khai thực hiện|xây dựng và triển khai|xây dựng, triển khai"
    "|triển khai thực hiện|triển khai|ban hành kế hoạch phát động|tổ chức|mở|ra quân"
)
_ANSWER = phrases("hưởng ứng|gắn với việc đẩy mạnh|gắn với|đẩy mạnh")
_OPENING, _CLOSING = {"“", '"', "‘"}, {"”", '"', "’"}
_PERIOD = re.compile(
    r"(?:(?:giai đoạn|trong)\s+(?:5 năm\s+)?\(?|từ năm\s+)(\d{4})\s*(?:[-–]|đến năm)\s*(\d{4})", re.IGNORECASE
)
_SINCE = re.compile(r"từ\s*$", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+(\d{4})\b(?!\s*[-–])", re.IGNORECASE)
_DATE = re.compile(
    r"(?:ngày|sáng|chiều|tối)\s+(?:ngày\s+)?(?:(\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?)|(\d{1,2} tháng \d{1,2}(?: năm \d{4})?))",
    re.IGNORECASE,
)
_DATE_BEHIND = re.compile(r"\s+(?:vào\s+)?" + _DATE.pattern, re.IGNORECASE)
_BEFORE_A_VERB = set(
    "đã vừa cũng tiếp tục liên và , xây dựng triển khai chính thức đồng loạt trân trọng".split()
)
_LONGEST_THEME = 80  # tokens


@dataclass
class Campaign:
    """A campaign that a sentence names, themes or dates; what is not stated is empty."""

    name: str
    slogan: str
    starts_year: int | None
    ends_year: int | None
    launching_body: str
    launched_by: str
    launched_on: str
    answers: str  # the campaign that this one takes up
    quote: str
    start: int
    end: int


def campaigns(text: str) -> list[Campaign]:
    """The campaigns of a text in reading order. A campaign spoken of in general is none."""
    text = nfc(text)
    return [found for tokens in sentences(text) for found in _Sentence(text, tokens).campaigns()]


class _Sentence:
    def __init__(self, text: str, tokens: list[Token]):
        self.text, self.tokens = text, tokens
        self.names = Names(text, tokens)
        self.places = self._mentions()

    def _mentions(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(self.tokens):
            end = self.names.phrase(at, _CAMPAIGN)
            quoted = any(start < at < stop for start, stop in self._quotations())
            if end > at and not quoted:
                found.append((at, end))
            at = max(end, at + 1)
        return found

    def campaigns(self) -> list[Campaign]:
        found: list[Campaign] = []
        answered = ""
        for number, (at, end) in enumerate(self.places):
            stop = self.places[number + 1][0] if number + 1 < len(self.places) else len(self.tokens)
            campaign = self._campaign(at, end, stop)
            if campaign is None:
                continue
            if self.names.phrase(at - 2, _ANSWER) == at or self.names.phrase(at - 1, _ANSWER) == at:
                answered = campaign.name
            elif answered:
                campaign.answers = answered
            found += [campaign, *self._further(campaign)]
        return found

    def _further(self, campaign: Campaign) -> Iterator[Campaign]:
        """ "phong trào “A”, “B” và “C”": names in a row, of which all else is said once."""
        place = next(place for place, token in enumerate(self.tokens) if token.end == campaign.end) + 1
        while not campaign.slogan and self.names.low(place) in {",", "và"}:
            close = self._close(place + 1) if self.names.low(place + 1) in _OPENING else 0
            if not close:
                return
            start, end = self.tokens[place + 1].start, self.tokens[close].end
            name = self.names.words(place + 2, close)
            yield replace(campaign, name=name, quote=self.text[start:end], start=start, end=end)
            place = close + 1

    def _campaign(self, at: int, end: int, stop: int) -> Campaign | None:
        naming, theme, after = self._theme(end, stop)
        said = self._printed(at, stop)
        period = _PERIOD.search(said)
        year = None if period else _YEAR.search(said)
        in_general = "thi đua" not in self._printed(at, end).lower()
        if not theme and (not period or in_general):
            return None
        is_name = naming in {"", "tên gọi", "tên gọi là", "mang tên", "có tên", "tên"}
        body, person = self._launcher(at, end, stop)
        starts = int((period or year)[1]) if period or year else self._year_before(at)
        since = year is not None and bool(_SINCE.search(said[: year.start()]))
        ends = int(period[2]) if period else (None if since else starts)
        first = self._first(at, body or person)
        date = _DATE.search(self._printed(0, at)) if self._launches(at, end, stop) else None
        date = date or self._date_behind(end, stop)
        return Campaign(
            name=theme if theme and is_name else self._name(at, end, period, body, starts),
            slogan="" if is_name else theme,
            starts_year=starts,
            ends_year=ends,
            launching_body=body,
            launched_by=person,
            launched_on=(date[1] or date[2]) if date else "",
            answers="",
            quote=self._printed(first, after),
            start=self.tokens[first].start,
            end=self.tokens[after - 1].end,
        )

    def _printed(self, start: int, stop: int) -> str:
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end] if stop > start else ""

    # Name and theme -----------------------------------------------------------------------------------

    def _quotations(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(self.tokens):
            if self.names.low(at) in _OPENING:
                close = self._close(at)
                if close:
                    found.append((at, close))
                    at = close
            at += 1
        return found

    def _close(self, at: int) -> int:
        for place in range(at + 1, min(at + _LONGEST_THEME, len(self.tokens))):
            if self.names.low(place) in _CLOSING:
                return place
        return 0

    def _theme(self, end: int, stop: int) -> tuple[str, str, int]:
        """(what introduces the quoted words, the words, the place after them)."""
        for opening, close in self._quotations():
            if not end <= opening < stop:
                continue
            before = opening - 1 - (self.names.low(opening - 1) == ":")
            for start in range(max(end, before - 3), before + 1):
                if self.names.phrase(start, _NAMED_BY) == before + 1:
                    return (
                        " ".join(self.names.lows[start : before + 1]),
                        self.names.words(opening + 1, close),
                        close + 1,
                    )
            if all(self._describes(place) for place in range(end, opening)):
                return "", self.names.words(opening + 1, close), close + 1
        if end < stop and (before := self._theme_before(end, stop)):
            return "chủ đề", *before
        period = _PERIOD.search(self._printed(end, stop))
        if not period:
            return "", "", end
        reach = self.tokens[end].start + period.end()
        return "", "", max(place + 1 for place in range(end, stop) if self.tokens[place].start < reach)

    def _theme_before(self, end: int, stop: int) -> tuple[str, int] | None:
        """ "Chủ đề của phong trào thi đua năm 2023 là “…”": the words, and the place after them."""
        said = self.names.lows[max(end - 8, 0) : end]
        quoted = next(
            ((opening, close) for opening, close in self._quotations() if end <= opening < stop), None
        )
        if quoted is None or "đề" not in said or said[said.index("đề") - 1] != "chủ":
            return None
        opening, close = quoted
        return (
            (self.names.words(opening + 1, close), close + 1) if self.names.low(opening - 1) == "là" else None
        )

    def _describes(self, at: int) -> bool:
        """A word between the noun and the name: "phong trào thi đua đặc biệt “A”"."""
        return self.tokens[at].is_word and not self.names.capital(at) and not self.names.stops(at)

    def _name(self, at: int, end: int, period, body: str, year: int | None) -> str:
        printed = self.names.words(at, end)
        printed = printed[:1].upper() + printed[1:]
        if period:
            return f"{printed} giai đoạn {period[1]} – {period[2]}"
        return " ".join([printed, *([f"năm {year}"] if year else []), *([f"của {body}"] if body else [])])

    def _year_before(self, at: int) -> int | None:
        found = _YEAR.findall(self._printed(0, at))
        return int(found[-1]) if found else None

    # Who and when ---------------------------------------------------------------------------------------

    def _launches(self, at: int, end: int, stop: int) -> bool:
        before = any(self.names.phrase(place, _LAUNCH) > place for place in range(max(0, at - 8), at))
        after = any(self.names.phrase(place, _LAUNCH) > place for place in range(end, stop))
        return before or after

    def _date_behind(self, end: int, stop: int) -> re.Match | None:
        """ "… do Bộ A phát động ngày 5/3/2021"."""
        for place in range(end, stop):
            after = self.names.phrase(place, _LAUNCH)
            if after > place:
                return _DATE_BEHIND.match(self._printed(after - 1, stop), len(self.tokens[after - 1].text))
        return None

    def _launcher(self, at: int, end: int, stop: int) -> tuple[str, str]:
        """(body, person): who launches it, before the verb or behind "do", "được", "của"."""
        verbs = [place for place in range(max(0, at - 9), at) if self.names.phrase(place, _LAUNCH) > place]
        for verb in reversed(verbs):
            if any(launcher := self._ending_at(verb)):
                return launcher
        if verbs:
            return "", ""
        for place in range(end, stop):
            if self.names.low(place) in {"do", "được", "của"}:
                person = self.names.person(place + 1)
                if person and person.kind == nouns.INDIVIDUAL:
                    return "", person.name
                body = self.names.body(place + 1)
                if body > place + 1:
                    return self.names.words(place + 1, body), ""
                office = self.names.office(place + 1)
                for start in range(place + 1, office):
                    if self.names.body(start) == office:
                        return self.names.words(start, office), ""  # "do Thủ tướng Chính phủ phát động"
        return "", ""

    def _ending_at(self, verb: int) -> tuple[str, str]:
        """The body or person whose name ends right before the verb, less "đã", "vừa", "cũng"."""
        stop = verb
        while stop and self.names.low(stop - 1) in _BEFORE_A_VERB:
            stop -= 1
        for place in range(stop):
            person = self.names.person(place)
            if person and person.kind == nouns.INDIVIDUAL and person.end == stop:
                return "", person.name
            if self.names.body(place) == stop:
                return self.names.words(place, stop), ""
        return "", ""

    def _first(self, at: int, launcher: str) -> int:
        """Where the quoted words begin: at the launcher where one stands before."""
        for place in range(at):
            length = len(launcher.split())
            if launcher and self.names.words(place, min(place + length + 4, at)).startswith(launcher):
                return place
        return at
