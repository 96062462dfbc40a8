"""What stands before a verb: its subject, and what turns its meaning on the way."""

from awards.extraction.framing.asides import (
    aside,
    is_in_an_adverbial,
    is_told_by_a_name,
    is_told_by_a_relative,
    is_told_of_alone,
    is_where,
    relative,
    together,
)
from awards.extraction.framing.bystanders import (
    is_a_giver,
    is_an_act,
    is_an_object,
    is_anybody,
    is_of_another,
    is_pronoun,
    is_served,
    revoked_of,
    was_given_before,
    whose_merits,
)
from awards.extraction.framing.frame import RECIPIENTS
from awards.extraction.framing.rows import (
    described_before,
    forms_before,
    joined,
    joined_before,
    names_behind,
    number_before,
    number_of_whom,
    opening_of,
)
from awards.extraction.language import nouns
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

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
_WHOLE = {"toàn", "cả"}  # "trong toàn ngành A"
_LONGEST_GAP = 40


def subject_of(items: list[Item], before: int, left: int) -> tuple[list[int], list[int]]:
    """The recipients (or the form) that the verb is said of, and what turns it on the way."""
    chain: list[int] = []
    governors: list[int] = []
    place, near = before - 1, before
    while place >= left and before - place < _LONGEST_GAP:
        item = items[place]
        if not chain and (opening := aside(items, place, left)):
            place, near = opening - 1, opening
            continue
        if item.code == "," and not chain and (opening := relative(items, place, left)):
            place, near = opening - 1, opening
            continue
        if item.code in RECIPIENTS:
            if not chain and is_of_another(items, place, before, left):
                place -= 1
                continue
            said_before = not chain and is_in_an_adverbial(items, place)
            if said_before or is_where(items, place) or is_told_by_a_name(items, place):
                place -= 1
                continue
            if item.code == codes.NAMED and is_served(items, place):
                place -= 2
                continue
            if not chain and (is_an_act(items, place, before, left) or is_a_giver(items, place)):
                place -= 1
                continue
            if (
                item.code == codes.NAMED
                and place > left
                and items[place - 1 - (items[place - 1].text in _WHOLE)].text in _MODIFIERS
                and items[place - 2].text != "đến"
                and not is_told_by_a_relative(items, place)
                and items[place - 1].code not in {",", codes.LIST}
            ):
                if revoked_of(items, place, before):
                    return [place - 2, place], governors
                if whose_merits(items, place, before):
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
            joint = semicolon or items[place].code in {",", "v"}
            row = [item.code for item in items[max(place - 2, 0) : place + 1]]
            in_a_row = row == [",", codes.NAMED, "v"]  # "… cho A, B và C được"
            if joint and not in_a_row and place > left and was_given_before(items, place - 1, left):
                break
            if place > left + 1 and together(items, place):
                return [place - 1, *chain], governors
            if place >= left and (items[place].code in {",", "v"} or semicolon):
                step = place - 1
                if step >= left and items[step].code == ",":
                    step -= 1
                if items[step].text in nouns.KIN and items[step - 1].code == "v":
                    step -= 2  # "bà A cùng chồng, ông B, được"
                if items[step].text in {"-", "–"} and items[step - 1].code in RECIPIENTS:
                    step -= 1  # "Thượng tá A - Trưởng Công an huyện B - cùng 2 chiến sĩ"
                if (items[step].counted and is_an_object(items, step)) or is_in_an_adverbial(items, step):
                    break
                if step >= left and items[step].code in RECIPIENTS | {")"}:
                    place = step
                    continue
                described = described_before(items, place, left)
                if described is not None and not semicolon:
                    place = described
                    continue
            elif (number := number_of_whom(items, place, left)) is not None:
                place = number
                others = [at for at in chain if items[at].code == codes.COUNTED]
                return [
                    *joined_before(items, place, left),
                    place,
                    *others,
                ], governors  # "Hai nghệ sĩ A, B và 9 cán bộ"
            elif place > left and items[place].code == codes.TO and items[place - 1].code == codes.FORMS:
                chain.insert(0, place - 1)  # "Bằng khen cho 5 tập thể cũng được trao"
            elif place >= left and (
                items[place].code in {codes.LIST, ":"} or items[place].text in {"-", "–"}
            ):
                said = items[place].text == "là" and items[chain[0]].code == codes.COUNTED
                if said and (named := names_behind(items, place - 1, left)):
                    return [*named, *chain], governors  # "A và B là hai cá nhân được …"
                among = (
                    items[place].text.startswith(("trong đó", "trong số"))
                    and items[chain[0]].code == codes.COUNTED
                )
                if among or is_told_of_alone(items, chain[-1], before):
                    break  # "hàng vạn sĩ quan, trong đó 34 đồng chí được …"
                if items[place].text in {"trong đó", "trong số đó"}:
                    break  # "Bốn người con là giáo viên, trong đó cô út A được …"
                number = number_before(items, place, left)
                if number is not None:
                    return [*joined_before(items, number, left), number], governors
            break
        if item.code == ")":
            close, place = place, opening_of(items, place, left) - 1
            inside = [at for at in range(place, close) if items[at].code == codes.COUNTED]
            if inside and not chain and not any(one.code in RECIPIENTS for one in items[left : place + 1]):
                return inside, governors  # "36 trường hợp (14 tập thể, 22 cá nhân) được"
            continue
        if item.code == codes.FORMS and not chain:
            between = items[place + 1 : near]
            parted = [
                one.code
                for one in between
                if one.code in {",", ";", "v"} or one.text in {"mà", "rồi", "thì", "nên"}
            ]
            if not parted:
                return forms_before(items, place, left), governors
            # "A là Anh hùng Lao động, được …", "A, chủ nhân của 2 Bằng khen, được …"
            titled = items[place - 1].text in {"là", "của"} and items[place + 1].code == ","
            if not titled and (parted[0] != "v" or items[place + 1].code != "v"):
                return [], governors
            place -= 1
            continue  # "A có 3 Huân chương … và được tặng …"
        named = place > left and (items[place - 1].code in RECIPIENTS or place == before - 1)
        if item.code == ":" and not chain and named:
            place -= 1
            continue  # "Lữ đoàn A: hai lần được tuyên dương", "ông A có thêm niềm vui: được tặng …"
        if item.code in {codes.FORMS, codes.GIVE, codes.REVOKE, ";", ":"} or (
            item.code == codes.RECEIVE and not chain
        ):
            break
        if item.code in GOVERNORS:
            governors.append(place)
        if not chain and (is_pronoun(items, place, before) or is_anybody(items, place, before)):
            break
        place -= 1
    return chain, governors
