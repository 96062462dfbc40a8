"""Lists under a heading that says they tell of honours: "Kết quả khen thưởng: …"."""

from itertools import pairwise

from awards.extraction.framing.frame import HEADS, RECIPIENTS
from awards.extraction.language import words
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

_HEADINGS = {("khen", "thưởng"), ("thi", "đua"), ("thành", "tích"), ("phần", "thưởng"), ("vinh", "danh")}
_OPEN = {codes.HOPE, codes.NOT, codes.AIM, codes.REVOKE}
_A_LIST = 2  # rows that need no heading of honours where each begins with its form
_DASHES = {"-", "–"}
_ENDS = words.WHY | {".", "”", '"'}
_LISTED = {*RECIPIENTS, codes.FORMS, codes.YEAR, ",", "v", "(", ")"}


def read_a_headed_list(items: list[Item]) -> None:
    """Every row of "Kết quả khen thưởng: F: A; F: B", "…: F – A; …", "…: A: F; …" or "…: 15 cá nhân F; …" gives."""
    colon = next((place for place, item in enumerate(items) if item.code == ":"), 0)
    heading = items[:colon]
    if not colon or _says_more(heading):
        return
    told = _tells_of_honours(heading)
    if told:
        _part_by_brackets(items, colon)
    rows = _rows(items, colon + 1)
    proposed = any(item.code == codes.PROPOSE for item in heading)
    if not told and len(rows) < _A_LIST:
        return
    somebody_gives = any(item.code in HEADS or item.text == "của" for item in heading)
    if told and not somebody_gives and not proposed and all(_is_a_dated_form(items, row) for row in rows):
        _receive_the_dated(items, colon)
        return
    form_first = [_mark_behind_the_form(items, row) for row in rows]
    form_last = [_place_before_the_form(items, row) for row in rows]
    if rows and all(form_first):
        _give_in_rows(items, heading, form_first, rows[0][0])
    elif rows and all(form_last) and told and not proposed:
        _receive_in_rows(items, heading, form_last)


def _is_a_dated_form(items: list[Item], row: range) -> bool:
    """ "Huân chương … năm 2005", "Huân chương … (2000), Bằng khen … (2008)": nothing but forms with their years."""
    codes_of_row = [items[place].code for place in row]
    forms = codes_of_row.count(codes.FORMS)
    dated = codes_of_row.count(codes.YEAR) == forms or all(
        form.year for place in row for form in items[place].forms
    )
    return forms > 0 and dated and set(codes_of_row) <= {codes.FORMS, codes.YEAR, ",", "v", "(", ")"}


def _receive_the_dated(items: list[Item], colon: int) -> None:
    """ "Huyện A đã có trong tay những phần thưởng: …", "Những phần thưởng cao quý: …": they were given."""
    start, end = items[colon].start, items[colon].end
    _silence(items[:colon], {codes.AIM, codes.FORMS, *HEADS})
    passive, verb = Item(codes.PASSIVE, start, end, text="được"), Item(codes.GIVE, start, end, text="tặng")
    items[colon : colon + 1 + (items[colon + 1].code == ";")] = [passive, verb]


def _give_in_rows(items: list[Item], heading: list[Item], marks: list[int], first: int) -> None:
    """One verb for all rows: that of the heading, or one behind its proposal or before the first row."""
    for mark in marks:
        items[mark].code = codes.TO
    _silence(heading, {codes.AIM, codes.FORMS, codes.COUNTED, codes.RECEIVE})
    passive = next((place for place, item in enumerate(heading) if item.code == codes.PASSIVE), 0)
    _silence(heading[:passive], {codes.NAMED})  # "Ngành A được tặng thưởng: F: 5 tập thể": not itself
    if not any(item.code == codes.GIVE for item in heading):
        proposal = next((place for place, item in enumerate(heading) if item.code == codes.PROPOSE), None)
        verb = first if proposal is None else proposal + 1
        items.insert(verb, _verb(items[verb], codes.GIVE, "trao"))


