"""What a sentence says once for several: a form, a verb, those counted, the body whose people they are."""

from dataclasses import replace
from itertools import takewhile

from awards.extraction.framing.frame import HEADS, RECIPIENTS
from awards.extraction.language import words
from awards.extraction.language.nouns import COLLECTIVE, INDIVIDUAL
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Counted, Item


def share_the_form(items: list[Item]) -> None:
    """ "12 mẹ được phong tặng, 45 mẹ được truy tặng danh hiệu …": the form is said once, behind the last verb."""
    told = [codes.PASSIVE, codes.GIVE]
    for place in range(len(items) - 6, 0, -1):
        row = [item.code for item in items[place : place + 7]]
        twice = row[:2] == told and row[4:] == [*told, codes.FORMS] and row[2] in {",", "v"}
        if twice and {row[3], items[place - 1].code} <= RECIPIENTS:
            forms = [replace(form, count=None) for form in items[place + 6].forms]
            items.insert(place + 2, replace(items[place + 6], forms=forms))


def share_the_recipients(items: list[Item]) -> None:
    """ "Bộ A tặng Bằng khen, UBND tỉnh B tặng Cờ thi đua cho Cục C": whom both gave is said once, behind the last form."""
    agents = {codes.NAMED, codes.OFFICE}
    for place in range(len(items) - 7, -1, -1):
        row = [item.code for item in items[place : place + 8]]
        opens = not place or items[place - 1].code in {",", ";", ":", codes.YEAR}
        gives = {row[0], row[4]} <= agents and row[1:3] == row[5:7] == [codes.GIVE, codes.FORMS]
        if opens and gives and row[3] in {",", "v"} and row[7:] == [codes.TO]:
            whom = takewhile(lambda item: item.code in RECIPIENTS | {",", "v"}, items[place + 8 :])
            shared = [replace(item) for item in whom]
            while shared and shared[-1].code not in RECIPIENTS:
                shared.pop()
            items[place + 3 : place + 3] = [replace(items[place + 7]), *shared] if shared else []


def give_again(items: list[Item]) -> None:
    """ "A tặng Bằng khen cho 2 tập thể, Bộ trưởng Bộ B cho 8 tập thể": who else gave the same is said without the verb."""
    for place in range(len(items) - 3, 1, -1):
        around = [item.code for item in items[place - 2 : place + 3]]
        gives = around[2] in {codes.OFFICE, codes.NAMED} and around[3] == codes.TO
        if not gives or not {around[0], around[4]} <= RECIPIENTS or around[1] not in {",", ";", "v"}:
            continue
        before = [item for item in items[:place] if item.code in {codes.FORMS, *HEADS}]
        told = [item.code for item in before[-2:]] == [codes.GIVE, codes.FORMS]
        if told and not any(form.has_authority for form in before[-1].forms):
            start = items[place].start
            forms = [replace(form, count=None) for form in before[-1].forms]
            verb = Item(codes.GIVE, start, items[place].end, text=before[-2].text)
            items[place + 1 : place + 1] = [verb, replace(before[-1], forms=forms)]


def count_again(items: list[Item]) -> None:
    """ "Năm 2016 có 12 tập thể được tặng Bằng khen, năm 2017 có 15 tập thể": as many were given the same that year."""
    for place in range(len(items) - 1, 2, -1):
        year = place - 1
        while year > max(place - 5, 1) and items[year].code in {codes.WORD, codes.LIST}:
            year -= 1
        row = items[year - 1].code in {",", ";", "v"} and items[year].code == codes.YEAR and year < place - 1
        says_how_many = row and items[place].counted and items[place - 1].text in {"có", "là", "tăng lên"}
        closed = all(
            item.code in {",", ";", "v"} or item.text in words.WHY | {".", "”"}
            for item in items[place + 1 : place + 2]
        )
        form = next((at for at in range(year, 0, -1) if items[at].forms), 0)
        verb = next((at for at in range(form, 0, -1) if items[at].code in {codes.PASSIVE, codes.RECEIVE}), 0)
        if says_how_many and closed and form and verb:
            again = [
                replace(items[form], forms=[replace(one, count=None, year=None) for one in items[form].forms])
            ]
            items[place + 1 : place + 1] = items[verb:form] + again


def give_what_those_were_praised_with(items: list[Item]) -> None:
    """ "340 cá nhân được khen thưởng, trong đó có 5 Huân chương …, 12 Bằng khen …": the numbers are of what was given."""
    row = [codes.FORMS, ",", "v", ";"]
    for place in range(len(items) - 2, 1, -1):
        forms = list(takewhile(lambda item: item.code in row, items[place + 1 :]))
        listed = items[place].code in {codes.LIST, ":"} and forms
        praised = next((at for at in range(place - 1, 0, -1) if _praises(items, at)), 0) if listed else 0
        passive = next((at for at in range(praised, 0, -1) if items[at].code == codes.PASSIVE), 0)
        numbered = all(isinstance(form.count, int) for item in forms for form in item.forms)
        between = items[passive + 1 : praised] + items[praised + 1 : place]
        level = {codes.WORD, codes.NAMED}  # "khen thưởng cấp Nhà nước"
        plain = all(item.code in level or item is items[place - 1] for item in between)
        if passive and numbered and plain and items[passive - 1].code == codes.COUNTED:
            for item in takewhile(
                lambda one: one.code in {codes.COUNTED, ",", "v"}, reversed(items[:passive])
            ):
                kinds = [(kind, "many") for kind, _count in item.counted.groups] if item.counted else []
                item.counted = Counted(kinds, plural=True) if item.counted else None
            start = items[praised].start
            items[passive + 1 : place + 1] = [Item(codes.GIVE, start, start + 1, text="khen thưởng")]
            return


def _praises(items: list[Item], at: int) -> bool:
    return items[at].text == "khen thưởng" or [item.text for item in items[at - 1 : at + 1]] == [
        "khen",
        "thưởng",
    ]


def mean_those_counted(items: list[Item]) -> None:
    """ "28 công nhân thông tuyến sau 36 giờ; họ được tặng …": they are those who were counted last."""
    for place in range(1, len(items) - 1):
        opens = items[place - 1].code in {",", ";", "v"} and items[place].text == "họ"
        told = items[place + 1].code == codes.PASSIVE or items[place + 1].text in words.JOINING
        those = [item for item in items[:place] if item.counted and not item.counted.plural]
        named = any(item.code == codes.NAMED and item.name.kind == INDIVIDUAL for item in items[:place])
        if opens and told and those and not named and those[-1].counted.groups[0][0] == INDIVIDUAL:
            items[place] = replace(those[-1], start=items[place].start, end=items[place].end)


def name_the_collective(items: list[Item]) -> None:
    """ "tập thể và 4 cá nhân của Trạm A": the collective is the one whose the people are."""
    for place in range(len(items) - 4):
        said = items[place].text.lower() == "tập" and items[place + 1].text == "thể"
        if not said or items[place + 2].code != "v" or items[place + 3].code != codes.COUNTED:
            continue
        of = place + 4 + (items[place + 4].text in {"của", "thuộc"})
        if of < len(items) and items[of].code == codes.NAMED and items[of].name.kind == COLLECTIVE:
            start, end = items[place].start, items[place + 1].end
            items[place + 1] = Item(codes.NAMED, start, end, name=items[of].name, text=items[of].text)
            items[of] = Item(codes.WORD, items[of].start, items[of].end)
