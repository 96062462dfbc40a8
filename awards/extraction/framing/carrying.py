"""What one verb takes over from the verb beside it: its passive, its forms, its subject."""

from dataclasses import replace

from awards.extraction.framing.frame import RECIPIENTS, Frame
from awards.extraction.framing.groups import groups_given
from awards.extraction.language import words
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item


def go_on_in_the_passive(items: list[Item], frame: Frame, before: Frame) -> None:
    """ "được Bộ trưởng gửi Thư khen và tặng Bằng khen": the second verb is as passive as the first."""
    head = items[frame.head]
    own = frame.passive is not None or frame.agent is not None or head.code != codes.GIVE
    recognised = (
        head.text == "công nhận" and items[frame.head - 1].code != "v"
    )  # "…, công nhận 2 Chiến sĩ thi đua"
    if own or recognised or before.passive is None or before.passive == before.head:
        return
    between = items[before.head + 1 : frame.head]
    behind = items[frame.head + 1 : frame.end]
    plain = all(
        item.code in {codes.FORMS, codes.YEAR, ",", "v"} or item.text in words.JOINING for item in between
    )
    if plain and not any(item.code in RECIPIENTS for item in behind):
        frame.passive, frame.agent = frame.head, before.agent


# "truy tặng danh hiệu này cho liệt sĩ A": the form that was just named.
_THE_SAME = {"danh", "hiệu", "hình", "thức", "phần", "thưởng", "này", "trên", "đó"}


def take_forms_of(items: list[Item], frame: Frame, before: Frame) -> None:
    """ "truy tặng danh hiệu … cho 14 mẹ, phong tặng cho 2 mẹ còn sống": the form is said once."""
    verbs = {items[before.head].text, items[frame.head].text}
    differ = len(verbs) == 2 and verbs & {"truy tặng", "phong tặng"}
    behind = (item for item in items[frame.head + 1 : frame.end] if item.text not in _THE_SAME)
    to = next((item.code for item in behind), "") == codes.TO
    if frame.groups or not before.groups or not differ or not to:
        return
    forms = [replace(form, count=None) for form in before.groups[-1].forms]
    frame.groups = groups_given(items, frame, forms)


def take_subject_of(items: list[Item], before: Frame | None, frame: Frame, after: Frame) -> None:
    """ "Từng được tặng Huân chương …, Công ty A đang …": the subject follows behind a comma."""
    spoken_of = frame.passive is not None or items[frame.head].code == codes.RECEIVE
    beside = frame.start > 0 and items[frame.start - 1].text in {
        "ngoài",
        "cạnh",
        "với",
    }  # "ngoài Cờ thi đua được tặng …, A"
    told = frame.subject and not (beside and items[frame.subject[0]].code == codes.FORMS)
    if not spoken_of or told or not frame.groups or frame.groups[-1].has_recipients:
        return
    told_before = before is not None and before.groups and not _is_fronted(items, before)
    if told_before or not _is_fronted(items, frame):
        return  # "Trung tâm đạt …, được tặng …, 2 viên chức đạt …": the second goes on with the first
    between = items[frame.groups[-1].end : after.start]
    again = all(item.code == "," or item.text in words.JOINING or item.text.isdigit() for item in between)
    if again and not after.subject and after.groups and after.groups[0].named:
        frame.groups[-1].named += after.groups[0].named  # "Với 9 lần đạt …, 2 lần đạt …, chị A là …"
    elif between[-1:] and all(item.code in {",", codes.YEAR} or _tells_how_long(item) for item in between):
        frame.groups[-1].named += [items[place].name for place in after.subject if items[place].name]
        frame.groups[-1].counted += [items[place] for place in after.subject if items[place].counted]


def _tells_how_long(item: Item) -> bool:
    """ "Vừa nhận Huân chương … chưa lâu, Nhà máy A lại …"."""
    return item.text in {"chưa", "không", "lâu", "bao", "được", "này", "dịp", "đợt"}


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
