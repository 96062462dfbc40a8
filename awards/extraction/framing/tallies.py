"""Tallies: what somebody was given, told without a verb of giving: "khép lại một năm với danh hiệu …"."""

from dataclasses import replace
from itertools import pairwise

from awards.extraction.award_forms.form import Form
from awards.extraction.framing.frame import HEADS, RECIPIENTS
from awards.extraction.language import nouns
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

# What a body does with what it was given: it ends a year with it, it adds it to what it had.
_CLOSES = {
    ("khép", "lại"),
    ("kết", "thúc"),
    ("dày", "thêm"),
    ("nối", "dài"),
    ("tự", "hào"),
    ("ghi", "dấu"),
    ("ghi", "tên"),
    ("ghi", "danh"),
}
_COLLECTIONS = {("thành", "tích"), ("bảng", "vàng"), ("truyền", "thống"), ("sưu", "tập")}
_COMES = {("đến", "với"), ("về", "với"), ("gọi", "tên"), ("xướng", "tên"), ("về", "tay")}
_A_LIST = 2  # forms
_WITH = {"với", "bằng", "có", "thêm", "gồm", "là", "ghi"}


def supply_in_a_tally(items: list[Item], form: int) -> bool:
    """ "Thành tích khen thưởng của Công ty A (rất dày): Cờ thi đua năm 2012; …": what it, or "nhà trường", was given."""
    said = {item.text for item in items[:form]}
    tally = "thưởng" in said or {"thành", "tích"} <= said or {"danh", "hiệu"} <= said
    colon = form - 2 if items[form - 1].code == ";" else form - 1
    of = next((place for place in range(colon - 2, -1, -1) if items[place].text == "của"), -1)
    whose = items[of + 1 : of + 2] if items[of + 1].code == codes.NAMED else items[of + 1 : colon]
    named = whose and (whose[0].name or _is_somebody(items, of + 1))
    if not tally or of < 0 or not named or items[colon].code != ":":
        return False
    start = items[colon].start
    items[of:form] = [*whose, Item(codes.RECEIVE, start, start + 1, text="nhận")]
    return True


def date_the_forms(items: list[Item]) -> None:
    """ "…: năm 2012, Huân chương …; Cờ thi đua …, năm 2017": the year beside each form of a list is its own."""
    for place in range(len(items) - 1, 2, -1):
        row = [item.code for item in items[place - 3 : place + 1]]
        opens = row[0] in {";", ":"}
        if opens and row[1] == codes.YEAR and row[2] in {",", ":"} and row[3] == codes.FORMS:
            _date(items[place].forms, items[place - 2].year)
            del items[place - 2 : place]
        elif opens and row[1:] == [codes.FORMS, ",", codes.YEAR] and _ends_a_row(items, place):
            _date(items[place - 2].forms, items[place].year)
            del items[place - 1 : place + 1]


def _date(forms: list[Form], year: int | None) -> None:
    for form in forms:
        form.year = form.year or year


def _ends_a_row(items: list[Item], place: int) -> bool:
    return place + 1 == len(items) or items[place + 1].code == ";" or items[place + 1].text == "."


def receive_what_is_listed(items: list[Item]) -> None:
    """ "Bằng khen của A năm 2015, Huân chương … năm 2020, đó là chặng đường của bà B": whose the list is."""
    forms = [place for place, item in enumerate(items) if item.code == codes.FORMS]
    if len(forms) < _A_LIST:
        return
    first, tail = forms[0], forms[-1] + 1
    told = next((place for place in range(tail, len(items)) if items[place].text == "đó là"), 0)
    named = [item for item in items[told:] if item.code == codes.NAMED]
    given = any(item.code in RECIPIENTS for item in items[first:told])
    given = given or any(item.code in HEADS for item in items[:told])
    named = [item for item in named if item.name.name != "Nhà nước"]
    if not told or given or len(named) != 1:
        return
    start = items[first].start
    whose = replace(named[0], start=start, end=start + 1)
    items[told:] = []
    items[first:first] = [whose, Item(codes.RECEIVE, start, start + 1, text="nhận")]


