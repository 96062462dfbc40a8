"""Who tells what a sentence says: "Ông A, Giám đốc Sở B, cho biết:" is no part of what is told."""

from awards.extraction.framing.frame import HEADS
from awards.extraction.language.phrases import phrases
from awards.extraction.naming.names import Names
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

_SAYS = phrases(
    "cho biết|cho hay|chia sẻ|khẳng định|nhấn mạnh|thông tin|thông báo|nói|nhận xét|cười|kể|tâm sự|bày tỏ|phát biểu|báo cáo|nhớ lại|cho rằng|tiết lộ|trao đổi"
    "|xác nhận|bộc bạch|giới thiệu|nêu rõ|giải thích|trả lời|vui mừng|xúc động|phấn khởi|tự hào"
)
_WHO = {codes.NAMED, codes.OFFICE}
_LONGEST_MANNER = 6  # items between "chia sẻ" and the comma: "với phóng viên"


def speech(items: list[Item], names: Names) -> tuple[int, int]:
    """From where to where what is told goes: all of it where nobody is said to tell it."""
    begins = _behind_an_opening(items, names)
    return begins, (len(items) if begins else _before_a_close(items, names))


def _behind_an_opening(items: list[Item], names: Names) -> int:
    """The place after "Ông A cho biết," or "Theo ông A,", or 0."""
    if len(items) > 3 and items[0].text.lower() == "theo" and items[1].code in _WHO and items[2].code == ",":
        return 3
    for place, item in enumerate(items):
        if item.code in {codes.FORMS, codes.COUNTED, *HEADS} or (item.code == codes.HOPE and place):
            return 0
        felt = items[place - 1].text in {"đáng", "niềm"}  # "những phần thưởng đáng tự hào: …"
        if place and names.phrase(item.start, _SAYS) > item.start and not felt:
            named = any(one.code in _WHO for one in items[:place])
            return _behind_the_manner(items, place) if named else 0
    return 0


def _behind_the_manner(items: list[Item], verb: int) -> int:
    for place in range(verb + 1, min(verb + _LONGEST_MANNER, len(items) - 1)):
        if items[place].text == "rằng" or items[place].code in {",", ":"}:
            return place + 1
        if items[place].code not in {codes.WORD, codes.TO}:
            return 0
    return 0


def _before_a_close(items: list[Item], names: Names) -> int:
    """Where "”, ông A cho biết." begins, or the end."""
    for place in range(len(items) - 1, 0, -1):
        closes = items[place].code == "," and names.low(items[place].start - 1) in {"”", '"'}
        if closes and any(names.phrase(item.start, _SAYS) > item.start for item in items[place:]):
            return place
        if items[place].code in {codes.FORMS, *HEADS}:
            break
    return len(items)
