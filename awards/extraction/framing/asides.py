"""What stands beside a subject and only tells where, when or who it is."""

from itertools import takewhile

from awards.extraction.framing.frame import HEADS
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

_RELATIVE = {"người", "đơn", "nơi", "những"}  # "đơn vị mà …"
_ADVERBIAL = {"từ", "nhờ", "sau", "vượt", "với", "tại", "ở"}
_ON_THE_WAY = {"đã", "vừa", "cũng", "đều", "vinh", "mới", "từng", "còn"}


def is_in_an_adverbial(items: list[Item], place: int) -> bool:
    """ "Từ một xưởng 40 công nhân, Công ty A nay …": what opens the sentence before a comma tells of no recipient."""
    before = items[:place]
    said = [item.text for item in before[-2:]]
    if items[place].counted and said[-1:] == ["với"] and items[place + 1].code == ",":
        return said != ["cùng", "với"]  # "Thành lập năm 1989 với 11 cán bộ, Trạm A được"
    words_only = all(item.code in {codes.WORD, codes.YEAR} for item in before)
    return words_only and bool(before) and before[0].text in _ADVERBIAL and items[place + 1].code == ","


def is_where(items: list[Item], place: int) -> bool:
    """ "tại trụ sở Bộ A, ông B được trao": where it was."""
    if items[place].code != codes.NAMED or items[place + 1].code != ",":
        return False
    before = reversed(items[max(place - 4, 0) : place])
    said = list(takewhile(lambda item: item.code == codes.WORD and item.text != "có", before))
    return any(item.text in {"tại", "ở"} for item in said)


def is_former(items: list[Item], being: int) -> bool:
    """ "…, tiền thân là Trường B, …": what a body was called before."""
    return items[being].text == "là" and items[being - 1].text in {"thân", "đây", "gọi", "cũ"}


def is_told_by_a_name(items: list[Item], place: int) -> bool:
    """ "Người sáng lập Quỹ A, cụ B, được", "Trường A, tiền thân là Trường B, được": by whom it is told who they are."""
    if items[place].code != codes.NAMED or items[place + 1].code != ",":
        return False
    said = [item.text for item in takewhile(lambda one: one.code == codes.WORD, reversed(items[:place]))]
    return is_former(items, place - 1) or (
        1 < len(said) < 7 and said[-1] in {"người", "chủ"} and items[place + 2].code == codes.NAMED
    )


def is_told_by_a_relative(items: list[Item], place: int) -> bool:
    """ "Câu chuyện về thầy A, người được tặng …": the clause tells of who was just named."""
    return [one.text for one in items[place + 1 : place + 3]] in ([",", "người"], [",", "những"])


def is_told_of_alone(items: list[Item], place: int, before: int) -> bool:
    """ "500 giáo viên, trong đó có thầy A, người vừa được …", "…, trong đó em B đoạt giải Nhất và được …"."""
    behind = [one.text for one in items[place + 1 : place + 2]]
    acts = items[place + 1].code == codes.WORD and behind[0].isalpha() and behind[0] not in _ON_THE_WAY
    goes_on = any(one.code == "v" for one in items[place + 1 : before])
    return items[place].code == codes.NAMED and (is_told_by_a_relative(items, place) or (acts and goes_on))


def aside(items: list[Item], close: int, left: int) -> int:
    """Where an aside between dashes opens, "A - nữ trinh sát của Phòng B - được tặng", unless it names who."""
    if items[close].text not in {"-", "–"}:
        return 0
    opening = next((at for at in range(close - 2, left, -1) if items[at].text in {"-", "–"}), 0)
    return opening if opening and items[opening + 1].code != codes.NAMED else 0


def relative(items: list[Item], comma: int, left: int) -> int:
    """Where "Thiếu tá A, người từng vượt lũ cứu dân bản B, được" opens its aside, or 0."""
    for place in range(comma - 1, left, -1):
        if items[place].code in {codes.FORMS, *HEADS, ";", ":"}:
            return 0
        if items[place].code == "," and _says_who(items[place + 1], items[place - 1]):
            return place if items[place - 1].code == codes.NAMED else 0
    return 0


def _says_who(opening: Item, named: Item) -> bool:
    """ "…, người từng …", "Công ty A, một doanh nghiệp trong khu công nghiệp B, được"."""
    one = bool(opening.counted and named.name) and opening.counted.groups == [(named.name.kind, 1)]
    return one or opening.text in _RELATIVE


def together(items: list[Item], comma: int) -> bool:
    """ "Cùng với A, B được tặng": both were."""
    return (
        items[comma].code == ","
        and items[comma - 1].code == codes.NAMED
        and [item.text for item in items[max(comma - 3, 0) : comma - 1]] == ["cùng", "với"]
    )
