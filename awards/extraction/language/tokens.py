"""Text cut into sentences of tokens that know where they stand."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"TP\s?\.\s?HCM|TP\.|\d+(?:[./]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
_LIST_LINE = re.compile(r"\s*(?:[*+•]|\d{1,2}[.)]|[a-zđ]\)|[-–](?!\s+(?:được|đã|và|là|người)\s))\s")
_DATELINE = re.compile(r"\([^\W\d_][^()\n]*\)\s*[-–—]\s")  # "(Hà Nội) - Ngày 3/3, …"
_LIST_MARK = re.compile(
    r"(?m)(?:^[ \t]*(?=[-–*+•\d]|[a-zđ]\))|(?<=[:;] )(?=\d))([-–*+•]|\d{1,2}[.)]|[a-zđ]\))(?=\s)"
)
LIST_MARK = "•"  # stands for "1.", "-", "a)" at the head of a line
_SHORTENED = {
    "DS",
    "ĐD",
    "CN",
    "NCS",
    "TS",
    "GS",
    "PGS",
    "ThS",
    "Ths",
    "BS",
    "KS",
    "TSKH",
    "VS",
    "LS",
    "KTS",
    "KTV",
    "LM",
    "HT",
    "Tp",
}
_PAIRS = (("(", ")"), ("“", "”"))
ENDS = {".", "!", "?", "…"}


# "toà án", "uỷ ban": the tone on the second vowel of an open syllable, which the lists have on the first.
_NEW_STYLE = re.compile("(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])$")
_TO_OLD_STYLE = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy")
_OLD_VOWELS = {"o": "òóỏõọòóỏõọ", "u": "ùúủũụ"}


@lru_cache(maxsize=20_000)
def lower_case(word: str) -> str:
    """The word in lower case, its tone where the lists of words have it: "Toà" → "tòa"."""
    low = word.lower()
    if not _NEW_STYLE.search(low):
        return low
    tone = "àáảãạèéẻẽẹ".find(low[-1]) if low[-2] == "o" else "ỳýỷỹỵ".find(low[-1])
    return low[:-2] + _OLD_VOWELS[low[-2]][tone] + low[-1].translate(_TO_OLD_STYLE)


class Token(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return lower_case(self.text)

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()


def sentences(text: str) -> Iterator[list[Token]]:
    """The sentences of a text in order; a list that a colon opens stays with its sentence."""
    for start, end in _paragraphs(text):
        sentence: list[Token] = []
        tokens = _tokens(text, start, end)
        for place, token in enumerate(tokens):
            sentence.append(token)
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            shortened = place and token.text == "." and tokens[place - 1].text in _SHORTENED
            article = place > 1 and tokens[place - 2].low == "điều" and tokens[place - 1].is_number
            if token.text in ENDS and (
                after is None or (not (shortened or article) and _begins_sentence(token, after))
            ):
                yield sentence
                sentence = []
        if sentence:
            yield sentence


def _tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a paragraph; what opens a line of a list parts like a semicolon."""
    marks = {mark.start(1): mark.end(1) for mark in _LIST_MARK.finditer(text[start:end]) if mark.start()}
    tokens, marked = [], 0
    for match in _TOKEN.finditer(text[start:end]):
        if match.start() in marks:
            marked = marks[match.start()]
            tokens.append(Token(LIST_MARK, start + match.start(), start + marked))
        elif match.start() >= marked:
            tokens.append(Token(match.group(), start + match.start(), start + match.end()))
    return tokens


def _begins_sentence(stop: Token, after: Token) -> bool:
    return after.start > stop.end and (after.is_capital or after.is_number or after.text in "“\"'‘(-–—")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of paragraphs: parted by an empty line, a line that could have gone on, or one that begins a list."""
    start = end = 0
    before, open_list, headline = 0, False, False
    width = max(map(len, text.split("\n")))
    for match in re.finditer(r"[^\n]*(?:\n|$)", text):
        line = match.group()
        empty = not line.strip()
        opens = line[:1].isupper() or _DATELINE.match(line)
        begins = headline and opens and before + len(line.split(" ")[0]) < width
        if empty or begins or (_LIST_LINE.match(line) and not open_list):
            if text[start:end].strip():
                yield start, end
            start = match.start()
        end = match.end()
        if not empty:
            in_list = open_list and bool(_LIST_LINE.match(line))
            open_list = in_list or line.rstrip().endswith((":", ";", ","))
            # Text broken at a width has no room left on its lines; what is open in brackets goes on.
            closed = all(
                text.count(one, start, end) == text.count(other, start, end) for one, other in _PAIRS
            )
            before, headline = len(line), not open_list and closed
    if text[start:end].strip():
        yield start, end
