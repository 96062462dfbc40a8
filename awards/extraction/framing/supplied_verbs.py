"""Verbs of giving that a list, a tally or "là" leaves unsaid, supplied before frames are laid."""

from awards.extraction.framing.frame import HEADS, RECIPIENTS
from awards.extraction.framing.joined_verbs import heads
from awards.extraction.framing.tallies import supply_in_a_tally
from awards.extraction.language import words
from awards.extraction.language.nouns import INDIVIDUAL
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Counted, Item

_YEARLY = ("Chiến sĩ thi đua", "Lao động tiên tiến")
_AGAIN = {"lần", "liền", "tục"}


def supply_verb(items: list[Item]) -> None:
    """ "Kho bạc A: Bằng khen của Bộ trưởng cho 2 phòng": a list of awards needs no verb to be one."""
    forms = [place for place, item in enumerate(items) if any(form.by_law for form in item.forms)]
    for place in heads(items):
        if items[place].code != codes.RECEIVE or place < forms[-1]:
            return
    if _lists_by_forms(items):
        items.insert(0, Item(codes.GIVE, 0, 1, text="trao"))
        return
    if supply_in_a_tally(items, forms[0]) or _supply_for_a_reward(items, forms[0]):
        return
    for place, item in enumerate(items):
        behind = [one.code for one in items[place + 1 : place + 4] if one.code != ":" and one.text != "dành"]
        if item.code == codes.FORMS and behind[:1] == [codes.TO] and RECIPIENTS & set(behind[1:2]):
            items.insert(place, Item(codes.GIVE, item.start, item.start + 1, text="trao"))
            return


def _lists_by_forms(items: list[Item]) -> bool:
    """ "Huân chương … hạng Nhất: Cục A; hạng Nhì (năm 2019): Cục B": each form, a colon and whose it is."""
    if any(item.code in HEADS for item in items) or len(items) < 3 or items[0].code != codes.FORMS:
        return False
    rows = [place for place, item in enumerate(items[:-2]) if item.code == codes.FORMS]
    colons = [place + 1 + (items[place + 1].code == codes.YEAR) for place in rows]
    whose = [items[colon + 1].code for colon in colons if colon + 1 < len(items) and items[colon].code == ":"]
    listed = len(whose) == len(rows) and set(whose) <= RECIPIENTS
    listed = listed and (len(rows) > 1 or whose[0] == codes.COUNTED or _is_all_of_it(items[colons[0] + 1 :]))
    for colon in colons if listed else []:
        items[colon].code = codes.TO
    return listed


def _is_all_of_it(items: list[Item]) -> bool:
    """Whether nothing but those named, and why, stands there: no verb that they are the subject of."""
    listed = {*RECIPIENTS, ",", "v", ";", "(", ")", codes.YEAR}
    why = next((place for place, item in enumerate(items) if item.text in words.WHY), len(items))
    return all(item.code in listed or item.text in {".", "”", '"'} for item in items[:why])


def _supply_for_a_reward(items: list[Item], form: int) -> bool:
    """ "Bằng khen của A là phần thưởng xứng đáng dành cho Tổ B", "… là sự ghi nhận những đóng góp của chị C"."""
    last = max(place for place, item in enumerate(items) if item.forms)
    said = [
        item.text
        for item in items[last + 1 :]
        if item.code not in {codes.YEAR, "(", ")"} and item.text != "những"
    ][:4]
    reward = said[:3] == ["là", "phần", "thưởng"] or (said[:1] == ["là"] and said[-2:] == ["ghi", "nhận"])
    reward = reward or said[:3] == ["là", "ghi", "nhận"] or said[:4] == ["là", "sự", "tri", "ân"]
    behind = [place for place in range(last + 2, len(items)) if items[place].code == codes.NAMED]
    whose = next((place for place in behind if _points_at(items, place, last)), 0)
    if not reward or not whose:
        return False
    start = items[form].start
    verb, to = (
        Item(code, start, start + 1, text=text) for code, text in ((codes.GIVE, "trao"), (codes.TO, "cho"))
    )
    dated = last + 1 + (items[last + 1].code == codes.YEAR)
    items[form:whose] = [verb, *items[form:dated], to]
    return True


