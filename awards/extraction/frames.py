"""Verbs of giving and receiving with what stands around them: who conferred what on whom."""

from dataclasses import replace
from itertools import pairwise

from awards.extraction import item as codes
from awards.extraction import words
from awards.extraction.frame import HEADS, RECIPIENTS, Frame
from awards.extraction.groups import groups_before, groups_behind, groups_given
from awards.extraction.item import Item
from awards.extraction.nouns import COLLECTIVE
from awards.extraction.subjects import GOVERNORS, agent_of, forms_before, passive_of, subject_of


def supply_verb(items: list[Item]) -> None:
    """ "Kho bạc A: Bằng khen của Bộ trưởng cho 2 phòng": a list of awards needs no verb to be one."""
    if any(item.code in HEADS for item in items):
        return
    for place, item in enumerate(items[:-2]):
        if (
            item.code == codes.FORMS
            and items[place + 1].code == codes.TO
            and items[place + 2 + (items[place + 2].code == ":")].code in RECIPIENTS
        ):
            items.insert(place, Item(codes.GIVE, item.start, item.start + 1, text="trao"))
            return


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
        between = {item.code for item in items[first + 1 : place - (2 if of_whom else 0)]}
        if between <= {codes.FORMS, ",", "v", codes.TO, *RECIPIENTS} and items[place + 1].code in RECIPIENTS:
            items[place].code = codes.TO


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


def frames(items: list[Item]) -> list[Frame]:
    """The frames of a sentence from left to right, each with its groups of forms and recipients."""
    found: list[Frame] = []
    left = 0
    _leave_out_what_gives_nothing(items)
    for head, item in enumerate(items):
        if item.code not in HEADS or (
            found and found[-1].head >= 0 and _inside_revocation(items, found[-1], head)
        ):
            continue
        if _goes_on_with_another_verb(items, head):
            continue
        frame = _frame(items, head, left)
        if found:
            found[-1].end = max(frame.start, found[-1].head + 1)
        found.append(frame)
        left = head + 1
    if found:
        found[-1].end = len(items)
    for before, frame in pairwise(found):
        _go_on_in_the_passive(items, frame, before)
    for frame in found:
        frame.groups = groups_behind(items, frame) or groups_before(items, frame)
    for before, frame in pairwise(found):
        _take_forms_of(items, frame, before)
    for frame, after in reversed(list(pairwise(found))):
        _take_subject_of(items, frame, after)
    return found


def _leave_out_what_gives_nothing(items: list[Item]) -> None:
    """ "A giành huy chương vàng và được tặng …": a verb without a form tells of no honour and parts nothing."""
    for head, after in pairwise([*_heads(items), len(items)]):
        receives = items[head].code == codes.RECEIVE
        if receives and not any(item.code == codes.FORMS for item in items[head:after]):
            items[head].code = codes.WORD  # "15 học sinh đoạt giải"
    before = 0
    for head, after in pairwise([*_heads(items), len(items)]):
        says_nothing = not any(item.code == codes.FORMS for item in items[before:after])
        joined = all(item.code in {",", "v"} for item in items[head + 1 : after])  # "phong tặng, truy tặng"
        if says_nothing and after < len(items) and not joined and items[head].code != codes.REVOKE:
            items[head].code = codes.WORD
        else:
            before = head + 1


def _heads(items: list[Item]) -> list[int]:
    return [place for place, item in enumerate(items) if item.code in HEADS]


def _goes_on_with_another_verb(items: list[Item], head: int) -> bool:
    """ "phong tặng và truy tặng danh hiệu …", "hủy bỏ, thu hồi …": the last verb speaks for all."""
    after = items[head + 1 : head + 3]
    return len(after) == 2 and after[0].code in {",", "v"} and after[1].code == items[head].code


def _go_on_in_the_passive(items: list[Item], frame: Frame, before: Frame) -> None:
    """ "được Bộ trưởng gửi Thư khen và tặng Bằng khen": the second verb is as passive as the first."""
    head = items[frame.head]
    own = frame.passive is not None or frame.agent is not None or head.code != codes.GIVE
    if own or head.text == "công nhận" or before.passive is None or before.passive == before.head:
        return
    between = items[before.head + 1 : frame.head]
    behind = items[frame.head + 1 : frame.end]
    plain = all(
        item.code in {codes.FORMS, codes.YEAR, ",", "v"} or item.text in words.JOINING for item in between
    )
    if plain and not any(item.code in RECIPIENTS for item in behind):
        frame.passive, frame.agent = frame.head, before.agent


def _take_forms_of(items: list[Item], frame: Frame, before: Frame) -> None:
    """ "truy tặng danh hiệu … cho 14 mẹ, phong tặng cho 2 mẹ còn sống": the form is said once."""
    verbs = {items[before.head].text, items[frame.head].text}
    differ = len(verbs) == 2 and verbs & {"truy tặng", "phong tặng"}
    if frame.groups or not before.groups or not differ or items[frame.head + 1].code != codes.TO:
        return
    forms = [replace(form, count=None) for form in before.groups[-1].forms]
    frame.groups = groups_given(items, frame, forms)


def _take_subject_of(items: list[Item], frame: Frame, after: Frame) -> None:
    """ "Từng được tặng Huân chương …, Công ty A đang …": the subject follows behind a comma."""
    spoken_of = frame.passive is not None or items[frame.head].code == codes.RECEIVE
    if not spoken_of or frame.subject or not frame.groups or frame.groups[-1].has_recipients:
        return
    if not _is_fronted(items, frame):
        return
    between = items[frame.groups[-1].end : after.start]
    again = all(item.code == "," or item.text == "lần" or item.text.isdigit() for item in between)
    if again and not after.subject and after.groups and after.groups[0].named:
        frame.groups[-1].named += after.groups[0].named  # "Với 9 lần đạt …, 2 lần đạt …, chị A là …"
    elif all(item.code == "," for item in between):
        frame.groups[-1].named += [items[place].name for place in after.subject if items[place].name]
        frame.groups[-1].counted += [items[place] for place in after.subject if items[place].counted]