def _receive_in_rows(items: list[Item], heading: list[Item], places: list[int]) -> None:
    """A verb for each row, in the place of its mark."""
    _silence(heading, {codes.AIM, codes.FORMS, codes.COUNTED, *HEADS})
    for place in reversed(places):
        marked = items[place].code == ":" or items[place].text in _DASHES
        items[place : place + marked] = [_verb(items[place], codes.RECEIVE, "nhận")]


def _silence(heading: list[Item], read: set[str]) -> None:
    for item in heading:
        item.code = codes.WORD if item.code in read else item.code


def _tells_of_honours(heading: list[Item]) -> bool:
    """ "Kết quả khen thưởng", "Tập thể được tặng thưởng"."""
    said = set(pairwise(" ".join(item.text.lower() for item in heading).split()))
    return bool(said & _HEADINGS) or any(item.code == codes.GIVE for item in heading)


def _says_more(heading: list[Item]) -> bool:
    """Whether it names a form of the law or a number itself, or leaves open what was given."""
    named = any(form.by_law for item in heading for form in item.forms)
    left_open = any(item.code in _OPEN and item.text != "thi đua" for item in heading)
    somebody = any(item.counted and not item.counted.plural for item in heading)
    return named or left_open or somebody


def _part_by_brackets(items: list[Item], colon: int) -> None:
    """ "F (1 cá nhân), F (4 tập thể, 10 cá nhân)" is "F: 1 cá nhân; F: 4 tập thể, 10 cá nhân"."""
    forms = [place for place in range(colon + 1, len(items) - 2) if items[place].code == codes.FORMS]
    if not all(items[at + 1].code == "(" and items[at + 2].code in RECIPIENTS for at in forms):
        return
    for place in reversed(forms):
        close = next((at for at in range(place, len(items)) if items[at].code == ")"), len(items))
        for mark in items[close + 1 : close + 2]:
            mark.code = ";" if mark.code in {",", "v"} else mark.code
        items[close : close + 1] = []
        items[place + 1].code = ":"


def _rows(items: list[Item], start: int) -> list[range]:
    """The rows that semicolons part, as far as the reason or the full stop."""
    last = next((place for place in range(start, len(items)) if items[place].text in _ENDS), len(items))
    ends = [place for place in range(start, last) if items[place].code == ";"]
    starts = [start, *(place + 1 for place in ends)]
    return [range(first, end) for first, end in zip(starts, [*ends, last], strict=True) if end > first]


def _mark_behind_the_form(items: list[Item], row: range) -> int:
    """The place of the colon or dash in "Huân chương … (năm 2019): A, B", or 0."""
    if items[row[0]].code != codes.FORMS:
        return 0
    mark = next((place for place in row[1:] if items[place].code == ":" or items[place].text in _DASHES), 0)
    dated = all(items[place].code in {codes.YEAR, "(", ")"} for place in range(row[0] + 1, mark))
    behind = items[mark + 1 : row[-1] + 1]
    listed = bool(behind) and behind[0].code in RECIPIENTS and all(item.code in _LISTED for item in behind)
    return mark if mark and dated and listed else 0


def _place_before_the_form(items: list[Item], row: range) -> int:
    """Where the verb is left out in "A: Huân chương …", "A – Huân chương …" or "15 cá nhân Huân chương …", or 0."""
    form = next((place for place in row if items[place].code == codes.FORMS), 0)
    who = items[row[0] : form]
    marked = bool(who) and (who[-1].code == ":" or who[-1].text in _DASHES)
    who = who[:-1] if marked else who
    told = {*RECIPIENTS, ",", "v", "(", ")", codes.YEAR}
    counted = marked or all(item.code != codes.NAMED for item in who)
    somebody = bool(who) and who[0].code in RECIPIENTS and all(item.code in told for item in who)
    behind = all(items[place].code in _LISTED - RECIPIENTS for place in range(form + 1, row[-1] + 1))
    return form - marked if form and somebody and counted and behind else 0


def _verb(beside: Item, code: str, text: str) -> Item:
    return Item(code, beside.start, beside.start + 1, text=text)