def _points_at(items: list[Item], place: int, form: int) -> bool:
    """ "dành cho Tổ B", "cho những đóng góp của chị C": not "của Nhà nước", who gave."""
    dedicated = any(item.code == codes.TO or item.text == "với" for item in items[form:place])
    given = items[place - 1].code == codes.TO or items[place - 1].text in {"của", "với"}
    return given and (dedicated or items[place].name.kind == INDIVIDUAL)


def supply_being(items: list[Item]) -> None:
    """ "9 đồng chí là Chiến sĩ thi đua cơ sở", "hai lần là Chiến sĩ thi đua": a yearly title was given."""
    for place in range(1, len(items) - 1):
        before, title = items[place - 1], items[place + 1]
        yearly = title.code == codes.FORMS and title.forms[0].text.startswith(_YEARLY)
        counted = before.code == codes.COUNTED and isinstance(before.counted.groups[0][1], int)
        dated = before.code == codes.YEAR or before.text == "năm"
        mark = items[place - 2 - (items[place - 2].text in words.INTO_A_YEAR)]
        listed = mark.code == ":" or (mark.code in {",", ";", "v"} and heads(items[:place]))
        if items[place].text == "là" and dated and listed and title.code == codes.FORMS:
            items[place].code = codes.RECEIVE  # "năm 2016, A được tặng …; năm 2021 là Huân chương …"
        goes_on = place + 2 < len(items) and items[place + 2].code in {codes.PASSIVE, *HEADS}
        if items[place].text == "là" and yearly and not goes_on and (counted or before.text in _AGAIN):
            items[place].code = codes.RECEIVE
        if items[place].text == "là" and title.code == codes.FORMS and _is_rewarded(items[:place]):
            items[place].code, items[place - 2].text = codes.RECEIVE, ""


def count_those_who_bear_it(items: list[Item]) -> None:
    """ "Đơn vị có 1 Chiến sĩ thi đua toàn quốc, 5 Chiến sĩ thi đua cấp Bộ": so many people were given a yearly title."""
    place = next((at for at, item in enumerate(items) if item.text == "có"), len(items)) + 1
    row = []
    while place < len(items) and _is_a_number_of_titles(items[place]):
        row.append(place)
        place += 2 if place + 1 < len(items) and items[place + 1].code in {",", "v", ";"} else 1
    ends = place >= len(items) or items[place].text in words.WHY | {".", "”"} or items[place - 1].code == ";"
    for at in reversed(row) if ends else []:
        number = Counted([(INDIVIDUAL, items[at].forms[0].count)])
        start, end = items[at].start, items[at].start + 1
        items[at:at] = [
            Item(codes.COUNTED, start, end, counted=number),
            Item(codes.RECEIVE, start, end, text="đạt"),
        ]


def _is_a_number_of_titles(item: Item) -> bool:
    return (
        item.code == codes.FORMS
        and isinstance(item.forms[0].count, int)
        and item.forms[0].text.startswith(_YEARLY)
    )


def receive_by_whom_it_means_much(items: list[Item]) -> None:
    """ "Với Trung tá A, Bằng khen … năm 2020 là kỷ niệm đáng nhớ nhất": it was given to him."""
    opening = [item.text.lower() for item in items[:2]]
    whose = opening.index("với") + 1 if "với" in opening and opening[0] in {"với", "đối", "riêng"} else 0
    row = [item.code for item in items[whose : whose + 3]]
    told = next((item.text for item in items[whose + 3 :] if item.code != codes.YEAR), "")
    if whose and row == [codes.NAMED, ",", codes.FORMS] and told == "là" and not heads(items):
        comma = items[whose + 1]
        items[whose + 1] = Item(codes.RECEIVE, comma.start, comma.end, text="nhận")
        items[whose - 1].text = ""  # what is told with regard to somebody is told of them


def _is_rewarded(items: list[Item]) -> bool:
    """ "Phần thưởng lớn nhất đối với Trạm A là …"."""
    told = [item.text for item in items]
    of_whom = len(items) > 2 and items[-1].code == codes.NAMED and told[-2] in {"với", "của", "cho"}
    return of_whom and told[:2] in (["phần", "thưởng"], ["sự", "ghi"])
