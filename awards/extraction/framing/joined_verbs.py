"""Verbs that say no more than another: joined or left out before frames are laid."""

from dataclasses import replace
from itertools import pairwise

from awards.extraction.framing.frame import HEADS, RECIPIENTS
from awards.extraction.language import words
from awards.extraction.language.nouns import COLLECTIVE, INDIVIDUAL
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item


def join_verbs(items: list[Item]) -> None:
    """ "trao Huân chương … tặng bà A": the second verb says no more than "cho"."""
    for place in range(1, len(items) - 1):
        _say_one_verb(items, place)
        of_whom = items[place - 1].code == codes.OFFICE and items[place - 2].text == "của"
        form = place - 3 if of_whom else place - 1  # "trao Huân chương … của Chủ tịch nước tặng Lữ đoàn A"
        second = items[place].code == codes.GIVE and items[form].code == codes.FORMS
        if second and _is_told_later(items, place):
            items[place].code = codes.TO
        first = max((at for at in range(place) if items[at].code in HEADS), default=None)
        if not second or first is None or items[first].code != codes.GIVE:
            continue
        said = items[first + 1 : place - (2 if of_whom else 0)]
        between = {item.code for item in said if item.code != codes.WORD}
        if between <= {codes.FORMS, ",", "v", codes.TO, *RECIPIENTS} and items[place + 1].code in RECIPIENTS:
            items[place].code = codes.TO


def share_the_form(items: list[Item]) -> None:
    """ "12 mẹ được phong tặng, 45 mẹ được truy tặng danh hiệu …": the form is said once, behind the last verb."""
    told = [codes.PASSIVE, codes.GIVE]
    for place in range(len(items) - 6, 0, -1):
        row = [item.code for item in items[place : place + 7]]
        twice = row[:2] == told and row[4:] == [*told, codes.FORMS] and row[2] in {",", "v"}
        if twice and {row[3], items[place - 1].code} <= RECIPIENTS:
            forms = [replace(form, count=None) for form in items[place + 6].forms]
            items.insert(place + 2, replace(items[place + 6], forms=forms))


def mean_those_counted(items: list[Item]) -> None:
    """ "28 công nhân thông tuyến sau 36 giờ; họ được tặng …": they are those who were counted last."""
    for place in range(1, len(items) - 1):
        opens = items[place - 1].code in {",", ";", "v"} and items[place].text == "họ"
        told = items[place + 1].code == codes.PASSIVE or items[place + 1].text in words.JOINING
        those = [item for item in items[:place] if item.counted and not item.counted.plural]
        named = any(item.code == codes.NAMED and item.name.kind == INDIVIDUAL for item in items[:place])
        if opens and told and those and not named and those[-1].counted.groups[0][0] == INDIVIDUAL:
            items[place] = replace(those[-1], start=items[place].start, end=items[place].end)


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


def _say_one_verb(items: list[Item], place: int) -> None:
    """ "công nhận 5 cá nhân đạt danh hiệu …": the one who recognises gives."""
    before = place - 1
    while before > 0 and items[before].code in RECIPIENTS | {",", "v"}:
        before -= 1
    recognised = items[before].code == codes.GIVE and before < place - 1
    if recognised and items[place].code == codes.RECEIVE and items[place + 1].code == codes.FORMS:
        items[place].code = codes.WORD


def _is_told_later(items: list[Item], place: int) -> bool:
    """ "Bằng khen tặng ông A đã bị thu hồi": what was given is what the later verb is said of."""
    opens = place == 1 or items[place - 2].code in {",", ";"}
    later = [item.code for item in items[place + 2 :]]
    behind = later.index(codes.SUFFER) if codes.SUFFER in later else -1
    return (
        opens
        and items[place + 1].code in RECIPIENTS
        and behind >= 0
        and codes.REVOKE in later[behind : behind + 3]
    )


def leave_out_what_gives_nothing(items: list[Item]) -> None:
    """ "A giành huy chương vàng và được tặng …": a verb without a form tells of no honour and parts nothing."""
    for head, after in pairwise([*heads(items), len(items)]):
        receives = items[head].code == codes.RECEIVE
        if receives and not any(item.code == codes.FORMS for item in items[head:after]):
            items[head].code = codes.WORD  # "15 học sinh đoạt giải"
    before = 0
    for head, after in pairwise([*heads(items), len(items)]):
        says_nothing = not any(item.code == codes.FORMS for item in items[before:after])
        joined = all(item.code in {",", "v"} for item in items[head + 1 : after])  # "phong tặng, truy tặng"
        of_nothing = items[head].code != codes.REVOKE or _is_parted_off(items[head:after])
        if says_nothing and after < len(items) and not joined and of_nothing:
            items[head].code = codes.WORD
        else:
            before = head + 1


def _is_parted_off(clause: list[Item]) -> bool:
    """ "Với thành tích thu hồi nợ đọng, Phòng A được tặng …": what is taken back stands in a clause without a form."""
    return any(item.code in {",", ";"} for item in clause[1:])


def heads(items: list[Item]) -> list[int]:
    return [place for place, item in enumerate(items) if item.code in HEADS]


def goes_on_with_another_verb(items: list[Item], head: int) -> bool:
    """ "phong tặng và truy tặng danh hiệu …", "hủy bỏ, thu hồi …": the last verb speaks for all."""
    after = items[head + 1 : head + 3]
    return len(after) == 2 and after[0].code in {",", "v"} and after[1].code == items[head].code
