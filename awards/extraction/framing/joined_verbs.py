"""Verbs that say no more than another: joined or left out before frames are laid."""

from itertools import pairwise

from awards.extraction.framing.frame import HEADS, RECIPIENTS
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item


def join_verbs(items: list[Item]) -> None:
    """ "trao Huân chương … tặng bà A": the second verb says no more than "cho"."""
    for place in range(1, len(items) - 1):
        _say_one_verb(items, place)
        of_whom = items[place - 1].code == codes.OFFICE and items[place - 2].text == "của"
        form = place - 3 if of_whom else place - 1  # "trao Huân chương … của Chủ tịch nước tặng Lữ đoàn A"
        second = items[place].code == codes.GIVE and items[form].code == codes.FORMS
        second = second and items[place].text != "thuộc về"  # that verb is said of its own form
        if second and _is_told_later(items, place):
            items[place].code = codes.TO
        first = max((at for at in range(place) if items[at].code in HEADS), default=None)
        if not second or first is None or items[first].code != codes.GIVE:
            continue
        said = items[first + 1 : place - (2 if of_whom else 0)]
        between = {item.code for item in said if item.code != codes.WORD}
        if between <= {codes.FORMS, ",", "v", codes.TO, *RECIPIENTS} and items[place + 1].code in RECIPIENTS:
            items[place].code = codes.TO


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
