"""Verbs of giving and receiving with what stands around them: who conferred what on whom."""

from itertools import pairwise

from awards.extraction.framing.agents import agent_of, passive_of
from awards.extraction.framing.carrying import go_on_in_the_passive, take_forms_of, take_subject_of
from awards.extraction.framing.frame import HEADS, RECIPIENTS, Frame
from awards.extraction.framing.groups import groups_before, groups_behind
from awards.extraction.framing.joined_verbs import goes_on_with_another_verb, leave_out_what_gives_nothing
from awards.extraction.framing.rows import forms_before
from awards.extraction.framing.subjects import GOVERNORS, subject_of
from awards.extraction.language import words
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item


def frames(items: list[Item]) -> list[Frame]:
    """The frames of a sentence from left to right, each with its groups of forms and recipients."""
    found: list[Frame] = []
    left = 0
    leave_out_what_gives_nothing(items)
    for head, item in enumerate(items):
        if item.code not in HEADS or (
            found and found[-1].head >= 0 and _inside_revocation(items, found[-1], head)
        ):
            continue
        if goes_on_with_another_verb(items, head):
            continue
        frame = _frame(items, head, left)
        if found:
            found[-1].end = max(frame.start, found[-1].head + 1)
        found.append(frame)
        left = head + 1
    if found:
        found[-1].end = len(items)
    for before, frame in pairwise(found):
        go_on_in_the_passive(items, frame, before)
    for frame in found:
        frame.groups = groups_behind(items, frame) or groups_before(items, frame)
    for before, frame in pairwise(found):
        take_forms_of(items, frame, before)
    for before, frame, after in reversed(list(zip([None, *found], found, found[1:], strict=False))):
        take_subject_of(items, before, frame, after)
    return found


def _inside_revocation(items: list[Item], frame: Frame, head: int) -> bool:
    """ "thu hồi Bằng khen đã tặng cho A": the giving is part of what is revoked."""
    between = items[frame.head : head]
    ended = any(one.code in {";", codes.REVOKE} for one in between[1:]) or _begins_anew(between)
    return items[frame.head].code == codes.REVOKE and not ended


def _begins_anew(between: list[Item]) -> bool:
    """ "… bị thu hồi, bà B được tặng …": somebody else, and what was done to them."""
    pairs = [(one.code, other.code) for one, other in pairwise(between)]
    return (
        any(one == "," and other in RECIPIENTS for one, other in pairs) and between[-1].code == codes.PASSIVE
    )


def _frame(items: list[Item], head: int, left: int) -> Frame:
    passive, agent = passive_of(items, head, left)
    if passive is None and items[head].code != codes.RECEIVE:
        agent = agent_of(items, head, left)
    behind = [item.code for item in items[head + 1 : head + 3]]
    if passive is not None and behind == [codes.COUNTED, codes.FORMS]:
        passive = None  # "được Chủ tịch nước khen thưởng 2 tập thể Huân chương …"
    before = passive if passive is not None else head
    if passive is None and _said_of_forms(items, head):
        form = _behind_a_time(items, head)
        meant = [place for place in range(_clause(items, form, left), form) if items[place].code in GOVERNORS]
        return Frame(head, form, head, forms_before(items, form, left), None, meant)
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
        if items[place].code in {codes.HOPE, codes.PROPOSE}
        or items[place].text in words.PLANS
        or (items[place].text == "sẽ" and items[place + 1].text == "có" and place + 2 in subject)
    ]
    return Frame(head, start, passive, subject, agent, governors)


def _proposed(items: list[Item], governors: list[int]) -> list[int]:
    """ "danh sách 9 tập thể và 20 cá nhân đề nghị Bộ trưởng tặng …": they stand before the proposal."""
    place = next((place for place in governors if items[place].code == codes.PROPOSE), 0) - 1
    if place > 0 and items[place].code == ",":
        return _acclaimed(items, place)
    if own := _own_papers(items, place + 1):
        return own
    while place >= 0 and (items[place].code == codes.WORD or items[place].text == "tiêu biểu"):
        place -= 1  # "5 nông dân tiêu biểu đề nghị …"
    chain: list[int] = []
    while place >= 0 and items[place].code == codes.COUNTED:
        chain.insert(0, place)
        place -= 2 if items[place - 1].code in {",", "v"} else 1
    return chain


def _own_papers(items: list[Item], proposal: int) -> list[int]:
    """ "Trường A đang hoàn thiện hồ sơ đề nghị Chủ tịch nước tặng …": nobody but itself is proposed."""
    submits = items[proposal].text == "trình" and items[proposal - 1].text == "đang"
    papers = items[proposal].text == "hồ sơ" or submits
    given = any(item.code == codes.TO or item.text == "đối" for item in items[proposal:])
    opens = next((place for place, item in enumerate(items[:proposal]) if item.code != codes.YEAR), 0)
    return [opens] if papers and not given and items[opens].code == codes.NAMED else []


def _acclaimed(items: list[Item], comma: int) -> list[int]:
    """ "suy tôn Sở A là đơn vị dẫn đầu, đề nghị tặng …", "A được các đơn vị suy tôn, đề nghị tặng …"."""
    verb = next((place for place in range(comma - 1, 0, -1) if items[place].text == "tôn"), 0)
    if not verb or items[verb - 1].text != "suy":
        return []
    if items[verb + 1].code in RECIPIENTS:
        return [verb + 1]
    passive = next((place for place in range(verb, 0, -1) if items[place].code == codes.PASSIVE), 0)
    if passive and items[0].code == codes.NAMED:
        return [0]
    return subject_of(items, passive, 0)[0] if passive else []


def _said_of_forms(items: list[Item], head: int) -> bool:
    """ "2 Bằng khen của A trao cho hai cá nhân", "Cờ thi đua thuộc về B": the form is the subject."""
    before = _behind_a_time(items, head)
    if not head or items[before].code != codes.FORMS:
        return False
    to_whom = items[head + 1].code if head + 1 < len(items) else ""
    by_itself = items[head].text in {"thuộc về", "trao tận tay", "trao đến", "trao tới"}
    return by_itself or to_whom == codes.TO or (to_whom in RECIPIENTS and _opens_a_row(items, before))


def _opens_a_row(items: list[Item], form: int) -> bool:
    """ "Bằng khen của Bộ A tặng Cục B, Giấy khen của Cục C tặng Đội D": what each is given stands before."""
    before = [item.code for item in items[max(form - 2, 0) : form]]
    behind_another = len(before) == 2 and before[0] in RECIPIENTS and before[1] in {",", ";", "v"}
    opens = not before or before[-1] == ":" or items[form - 1].text == "cạnh"
    return items[form].forms[-1].has_authority and (opens or behind_another)


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