def _is_fronted(items: list[Item], frame: Frame) -> bool:
    """Whether nothing but adverbs opens the clause: "Từng được", not "xã được"."""
    for place in range(frame.start - 1, -1, -1):
        item = items[place]
        if item.code in {",", ";", ":"}:
            return True
        adverb = (
            item.code in {codes.YEAR, "v"}
            or item.text in words.JOINING | words.FRONTING
            or item.text.isdigit()
        )
        if not adverb and item.text not in {"“", "-", "–", "là", "tự", "hào", "không", "chỉ", "những"}:
            return False
    return True


def _inside_revocation(items: list[Item], frame: Frame, head: int) -> bool:
    """ "thu hồi Bằng khen đã tặng cho A": the giving is part of what is revoked."""
    between = items[frame.head : head]
    return items[frame.head].code == codes.REVOKE and not any(
        one.code in {";", codes.REVOKE} for one in between[1:]
    )


def _frame(items: list[Item], head: int, left: int) -> Frame:
    passive, agent = passive_of(items, head, left)
    if passive is None and items[head].code != codes.RECEIVE:
        agent = agent_of(items, head, left)
    before = passive if passive is not None else head
    if passive is None and _said_of_forms(items, head):
        form = _behind_a_time(items, head)
        return Frame(head, form, head, forms_before(items, form, left), None, [])
    if passive is None and (by := _conferred_by(items, head)):
        return Frame(head, by - 2, head, forms_before(items, by - 2, left), by, [])
    if passive is None and items[head].code != codes.RECEIVE:
        governors = [
            place for place in range(_clause(items, head, left), head) if items[place].code in GOVERNORS
        ]
        start = min([agent] if agent is not None else [head])
        return Frame(head, start, None, _proposed(items, governors), agent, governors)
    subject, governors = subject_of(items, before, left)
    governors += [place for place in range(before, head) if items[place].code in GOVERNORS]
    start = min([*subject, before])
    governors += [
        place
        for place in range(_clause(items, start, left), start)
        if items[place].code in {codes.HOPE, codes.PROPOSE} or items[place].text in words.PLANS
    ]
    return Frame(head, start, passive, subject, agent, governors)


def _proposed(items: list[Item], governors: list[int]) -> list[int]:
    """ "danh sách 9 tập thể và 20 cá nhân đề nghị Bộ trưởng tặng …": they stand before the proposal."""
    place = next((place for place in governors if items[place].code == codes.PROPOSE), 0) - 1
    while place >= 0 and (items[place].code == codes.WORD or items[place].text == "tiêu biểu"):
        place -= 1  # "5 nông dân tiêu biểu đề nghị …"
    chain: list[int] = []
    while place >= 0 and items[place].code == codes.COUNTED:
        chain.insert(0, place)
        place -= 2 if items[place - 1].code in {",", "v"} else 1
    return chain


def _said_of_forms(items: list[Item], head: int) -> bool:
    """ "2 Bằng khen của A trao cho hai cá nhân", "Cờ thi đua thuộc về B": the form is the subject."""
    before = _behind_a_time(items, head)
    if not head or items[before].code != codes.FORMS:
        return False
    return items[head].text in {"thuộc về", "trao tận tay", "trao đến", "trao tới"} or (
        head + 1 < len(items) and items[head + 1].code == codes.TO
    )


def _conferred_by(items: list[Item], head: int) -> int:
    """Who gives in "Kỷ niệm chương do Bộ trưởng quyết định tặng cho 5 cá nhân", or 0."""
    place = head - 1
    while place > 0 and items[place].text in {"đã", "vừa", "ký", "quyết", "định", "ban", "hành"}:
        place -= 1
    gives = place > 1 and items[place].code in {codes.NAMED, codes.OFFICE} and items[place - 1].text == "do"
    to = head + 1 < len(items) and items[head + 1].code in {codes.TO, *RECIPIENTS}
    return place if gives and to and items[place - 2].code == codes.FORMS else 0


def _behind_a_time(items: list[Item], head: int) -> int:
    """What stands before the verb and "năm nay", "năm 2020", "đợt này"."""
    place = head - 1
    while place > 0 and (items[place].code == codes.YEAR or items[place].text in words.TIMES):
        place -= 1
    return place


def _clause(items: list[Item], at: int, left: int) -> int:
    """Where the clause begins in which `at` stands."""
    for place in range(at - 1, left - 1, -1):
        parts = items[place].code in {",", ";", ":"} and not _gives_after_review(
            items, place
        )  # "trình … xét, tặng"
        if parts and not _within_list(items, place):
            return place + 1
    return left


def _gives_after_review(items: list[Item], comma: int) -> bool:
    """ "trình Thủ tướng xem xét, tặng …" is one clause."""
    after = items[comma + 1] if comma + 1 < len(items) else items[comma]
    return items[comma - 1].text.endswith("xét") and (after.code == codes.GIVE or after.text == "quyết")


def _within_list(items: list[Item], comma: int) -> bool:
    """Whether the comma parts two recipients or forms."""
    sides = items[comma - 1 : comma] + items[comma + 1 : comma + 2]
    return (
        items[comma].code == ","
        and len(sides) == 2
        and all(one.code in RECIPIENTS | {codes.FORMS} for one in sides)
    )
