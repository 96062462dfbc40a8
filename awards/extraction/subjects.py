"""What stands before a verb: its subject, and what turns its meaning on the way."""

from awards.extraction import item as codes
from awards.extraction import nouns, words
from awards.extraction.frame import RECIPIENTS
from awards.extraction.item import Item
from awards.extraction.rows import (
    described_before,
    forms_before,
    joined,
    joined_before,
    names_behind,
    number_before,
    opening_of,
)

GOVERNORS = {codes.AIM, codes.HOPE, codes.NOT, codes.PROPOSE}
# A body behind one of these says whose or where, not who received.
_MODIFIERS = {
    "của",
    "thuộc",
    "tại",
    "trong",
    "ở",
    "từ",
    "với",
    "do",
    "bởi",
    "theo",
    "giữa",
    "trên",
    "sang",
    "về",
    "như",
    "đội",
    "nghị",
    "lễ",
}
_LONGEST_GAP = 40
_PARTS = {",", ";", ":", codes.YEAR, codes.HOPE}


def subject_of(items: list[Item], before: int, left: int) -> tuple[list[int], list[int]]:
    """The recipients (or the form) that the verb is said of, and what turns it on the way."""
    chain: list[int] = []
    governors: list[int] = []
    place = before - 1
    while place >= left and before - place < _LONGEST_GAP:
        item = items[place]
        if not chain and (opening := _aside(items, place, left)):
            place = opening - 1
            continue
        if item.code in RECIPIENTS:
            if not chain and _is_of_another(items, place, before, left):
                place -= 1
                continue
            if item.code == codes.NAMED and _is_served(items, place):
                place -= 2
                continue
            if (
                item.code == codes.NAMED
                and place > left
                and items[place - 1].text in _MODIFIERS
                and items[place - 2].text != "đến"
                and items[place - 1].code not in {",", codes.LIST}
            ):
                if _revoked_of(items, place, before):
                    return [place - 2, place], governors
                if _whose_merits(items, place, before):
                    return [place], governors
                place -= 2
                continue
            if (
                item.code == codes.NAMED
                and chain
                and items[chain[0]].code == codes.COUNTED
                and not joined(items, place, chain[0])
            ):
                break
            chain.insert(0, place)
            place -= 1
            semicolon = (
                items[place].code == ";" and items[place + 1].code == items[place - 1].code == codes.NAMED
            )
            if place > left + 1 and _together(items, place):
                return [place - 1, *chain], governors
            if place >= left and (items[place].code in {",", "v"} or semicolon):
                step = place - 1
                if step >= left and items[step].code == ",":
                    step -= 1
                if items[step].text in {"-", "–"} and items[step - 1].code in RECIPIENTS:
                    step -= 1  # "Thượng tá A - Trưởng Công an huyện B - cùng 2 chiến sĩ"
                if items[step].counted and _is_an_object(items, step):
                    break
                if step >= left and items[step].code in RECIPIENTS | {")"}:
                    place = step
                    continue
                described = described_before(items, place, left)
                if described is not None and not semicolon:
                    place = described
                    continue
            elif place >= left and items[place].code == codes.COUNTED:
                others = [at for at in chain if items[at].code == codes.COUNTED]
                return [place, *others], governors  # "Hai nghệ sĩ A, B và 9 cán bộ"
            elif place > left and items[place].code == codes.TO and items[place - 1].code == codes.FORMS:
                chain.insert(0, place - 1)  # "Bằng khen cho 5 tập thể cũng được trao"
            elif place >= left and (
                items[place].code in {codes.LIST, ":"} or items[place].text in {"-", "–"}
            ):
                if items[place].text == "là" and (named := names_behind(items, place - 1, left)):
                    return [*named, *chain], governors  # "A và B là hai cá nhân được …"
                among = items[place].text.startswith("trong đó") and items[chain[0]].code == codes.COUNTED
                if among:
                    break  # "hàng vạn sĩ quan, trong đó 34 đồng chí được …"
                number = number_before(items, place, left)
                if number is not None:
                    return [*joined_before(items, number, left), number], governors
            break
        if item.code == ")":
            place = opening_of(items, place, left) - 1
            continue
        if item.code == codes.FORMS and not chain:
            between = items[place + 1 : before]
            parted = [
                one.code
                for one in between
                if one.code in {",", ";", "v"} or one.text in {"mà", "rồi", "thì", "nên"}
            ]
            if not parted:
                return forms_before(items, place, left), governors
            titled = (
                items[place - 1].text == "là" and items[place + 1].code == ","
            )  # "A là Anh hùng Lao động, được …"
            if not titled and (parted[0] != "v" or items[place + 1].code != "v"):
                return [], governors
            place -= 1
            continue  # "A có 3 Huân chương … và được tặng …"
        if item.code == ":" and not chain and place > left and items[place - 1].code in RECIPIENTS:
            place -= 1
            continue  # "Lữ đoàn A: hai lần được tuyên dương"
        if item.code in {codes.FORMS, codes.GIVE, codes.REVOKE, ";", ":"} or (
            item.code == codes.RECEIVE and not chain
        ):
            break
        if item.code in GOVERNORS:
            governors.append(place)
        if not chain and (_is_pronoun(items, place, before) or _is_anybody(items, place, before)):
            break
        place -= 1
    return chain, governors