def receive_by_a_tally(items: list[Item]) -> None:
    """ "Tổ A khép lại năm 2021 với danh hiệu …", "bảng thành tích của Cục A dày thêm với Huân chương …"."""
    for place in range(1, len(items) - 1):
        if items[place].code == codes.PASSIVE and items[place + 1].code == codes.FORMS:
            items[place].code = codes.RECEIVE  # "năm đó anh được Bằng khen của Thủ tướng"
        if items[place].text not in _WITH or items[place + 1].code != codes.FORMS:
            continue
        start = _clause(items, place)
        said = [item.text.lower() for item in items[start:place]]
        pairs = set(pairwise(said))
        whose = next((at for at in range(start, place) if items[at].code in RECIPIENTS), None)
        # Not "ghi nhận thành tích của A bằng Cờ thi đua": that verb gives.
        told_of = start == 0 or items[start - 1].code not in HEADS
        collected = told_of and bool(pairs & _COLLECTIONS) and items[(whose or 1) - 1].text == "của"
        ends = bool(pairs & _CLOSES) and items[place].text in {"với", "bằng"}
        if whose is None or not (collected or ends):
            continue
        items[place].code, items[place].text = codes.RECEIVE, "nhận"
        if collected:
            items[whose - 1].text = ""  # what is told of its merits is told of the body


def _clause(items: list[Item], place: int) -> int:
    """Where the clause begins, a verb of giving, a form or a semicolon before it."""
    ends = {codes.FORMS, codes.HOPE, codes.AIM, codes.NOT, ";", ":", *HEADS}
    return next((at + 1 for at in range(place - 1, -1, -1) if items[at].code in ends), 0)


def give_by_the_form(items: list[Item]) -> None:
    """ "Cờ thi đua của A tặng Đội B, Bằng khen của C tặng 4 tập thể": each form says whose it is."""
    _say_that_they_came(items)
    rows: list[tuple[int, int]] = []
    for place, item in enumerate(items[:-1]):
        form = place - 1 - (items[place - 1].code == codes.YEAR)
        told = item.code == codes.GIVE and form >= 0 and items[form].code == codes.FORMS
        if item.code in HEADS and not told:
            break
        if told and _is_somebody(items, place + 1):
            rows.append((form, place))
    if not rows or _is_told_on(items, rows[-1][1]):
        return
    for _form, place in rows:
        items[place].code = codes.TO
    first = rows[0][0]
    items.insert(first, Item(codes.GIVE, items[first].start, items[first].start + 1, text="trao"))


def _say_that_they_came(items: list[Item]) -> None:
    """ "Huân chương … đã đến với tập thể Nhà máy A", "… gọi tên 2 gương mặt": to come to somebody is to be given."""
    for place in range(len(items) - 3, 0, -1):
        came = tuple(item.text for item in items[place : place + 2]) in _COMES
        if not came or not _is_somebody(items, place + 2):
            continue
        form = place - 1
        while form > max(place - 4, 0) and items[form].code == codes.WORD:
            form -= 1  # "đã kịp thời đến với"
        dated = items[form].code == codes.YEAR
        if items[form - dated].code == codes.FORMS:
            items[form + 1 : place + 2] = [
                Item(codes.GIVE, items[place].start, items[place].end, text="tặng")
            ]


def _is_somebody(items: list[Item], place: int) -> bool:
    """A recipient, or a pronoun for one: "tặng gia đình ông"."""
    pronoun = nouns.PRONOUNS.match([item.text for item in items[place : place + 3]], 0)[0] > 0
    return items[place].code in RECIPIENTS or pronoun


def _is_told_on(items: list[Item], last: int) -> bool:
    """ "Bằng khen tặng ông A đã bị thu hồi": what was given is what a later verb is said of."""
    return any(item.code in {codes.SUFFER, codes.REVOKE} for item in items[last:])
