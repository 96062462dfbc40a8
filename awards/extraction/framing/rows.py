"""Recipients and forms that stand in a row before a verb."""

from awards.extraction.framing.bystanders import was_given_before
from awards.extraction.framing.frame import RECIPIENTS
from awards.extraction.language import nouns
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

# What goes on telling of those counted: "5 giáo viên đạt thành tích cao".
_SAYING_MORE = {"cho", "có", "đạt", "thuộc", "của", "trong", "trên", "ở", "tại", "lập", "hoàn"}


def names_behind(items: list[Item], place: int, left: int) -> list[int]:
    """The names in a row that end here, brackets between them left out."""
    chain: list[int] = []
    while place >= left:
        if items[place].code == ")":
            place = opening_of(items, place, left) - 1
        elif items[place].code == codes.NAMED:
            chain.insert(0, place)
            place -= 1
        elif items[place].code in {",", "v"} and chain:
            place -= 1
        else:
            break
    return chain


def described_before(items: list[Item], joint: int, left: int) -> int | None:
    """The number before "và" or a comma and what is said of it: "5 giáo viên của Sở A có nhiều đóng góp và 12 chi bộ"."""
    place = joint - 1
    while place >= left and (items[place].code in {codes.WORD, codes.TO} or _says_whose(items, place)):
        place -= 1
    if place < left or items[place].code != codes.COUNTED or items[place].counted.plural:
        return None
    behind = [item.text for item in items[place + 1 : joint]]
    of_the_noun = len(behind) < 3 and not nouns.STOPS & set(behind)  # "5 trạm y tế, 12 hợp tác xã"
    if not of_the_noun and items[place + 1].text not in _SAYING_MORE:
        return None
    before = items[place - 1] if place > left else None
    opens = before is None or before.code in {",", ";", ":", "v", codes.LIST} or before.text in {"có", "cả"}
    return place if opens or items[joint].code == "v" else None


def _says_whose(items: list[Item], place: int) -> bool:
    return items[place].code == codes.NAMED and items[place - 1].text in {"của", "thuộc", "ở", "tại", "trên"}


def joined_before(items: list[Item], place: int, left: int) -> list[int]:
    """ "Công ty A và 2 cá nhân: …": who was named before the number."""
    chain: list[int] = []
    while (before := _behind_a_joint(items, place)) >= left and items[before].code in RECIPIENTS:
        if was_given_before(items, before, left):
            break
        place = before
        chain.insert(0, place)
    number = (
        number_before(items, place - 1, left)
        if chain and items[place - 1].code in {codes.LIST, ":"}
        else None
    )
    return chain if number is None else [number]  # "2 tập thể gồm A và B và 2 cá nhân gồm …"


def _behind_a_joint(items: list[Item], place: int) -> int:
    """What stands before a comma, "và" or ", cùng", or -1."""
    if place < 2 or items[place - 1].code not in {",", "v"}:
        return -1
    return place - 3 if items[place - 2].code == "," else place - 2


def number_before(items: list[Item], listing: int, left: int) -> int | None:
    """The number that a list belongs to: "ba cán bộ của Chi cục A gồm: …", "9 hộ ở xã B, trong đó có …"."""
    for place in range(listing - 1, max(left, listing - 10) - 1, -1):
        item = items[place]
        if item.code == codes.COUNTED:
            return place
        if item.code not in {codes.WORD, codes.NAMED, ",", codes.LIST}:
            return None
    return None


def number_of_whom(items: list[Item], place: int, left: int) -> int | None:
    """The number right before a name, or parted by what its noun goes on with: "29 hội viên nông dân tỉnh A"."""
    here = place
    while here > left and items[here].code == codes.WORD and items[here].text not in nouns.STOPS:
        here -= 1
    plain = here == place or (
        place - here < 4 and all(item.text.isalpha() for item in items[here + 1 : place + 1])
    )
    return here if here >= left and plain and items[here].code == codes.COUNTED else None


def forms_before(items: list[Item], last: int, left: int) -> list[int]:
    """ "Bằng khen, Giấy khen đã được trao": all the forms that the verb is said of."""
    chain = [last]
    own = left + (left > 0)  # not the form right behind the verb before
    while (
        chain[0] - 2 >= own
        and items[chain[0] - 1].code in {",", "v"}
        and items[chain[0] - 2].code == codes.FORMS
        and items[chain[0] - 3].text
        != "là"  # "công nhận 9 người là Chiến sĩ thi đua, Bằng khen được trao cho …"
    ):
        chain.insert(0, chain[0] - 2)
    return chain


def joined(items: list[Item], first: int, second: int) -> bool:
    return all(
        items[place].code in {",", "v"} or items[place].text in {"-", "–"}
        for place in range(first + 1, second)
    )


def opening_of(items: list[Item], close: int, left: int) -> int:
    for place in range(close, left - 1, -1):
        if items[place].code == "(":
            return place
    return left