def _is_of_another(items: list[Item], place: int, before: int, left: int) -> bool:
    """ "Xã đoàn A có 4 chi đoàn mạnh, được tặng", "bà A, mẹ của 3 liệt sĩ, được": they say something of who received."""
    if (
        items[place].code == codes.COUNTED
        and items[place].counted.plural
        and _counted_before(items, place, left)
    ):
        return True  # "4 tập thể dẫn đầu các khối thi đua được"
    if items[place].code == codes.COUNTED and items[place].counted.plural and items[place - 1].text == "số":
        return any(item.code == codes.NAMED for item in items[left:place])  # "A nằm trong số các đơn vị được"
    counted = items[place].code == codes.COUNTED and items[place - 1].text in {"có", "của", "với"}
    between = {item.code for item in items[place + 1 : before]}
    behind_a_comma = "," in between and not between & {"(", ":", codes.LIST}
    said_of = any(
        item.code == codes.NAMED or _opens_by_a_pronoun(items, at)
        for at, item in enumerate(items[left:place], left)
    )
    return counted and behind_a_comma and said_of


def _opens_by_a_pronoun(items: list[Item], at: int) -> bool:
    opens = at == 0 or items[at - 1].code in {",", ";", ":"}
    return opens and nouns.PRONOUNS.match([item.text for item in items[at : at + 3]], 0)[0] > 0


def _is_an_object(items: list[Item], place: int) -> bool:
    """ "Vượt qua nhiều ứng viên, kỹ sư A được tặng …": a verb stands before those counted, who are parted off."""
    before = items[place - 1]
    many = items[place].counted.groups[0][1] == "many" and items[place + 1].code == ","
    return (
        many and place > 0 and before.code == codes.WORD and before.text not in words.JOINING | {"có", "cả"}
    )


def _counted_before(items: list[Item], place: int, left: int) -> bool:
    """Whether a number of recipients stands before with nothing but words between."""
    at = place - 1
    while at >= left and items[at].code == codes.WORD:
        at -= 1
    return left <= at < place - 1 and items[at].code == codes.COUNTED and not items[at].counted.plural


def _is_served(items: list[Item], place: int) -> bool:
    """ "100 cá nhân có đóng góp cho ngành A được tặng": for whom it was done."""
    done = {codes.WORD, codes.COUNTED}  # "5 cá nhân có nhiều đóng góp"
    return place > 1 and items[place - 1].code == codes.TO and items[place - 2].code in done


def _revoked_of(items: list[Item], place: int, before: int) -> bool:
    """ "Huân chương của ông A đã bị thu hồi": whose it was."""
    of_a_form = items[place - 1].text == "của" and items[place - 2].code == codes.FORMS
    return of_a_form and any(item.code == codes.REVOKE for item in items[before : before + 6])


def _whose_merits(items: list[Item], place: int, before: int) -> bool:
    """ "Thành tích của Phòng A được ghi nhận bằng Bằng khen": who earned them."""
    commended = any(words.COMMENDING.match(item.text.split(), 0)[0] for item in items[before : before + 5])
    return commended and items[place - 1].text == "của"


def _is_pronoun(items: list[Item], place: int, before: int) -> bool:
    """ "cô A cho biết trường đã 5 năm liền được …": the verb is said of the nearer one."""
    near = items[place:before]
    if items[place].code != codes.WORD or len(near) > 7 or any(item.code != codes.WORD for item in near):
        return False
    opens = place == 0 or items[place - 1].text in words.CLAUSE_OPENERS or items[place - 1].code in _PARTS
    return opens and nouns.PRONOUNS.match([item.text for item in near], 0)[0] > 0


def _is_anybody(items: list[Item], place: int, before: int) -> bool:
    """ "chính sách đối với người được tặng …", but "bà A, người được tặng …"."""
    return (
        items[place].text == "người"
        and items[place + 1].code != codes.NAMED
        and items[place - 1].code not in {",", "-"}
        and not (items[before - 1].text in {"đã", "vừa"} and before - place > 2)
        and items[place - 1].text not in {"cứu", "giúp", "bắt", "con", "vì", "hại"}
        and items[place - 1].text not in {"-", "–", "là"}
    )


def _aside(items: list[Item], close: int, left: int) -> int:
    """Where an aside between dashes opens, "A - nữ trinh sát của Phòng B - được tặng", unless it names who."""
    if items[close].text not in {"-", "–"}:
        return 0
    opening = next((at for at in range(close - 2, left, -1) if items[at].text in {"-", "–"}), 0)
    return opening if opening and items[opening + 1].code != codes.NAMED else 0


def _together(items: list[Item], comma: int) -> bool:
    """ "Cùng với A, B được tặng": both were."""
    return (
        items[comma].code == ","
        and items[comma - 1].code == codes.NAMED
        and [item.text for item in items[max(comma - 3, 0) : comma - 1]] == ["cùng", "với"]
    )
