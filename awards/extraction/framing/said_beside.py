"""What is said beside a form and gives nothing itself: what it is, who gave it, when, at whose ceremony."""

from itertools import takewhile

from awards.extraction.framing.frame import HEADS, RECIPIENTS
from awards.extraction.language import words
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

_CLOSING = {",", ";", "v", ")"}
_ENDS = words.WHY | {".", "”", '"'}


def leave_out_what_it_is(items: list[Item]) -> None:
    """ "Huân chương …, phần thưởng cao quý nhất của Nhà nước, được tặng tỉnh A": what the order is tells of nobody."""
    for place in range(len(items) - 4, -1, -1):
        if items[place].code == codes.FORMS and items[place + 1].text == "dành":
            verb = next(
                (at for at in range(place + 2, len(items)) if items[at].code in {codes.FORMS, *HEADS}), 0
            )
            if items[verb].text == "thuộc về":  # "Cờ thi đua dành cho đơn vị dẫn đầu năm 2019 đã thuộc về A"
                items[place + 1 : verb] = [
                    item for item in items[place + 1 : verb] if item.code == codes.YEAR
                ]
            continue
        told = items[place + 1].text in {",", "-", "–"} and [
            item.text for item in items[place + 2 : place + 4]
        ]
        if items[place].code != codes.FORMS or told != ["phần", "thưởng"]:
            continue
        verb = next((at for at in range(place + 4, len(items)) if items[at].code in {codes.FORMS, *HEADS}), 0)
        if verb and items[verb].code == codes.GIVE:
            del items[place + 1 : verb - (items[verb - 1].code == codes.PASSIVE)]


def leave_out_what_those_are(items: list[Item]) -> None:
    """ "… đã mang về cho Cục A nhiều phần thưởng: Huân chương …": the list behind the colon is what the body received."""
    for place in range(len(items) - 2, 2, -1):
        if items[place].code != ":" or items[place + 1].code != codes.FORMS:
            continue
        told = list(takewhile(lambda item: item.code == codes.WORD, reversed(items[:place])))
        whose = place - len(told) - 1
        rewards = {"phần", "thưởng"} <= {item.text for item in told}
        row = [item.code for item in items[max(whose - 2, 0) : whose]]
        if rewards and row == [codes.RECEIVE, codes.TO] and items[whose].code in RECIPIENTS:
            items[whose - 2 : place + 1] = [items[whose], items[whose - 2]]


def leave_out_who_gave(items: list[Item]) -> None:
    """ "nhận Huân chương … do Chủ tịch nước tặng, ông A": the order says enough."""
    for place in range(len(items) - 3, 1, -1):
        by = items[place].text == "do" and items[place + 1].code in {codes.OFFICE, codes.NAMED}
        received = items[place - 1].code == codes.FORMS and items[place - 2].code == codes.RECEIVE
        if by and received and items[place + 2].code == codes.GIVE:
            del items[place : place + 3]


def leave_out_the_giving(items: list[Item]) -> None:
    """ "Bằng khen được tặng theo quyết định … đối với bà A nay bị hủy bỏ": what is told is the later verb."""
    suffer = next((place for place, item in enumerate(items) if item.code == codes.SUFFER), 0)
    named = next((place for place in range(suffer, 0, -1) if items[place].code == codes.NAMED), 0)
    revoked = any(item.code == codes.REVOKE for item in items[suffer : suffer + 5])
    form = next((place for place, item in enumerate(items) if item.code == codes.FORMS), suffer)
    verb = form + 1
    while verb < named and (
        items[verb].code in {codes.PASSIVE, codes.YEAR} or items[verb].text in words.JOINING
    ):
        verb += 1
    given = verb < named and items[verb].code == codes.GIVE  # "… đã trao cho", "… từng được tặng"
    if revoked and given and form < named:
        items[form + 1 : named] = [Item(codes.TO, items[named].start, items[named].start)]


def date_by_a_later_verb(items: list[Item]) -> None:
    """ "đạt Huân chương …, được trao tặng năm 2014", "với Bằng khen được tặng năm 2011 và …": the later verb only says when."""
    for place in range(len(items) - 3, 1, -1):
        row = [item.code for item in items[place : place + 3]]
        marked = items[place - 1].code in {",", "("}
        form = items[place - 1 - marked]
        closed = all(item.code in _CLOSING or item.text in _ENDS for item in items[place + 3 : place + 4])
        told = row == [codes.PASSIVE, codes.GIVE, codes.YEAR] and form.code == codes.FORMS and closed
        if told and _belongs_to_another_verb(items, place - 1 - marked):
            items[place - (items[place - 1].code == ",") : place + 2] = []


def _belongs_to_another_verb(items: list[Item], form: int) -> bool:
    """Whether the form stands behind a verb in its clause, alone or in a row."""
    between = takewhile(lambda item: item.code != ";", reversed(items[:form]))
    return any(item.code in HEADS for item in between)


def receive_at_a_ceremony(items: list[Item]) -> None:
    """ "Bộ A tổ chức lễ đón nhận Huân chương … của Đồn B": whose the order is stands behind it."""
    for place in range(1, len(items) - 3):
        row = [item.code for item in items[place : place + 2]] == [codes.RECEIVE, codes.FORMS]
        held = [item.text for item in items[max(place - 3, 0) : place]] == ["tổ", "chức", "lễ"]
        held = held and items[place + 2].text == "của"
        if row and held and items[place + 3].code == codes.NAMED:
            items[place].code, items[place + 2].code = codes.GIVE, codes.TO
